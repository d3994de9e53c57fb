"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write *text* to *path* so that a reader finds the old file or the new one, never half of it.

    A link is followed, and what is no file (a pipe, ``/dev/stdout``) is written to as it is: a
    file put in its place would take it from everybody else.

    Raises:
        OSError: If *path* is a folder, or cannot be written to; it names *path*.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    try:
        _replace(path.resolve(), text)
    except OSError as error:
        error.filename = str(path)
        raise


def mode_of_new_files() -> int:
    """The permissions of a file that this process makes in the common way."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.chmod(mode_of_new_files())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
