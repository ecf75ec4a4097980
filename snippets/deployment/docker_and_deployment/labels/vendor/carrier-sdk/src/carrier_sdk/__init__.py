"""Talks to the carrier."""
