"""The guide, its workflow and its hook work as they are written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

import pytest

from claimcheck import cli

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")
HOOK = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
WORKFLOW = (ROOT / "docs" / "claims-workflow.yml").read_text(encoding="utf-8")


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``claimcheck`` is this one."""
    program = tmp_path / "bin" / "claimcheck"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -W error -m claimcheck "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the desk works, with the claims of the guide."""
    place = tmp_path / "desk"
    (place / "terns").mkdir(parents=True)
    claims = re.search(r"```csv\n(.*?)```", GUIDE, re.DOTALL)
    assert claims
    (place / "terns" / "claims.csv").write_text(claims[1], encoding="utf-8")
    return place


def ran(command: str, folder: Path, shell: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What a command says, typed in *folder*."""
    return subprocess.run(
        ["bash", "-c", command],  # noqa: S607 - the shell of the reader
        cwd=folder,
        env=shell,
        capture_output=True,
        text=True,
        check=False,
    )


def finding(place: str, folder: Path, shell: dict[str, str]) -> str:
    """Id of the worst finding."""
    report = json.loads(ran(f"claimcheck report {place} --format json", folder, shell).stdout)
    return str(report["findings"][0]["finding_id"])


def test_every_command_of_the_guide_works(folder: Path, shell: dict[str, str]) -> None:
    """In its order, with what it is shown to say."""
    blocks = re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)
    steps = [step.splitlines() for block in blocks for step in block.split("$ ")[1:]]
    said = {}
    for command, *shown in steps:
        if "$FINDING" in command:
            shell["FINDING"] = finding("claims.db", folder, shell)
        done = ran(command, folder, shell)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        assert all(line in done.stdout for line in shown), f"{command}: {done.stdout}"
        said[command] = done.stdout

    changed = next(text for command, text in said.items() if "claims.db@4 claims.db" in command)
    assert "Revisions" in changed
    assert "claim b has changed" in changed
    assert "one counts adults" in changed
    plain = next(text for command, text in said.items() if "diff claims.db plain" in command)
    assert json.loads(plain)["claims"] == json.loads(plain)["findings"] == []


def test_the_hook_stops_what_nobody_has_ruled_on(folder: Path, shell: dict[str, str]) -> None:
    """Its command as it stands in the definition, with the folder as its argument."""
    entry = re.search(r"entry: (.+)", HOOK)
    assert entry
    command = f"{entry[1]} terns"
    before = ran(command, folder, shell)
    ruling = f"claimcheck decide {finding('terns', folder, shell)} --in terns --as accepted"
    assert ran(f"{ruling} --because known --by Day", folder, shell).returncode == 0
    after = ran(command, folder, shell)

    assert (before.returncode, after.returncode) == (1, 0), after.stdout + after.stderr
    assert (folder / "terns" / "decisions.csv").is_file()


@pytest.mark.parametrize("name", ["claims.csv", "a/b/sources.csv", "decisions.csv", "totals.jsonl"])
def test_the_hook_looks_at_tables_of_a_dossier(name: str) -> None:
    """It runs where one of them is part of the commit, and not for every commit."""
    pattern = re.search(r"files: (.+)", HOOK)
    assert pattern
    assert re.search(pattern[1], name)
    assert not re.search(pattern[1], f"{name}.bak")


def test_the_workflow_tells_changes_and_fails_on_open_conflicts(
    folder: Path, shell: dict[str, str], tmp_path: Path
) -> None:
    """Its own lines, in a repository with a branch that brings in a conflict."""
    rows = (folder / "terns" / "claims.csv").read_text().splitlines(keepends=True)
    (folder / "terns").rename(folder / "claims")
    (folder / "claims" / "claims.csv").write_text("".join(rows[:2]))
    git = "git -c user.name=Day -c user.email=ada@example.org -c init.defaultBranch=main"
    start = f"{git} init -q && git add claims && {git} commit -qm one"
    point = "git update-ref refs/remotes/origin/main HEAD"
    assert ran(f"{start} && {point}", folder, shell).returncode == 0
    (folder / "claims" / "claims.csv").write_text("".join(rows))
    shell |= {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}

    told = ran(_step("Tell what changes"), folder, shell)
    failed = ran(_step("Fail on conflicts"), folder, shell)

    assert told.returncode == 0, told.stderr
    assert "New claims" in (tmp_path / "summary.md").read_text()
    assert failed.returncode == 1, failed.stderr
    assert "::error" in failed.stdout


def test_the_workflow_reports_a_dossier_that_the_pull_request_brings(
    folder: Path, shell: dict[str, str], tmp_path: Path
) -> None:
    """There is nothing to compare with; the check of the next step must run all the same."""
    (folder / "terns").rename(folder / "claims")
    git = "git -c user.name=Day -c user.email=ada@example.org -c init.defaultBranch=main"
    start = f"{git} init -q && {git} commit -q --allow-empty -m one"
    point = "git update-ref refs/remotes/origin/main HEAD"
    assert ran(f"{start} && {point}", folder, shell).returncode == 0
    shell |= {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}

    told = ran(f"set -e\n{_step('Tell what changes')}", folder, shell)

    assert told.returncode == 0, told.stderr
    assert "contradiction" in (tmp_path / "summary.md").read_text()


def _step(name: str) -> str:
    """The lines that a step of the workflow runs."""
    found = re.search(
        rf"- name: {name}.*\n(?: +env:\n.*\n)? +run: (\|\n)?((?:.+\n?)+?)(?= +- |\Z)", WORKFLOW
    )
    assert found
    return "\n".join(line.strip() for line in found[2].splitlines())


@pytest.mark.parametrize("text", [GUIDE, WORKFLOW, HOOK], ids=["guide", "workflow", "hook"])
def test_nothing_is_installed_by_name(text: str) -> None:
    """The name on the public index is another project's, whose code nobody meant to run."""
    assert not re.search(r"pip install +\S*claimcheck|additional_dependencies", text)


def test_the_words_of_the_guide_are_those_of_the_commands() -> None:
    """Every option that the guide names is one that a command has."""
    options = set(re.findall(r"--[a-z-]+", GUIDE))
    known = set()
    for command in cli.COMMANDS:
        parser = ArgumentParser()
        command.arguments(parser)
        known |= {name for action in parser._actions for name in action.option_strings}

    assert options <= known
