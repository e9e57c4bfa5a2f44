"""Figures that two numbers make together: an amount comes in, and goes out with what comes after it."""
