"""One file a check, and the registry that runs them.

The face loads the checks only when one is asked about, so that the command line can start fast.
"""

from __future__ import annotations

from importlib import import_module


def names() -> tuple[str, ...]:
    """The names of all checks, conflicts first."""
    return tuple(check.name for check in import_module("claimcheck.checks.registry").CHECKS)


def explain(name: str) -> str:
    """What the check *name* finds and why: its level, its rule, its hint and its cases.

    Raises:
        UnknownNameError: If there is no such check, with the nearest.
    """
    return str(import_module("claimcheck.checks.explaining").explain(name))
