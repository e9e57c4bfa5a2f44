"""The names of facts: a text and the facts' names come in, a finding for each name misspelt or mistaken goes out.

``spelling`` compares two words, ``known_names`` reads the names of a fact, ``roles`` offices beside a name, ``name_search``
finds the facts with names like one of a draft; ``rules`` decide, ``name_checker`` goes through a text.
"""
