"""Shared by the commands for drafts: paths and options come in, reviews, reports and an exit status go out."""
