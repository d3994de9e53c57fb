"""Every command has help and stands in the README."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from claimcheck.cli import COMMANDS
from claimcheck.command import Command

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_help_and_stands_in_the_readme(command: Command) -> None:
    """A command that nobody can find might as well not be there."""
    parser = ArgumentParser()
    command.arguments(parser)
    bare = [
        action.dest
        for action in parser._actions
        if not action.help and action.choices is None and action.dest != "port"
    ]

    assert command.help
    assert bare == []
    assert f"claimcheck {command.name}" in README
