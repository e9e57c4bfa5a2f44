"""Scores, records and ratios of prose: a pair of numbers comes in; whether a source has it, and of whom, goes out."""
