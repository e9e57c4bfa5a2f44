"""Look up curated facts, feed them to scripts, and check the figures of a draft.

The packages, in the order in which data flows through them:

* A draft: ``documents`` turns a file into prose with a map back to its lines.  ``mentions`` finds the figures, dates
  and quotes in that prose.  ``check`` retrieves facts for each mention from an ``index``, compares them and returns
  findings.  ``drafts`` applies the settings and waivers of the writer; ``archive`` checks millions of documents.
  ``render`` formats the findings, and ``cli`` or the language server ``lsp`` shows them.
* A lookup: ``query`` parses what is typed, ``index`` finds the facts in SQLite, and ``render`` draws the table.
* A change: ``curation`` applies an operation to a ``store``, a facts.json file, in a transaction that can be undone.
  It also validates, compares and merges stores.  ``extract`` proposes facts from a source text, and ``exchange``
  imports and exports them.

All of them use the values of ``model``, the tables of ``units``, and the word lists of ``english``.
"""

__version__ = "0.1.0"
