"""Figures: tokens come in, matches of numbers, money, measures and counts go out."""
