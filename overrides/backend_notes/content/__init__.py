"""What a page must hold, checked without running anything: one rule, one function, one message."""
