"""What is measured: figures for a report, never a test with a time limit."""
