"""Names: a text and what knows names come in, a finding for each name misspelt or mistaken goes out.

``spelling`` compares two words and ``likeness`` two names, ``known_names`` reads those of a fact, ``offices`` the one
beside a name; ``name_search`` finds facts, ``misnamed``, ``mistitled``, ``located`` and ``titles`` decide, and
``name_checker`` goes through a text.
"""
