"""Skeletons of pages, programs, quizzes, terms and problems: what `notes new` writes.

A skeleton breaks no content rule but one: each text that the author owes stands in it as
`[To do: …]`, which `notes check` reports with file and line.
"""
