"""Check whole archives: documents in, a row for each wrong figure out, on one machine or on Spark.

``inputs`` finds the records of an archive, ``input_records`` parses each one into a document or rejects it, ``batch``
checks batches of documents against a packed store, and ``result_rows`` defines the rows of the output.  Two engines run
the batches: ``pool`` on the cores of this machine (``parts`` and ``manifest`` keep the progress of a run), ``spark``
on a cluster.  ``summary`` counts the findings.
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
    """Find the wrong figures in a Spark DataFrame of documents, one row each (:mod:`factcli.archive.result_rows`).

    ``dataframe`` has the columns ``id`` and ``text``, and optionally ``published``, ``title`` and ``url``; unreadable
    documents are skipped.  ``question`` can limit the check to some facts or days.  The result is lazy: nothing runs
    until an action is called on it.  Raises :class:`factcli.errors.FactcliError` for a broken store or an unknown id.
    """
    from factcli.archive.spark import findings_of

    path = str(getattr(store, "path", store))
    return findings_of(dataframe, path, resolve_question(path, question))
