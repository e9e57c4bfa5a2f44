"""What the commands that read drafts share: paths and options come in, reviews, reports and an exit status go out."""
