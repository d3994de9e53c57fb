"""The streams of a command: text out, progress where somebody watches."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from claimcheck.writing import write_whole

_PATIENCE = 1.0
_BEAT = 0.5


def show(text: str) -> None:
    """Write *text* to standard output; a reader that has gone away is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        quiet = os.open(os.devnull, os.O_WRONLY)
        with suppress(OSError, ValueError):
            os.dup2(quiet, sys.stdout.fileno())


def deliver(text: str, output: Path | None) -> None:
    """Write *text* to the file *output*, whole or not at all, or show it where none is named."""
    if output is None:
        show(text)
    else:
        write_whole(output, text)


def speak_utf8() -> None:
    """Let both streams take every letter, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def wants_color() -> bool:
    """Whether standard output is a terminal and NO_COLOR (no-color.org) is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


@contextmanager
def progress(label: str) -> Iterator[None]:
    """Show *label* with the seconds gone on standard error, on a terminal, after one second."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(label, done), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _watch(label: str, done: threading.Event) -> None:
    start, shown = time.monotonic(), False
    wait = _PATIENCE
    while not done.wait(wait):
        sys.stderr.write(f"\r{label} … {time.monotonic() - start:.0f} s\x1b[K")
        sys.stderr.flush()
        shown, wait = True, _BEAT
    if shown:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
