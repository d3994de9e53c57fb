"""A writer that is killed, and eight that write at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("forked_imports.py")


def said(*arguments: object) -> list[int]:
    """What the program counted."""
    command = [sys.executable, "-W", "error", str(PROGRAM), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [int(word) for word in done.stdout.split()]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of Unix")
def test_a_killed_writer_leaves_no_half_dossier_and_loses_nothing(tmp_path: Path) -> None:
    """Of 200 imports killed at random, each is whole or absent; what was acknowledged is there."""
    acknowledged, whole, lost = said("killed", tmp_path / "desk.db", 200, 7)

    assert whole + lost == 200
    assert acknowledged <= whole
    assert min(acknowledged, lost) > 10, "the kills have to fall before and after the end"


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked on Unix")
def test_eight_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Nobody fails because another writes, and revisions have no gap."""
    failed, claims = said("together", tmp_path / "desk.db", 8, 10)

    assert failed == 0
    assert claims == 8 * 10 * 60
