"""Where ``--output`` may point, and what becomes of that which is there."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from claimcheck.writing import write_whole


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """A file in the place of ``/dev/null`` would break the machine for everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()

    write_whole(pipe, "a report\n")

    reader.join(timeout=10)
    assert read == ["a report\n"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Whoever links latest.html to a folder that is served wants it there."""
    page, link = tmp_path / "page.html", tmp_path / "latest.html"
    page.write_text("old", encoding="utf-8")
    link.symlink_to(page)

    write_whole(link, "new")

    assert link.is_symlink()
    assert page.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("place", [".", "missing/report.html"])
def test_the_error_names_the_path_that_was_given(tmp_path: Path, place: str) -> None:
    """Nobody knows the hidden name under which a file is first written."""
    path = tmp_path / place

    with pytest.raises(OSError, match="directory") as error:
        write_whole(path, "a report")

    assert error.value.filename == str(path)
    assert list(tmp_path.iterdir()) == []
