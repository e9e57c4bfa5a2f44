"""The rules that can be turned off or given a level: every reason for a finding that a report can show as a problem."""

from __future__ import annotations

from factcli.check.reasons import Reason

# Name -> what it finds.  With --strict, what is unknown counts too; what is confirmed is never a problem.
RULES = {str(reason): reason.about for reason in Reason if reason.verdicts != ("confirmed",)}
