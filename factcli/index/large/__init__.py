"""Optimisations for stores of 10,000 facts and more: champion lists, and a second process for the build."""
