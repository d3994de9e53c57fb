"""A draft gets its name at once, and never over what is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck.store import naming


@pytest.fixture(params=["with hard links", "without"])
def disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a file system of that kind."""
    if request.param == "without":
        monkeypatch.setattr(naming.os, "link", _refused)
    (tmp_path / "draft").write_text("mine")
    return tmp_path


def _refused(*_: object) -> None:
    raise PermissionError(1, os.strerror(1))


def test_a_free_name_is_given(disk: Path) -> None:
    """And the draft is gone."""
    assert naming.give_name(disk / "draft", disk / "name")
    assert [(file.name, file.read_text()) for file in disk.iterdir()] == [("name", "mine")]


def test_a_taken_name_stays_with_who_has_it(disk: Path) -> None:
    """Whoever came first has made the same file."""
    (disk / "name").write_text("theirs")

    assert not naming.give_name(disk / "draft", disk / "name")
    assert [(file.name, file.read_text()) for file in disk.iterdir()] == [("name", "theirs")]
