"""Shared by the curation commands: options, answers and edited texts come in, changes and problems go out."""
