"""Commands that read texts: drafts, archives and source texts come in, findings or candidate facts go out."""
