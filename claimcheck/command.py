"""What a command of the command line is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from attrs import frozen


@frozen(kw_only=True)
class Command:
    """One command: its name, its help, its arguments, and what it does.

    Attributes:
        name: The word on the command line.
        help: One line, as ``claimcheck --help`` shows it.
        arguments: Adds its arguments to a parser.
        run: Does it; returns the exit status.
    """

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
