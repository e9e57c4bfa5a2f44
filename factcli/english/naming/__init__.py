"""Words in and around names: titles, suffixes, institutions, spellings that are right in two ways."""
