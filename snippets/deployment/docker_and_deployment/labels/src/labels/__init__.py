"""Prints labels."""
