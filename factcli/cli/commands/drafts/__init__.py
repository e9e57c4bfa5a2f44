"""Commands that read texts: drafts, archives and sources come in, findings or candidate facts go out."""
