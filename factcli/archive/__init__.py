"""Check whole archives: documents in, a row for each wrong figure out, on one machine or on Spark.

``inputs`` finds the records of what a user names, ``documents`` reads each as a document or says why not, ``examine``
checks documents against a store that was packed into one file, and ``rows`` writes what is found.  Two engines do so:
``pool`` with the cores of this machine, where ``output`` remembers what is done, and ``spark``.  ``summary`` counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.archive.batch import Question, resolve_question

if TYPE_CHECKING:
    from os import PathLike

    from pyspark.sql import DataFrame

    from factcli.store import FactStore

__all__ = ["Question", "findings"]

_EVERYTHING = Question()


def findings(
    dataframe: DataFrame, store: FactStore | str | PathLike[str], question: Question = _EVERYTHING
) -> DataFrame:
    """Find the wrong figures in a Spark DataFrame of documents: one row each, columns of :mod:`factcli.archive.result_rows`.

    ``dataframe`` has the columns ``id`` and ``text``, and may have ``published``, ``title`` and ``url``; documents
    that cannot be read give no row.  ``question`` can ask about some facts or days only.  Nothing runs before an
    action on the result does.  Raises :class:`factcli.errors.FactcliError` for a broken store and for unknown ids.
    """
    from factcli.archive.spark import findings_of

    path = str(getattr(store, "path", store))
    return findings_of(dataframe, path, resolve_question(path, question))
