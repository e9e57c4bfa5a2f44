"""Dates: tokens come in, matches with their EDTF go out."""
