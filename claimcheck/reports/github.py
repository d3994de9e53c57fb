"""Renders findings as workflow commands, which GitHub shows beside the lines of the claims file.

Reference: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.reports.machines import Notice

_COMMANDS = {"conflict": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(notices: Iterable[Notice]) -> str:
    """One workflow command a finding, each on a line of its own."""
    return "".join(f"{_command(notice)}\n" for notice in notices)


def _command(notice: Notice) -> str:
    named = {"file": notice.file, "line": notice.line, "title": notice.check}
    properties = ",".join(
        f"{name}={str(value).translate(_PROPERTY)}"
        for name, value in named.items()
        if value is not None
    )
    told = f"{notice.message} [{', '.join(notice.names)}]"
    if notice.hint:
        told += f"\nLook up: {notice.hint}"
    return f"::{_COMMANDS[notice.level]} {properties}::{told.translate(_DATA)}"
