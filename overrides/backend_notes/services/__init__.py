"""The real servers that snippets talk to, and how each is found or started."""
