"""The door for editors: a language server (LSP 3.17) over the checker and the index, with no rules of its own.

``stream`` and ``protocol`` take the messages apart, ``worker`` checks while they are answered.  ``server`` keeps
``drafts`` (the open texts) and ``setups`` (facts and settings of a folder), ``features`` answers.
The other modules turn values into those of the protocol: ``positions``, ``diagnostics``, ``cards``, ``actions``,
``completion``, ``places``, ``newfact``.
"""
