"""What a change of pages and snippets looks like, for its reviewers."""
