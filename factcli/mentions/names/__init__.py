"""A text comes in, the names in it go out: persons, organisations and places as runs of capitalised words."""

from factcli.mentions.names.find import NameMention, find_names, iter_names

__all__ = ["NameMention", "find_names", "iter_names"]
