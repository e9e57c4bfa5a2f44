"""Quotations: a text comes in, its quoted stretches and their speakers go out."""
