"""Look up curated facts, feed them to scripts, and check the figures of a draft.

The tour, in the order in which a draft flows through the modules: ``documents`` turns a file into prose with a map back
to its lines; ``mentions`` reads the figures, dates and quotes of that prose, and ``sentences`` says where each stands;
``checking`` asks ``index`` for the facts of a ``store`` that a sentence may be about, and ``compare`` whether a mention
agrees with one; ``check`` is the door to it, ``drafts`` applies what a writer waived or configured, and ``render`` puts
the findings into words for ``cli`` to print.  A query goes another way: ``query`` reads what is typed, ``index`` finds
the facts, ``render`` draws the table.  A curator's change goes through ``curate`` into the ``tables`` of a store, and
``journal`` remembers it; ``validate``, ``verify``, ``exchange`` and ``merge`` look at whole stores.  Under all of them
lie the values of ``model``, dates of ``edtf``, ``units``, and ``prose``, which says a value as a writer prints it.
"""

__version__ = "0.1.0"
