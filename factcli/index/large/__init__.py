"""What only stores of 10,000 facts and more need: precomputed top hits, and a second process for the build."""
