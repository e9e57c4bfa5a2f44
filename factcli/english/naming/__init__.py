"""Words in and around names: a word in; whether it is a title, a suffix, an institution or another spelling out."""
