"""Help, explain, new and parse: what the command line does before any claim is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import cli, console
from claimcheck.writing import write_whole


def _run(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.mark.parametrize("words", [["--help"], ["report", "--help"], ["parse", "--help"]])
def test_help_does_not_wait_for_pandas(words: list[str]) -> None:
    """Half a second for one line of help is half a second too long."""
    done = _run("-X", "importtime", "-m", "claimcheck", *words)

    assert done.returncode == 0
    assert "pandas" not in done.stderr
    assert "numpy" not in done.stderr


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that is not listed does not exist for anybody."""
    with pytest.raises(SystemExit) as stop:
        cli.run(["--help"])

    shown = capsys.readouterr().out
    assert stop.value.code == 0
    assert all(f"{command.name} " in shown and command.help in shown for command in cli.COMMANDS)


def test_an_unknown_check_is_one_message_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody who mistypes a name wants to read a traceback."""
    assert cli.run(["explain", "contradictoin"]) == cli.BAD_INPUT

    streams = capsys.readouterr()
    assert streams.out == ""
    assert "contradiction" in streams.err
    assert "Traceback" not in streams.err


def test_a_new_dossier_is_never_written_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is there is somebody's work."""
    folder = tmp_path / "mine"
    assert cli.run(["new", str(folder)]) == cli.CLEAN
    (folder / "sources.csv").unlink()
    (folder / "claims.csv").write_text("precious", encoding="utf-8")

    assert cli.run(["new", str(folder)]) == cli.BAD_INPUT

    assert (folder / "claims.csv").read_text(encoding="utf-8") == "precious"
    assert not (folder / "sources.csv").exists()
    assert "claims.csv" in capsys.readouterr().err


def test_a_failed_write_leaves_the_old_file_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that is half written looks like a whole one."""
    target = tmp_path / "report.md"
    target.write_text("old", encoding="utf-8")

    def full(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, "new")

    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_a_reader_that_goes_away_is_no_error() -> None:
    """``claimcheck ... | head -1`` ends quietly."""
    shell = f"{sys.executable} -m claimcheck explain echo | true; echo ${{PIPESTATUS[0]}}"
    done = _run("-c", f"import subprocess; subprocess.run(['bash', '-c', {shell!r}], check=True)")

    assert done.stdout.strip() == "0"
    assert done.stderr == ""


def test_colour_needs_a_terminal_and_no_objection(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR (no-color.org) is an objection."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert console.wants_color()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.wants_color()


def test_an_ascii_locale_does_not_break_the_output() -> None:
    """Dashes and signs of multiplication go through any pipe."""
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}

    done = _run(
        "-c",
        "from claimcheck import console; console.speak_utf8(); console.show('×5')",
        env=env,
        encoding="utf-8",
    )

    assert done.stdout == "×5"
