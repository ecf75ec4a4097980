"""Snippets: what they are made of, and how they are run and verified."""
