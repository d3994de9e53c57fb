"""A plain install has no optional extra; the commands that need none must not ask for one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXTRAS = ("alembic", "matplotlib", "psycopg", "scipy", "sqlalchemy", "starlette", "uvicorn")
PLAIN = f"""
import sys
for name in {EXTRAS!r}:
    sys.modules[name] = None
from claimcheck.cli import run
sys.exit(run(sys.argv[1:]))
"""


def _plain(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", PLAIN, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which ``claimcheck new mine`` was run."""
    where = tmp_path_factory.mktemp("plain")
    assert _plain(where, "new", "mine").returncode == 0
    return where


@pytest.mark.parametrize(
    "words",
    [
        ("report", "mine"),
        ("report", "mine", "--format", "html"),
        ("check", "mine", "--fail-on", "unit-slip"),
        ("check", "mine", "--baseline", "decisions", "--fail-on", "unit-slip"),
        ("diff", "mine", "mine"),
        ("export", "mine", "copy"),
    ],
    ids=" ".join,
)
def test_a_folder_needs_no_extra(folder: Path, words: tuple[str, ...]) -> None:
    """``make report`` is the first thing that anybody does, on a fresh machine."""
    done = _plain(folder, *words)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_store_says_which_extra_it_needs(folder: Path) -> None:
    """One line to type, and no traceback."""
    done = _plain(folder, "add", "claims.db", "mine")

    assert done.returncode == 2
    assert 'pip install ".[store]"' in done.stderr
    assert "Traceback" not in done.stderr
