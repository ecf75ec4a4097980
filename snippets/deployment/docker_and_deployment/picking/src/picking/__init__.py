"""The order picking service."""
