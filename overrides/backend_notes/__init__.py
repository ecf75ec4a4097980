"""Turns docs/ and snippets/ into the site, and proves both."""
