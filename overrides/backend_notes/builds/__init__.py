"""`notes build-check`: whether a Build of the workbook works, and what is still missing."""
