"""Progress: told on a terminal, after a while, and wiped away."""

from __future__ import annotations

import io
import sys
import time

import pytest

from claimcheck import console


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_progress_is_told_on_a_terminal_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever waits sees that something happens, and the screen is clean afterwards."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(console, "_PATIENCE", 0.01)
    with console.progress("reconciling terns"):
        deadline = time.monotonic() + 5
        while "terns" not in shown.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)

    assert "reconciling terns … 0 s" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


def test_quick_work_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flicker is noise."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with console.progress("reconciling terns"):
        pass

    assert shown.getvalue() == ""


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log file is no place for a clock."""
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    with console.progress("reconciling terns"):
        time.sleep(0.05)

    assert shown.getvalue() == ""
