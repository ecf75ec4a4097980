"""Commands of `notes`, one module each."""
