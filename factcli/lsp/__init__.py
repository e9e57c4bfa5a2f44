"""A language server (LSP 3.17): messages of an editor come in, findings and facts go out.

``frames`` and ``protocol`` decode the messages, ``worker_thread`` runs checks in the background.  ``server`` keeps
the open documents (``open_draft``) and the facts and settings of each folder (``workspace``), ``features`` answers
requests.  The other modules convert values to types of the protocol: ``positions``, ``diagnostics``, ``hover``,
``code_actions``, ``completion``, ``locations``, ``new_fact``.
"""
