"""Commands for facts that grow old: options come in; what is due, or measured anew, goes out."""
