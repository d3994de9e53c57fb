"""Settings: what is of no use is refused where it is given, with the way to mend it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import claimcheck as cc
from claimcheck.errors import SettingsError


@pytest.mark.parametrize(
    ("name", "value", "problem", "hint"),
    [
        ("hedge", "x", "hedge is 'x'", "number of at least 0"),
        ("hedge", math.nan, "hedge is nan", "number of at least 0"),
        ("hedge", True, "hedge is True", "number of at least 0"),
        ("wide", 1, "wide is 1", "number of more than 1"),
        ("listed_claims", 2.5, "listed_claims is 2.5", "whole number of at least 2"),
        ("flows", 3, "flows is 3", "give words"),
        ("flows", [3], "flows is [3]", "give words"),
        ("flows", ["+visits", "calls"], "flows has a plus before 'visits'", "all words"),
        ("bounds", 3, "bounds is 3", "give a table"),
        ("bounds", {"turnout": 3}, "bounds of turnout is 3", "[0, 100]"),
        ("bounds", {"turnout": [100, 0]}, "bounds of turnout is [100, 0]", "[0, 100]"),
        ("growth_by_measure", [1], "growth_by_measure is [1]", "give a table"),
        ("growth_by_measure", {"camps": "x"}, "growth_by_measure of camps is 'x'", "at least 0"),
        ("signed_scales", {"t": 0}, "signed_scales of t is 0", "more than 0"),
    ],
)
def test_a_value_of_no_use_is_refused(name: str, value: object, problem: str, hint: str) -> None:
    """It would fail far away otherwise, in a check that nobody asked for."""
    with pytest.raises(SettingsError) as caught:
        cc.Settings(**{name: value})

    assert caught.value.problem == problem
    assert hint in caught.value.hint


def test_a_fault_in_a_file_is_named_with_the_file(tmp_path: Path) -> None:
    """There may be two files that could hold it."""
    (tmp_path / "claimcheck.toml").write_text("bounds = { turnout = 3 }")

    with pytest.raises(SettingsError, match=r"claimcheck\.toml: bounds of turnout is 3"):
        cc.Settings.read(tmp_path)


def test_a_slip_in_a_name_is_told_the_nearest(tmp_path: Path) -> None:
    """Nobody knows thirty names by heart."""
    (tmp_path / "claimcheck.toml").write_text("hedges = 0.1")

    with pytest.raises(SettingsError, match=r"no setting 'hedges'(?s:.*)did you mean hedge"):
        cc.Settings.read(tmp_path)


def test_words_and_tables_are_read_without_regard_to_capitals() -> None:
    """A measure is one word, however a desk writes it."""
    given = cc.Settings(flows=["Visits"], bounds={"Turnout": [0, 100]})

    assert given.flows == {"visits"}
    assert given.bounds == {"turnout": [0, 100]}


def test_words_with_a_plus_are_added_to_those_of_the_list() -> None:
    """Who adds one word must not have to repeat thirty, nor lose them unawares."""
    defaults = cc.Settings().tallies

    for given, expected in [
        (["+Evacuated", "+missing"], {*defaults, "evacuated", "missing"}),
        ("+evacuated", {*defaults, "evacuated"}),
        (["evacuated"], {"evacuated"}),
        ([], set()),
    ]:
        assert cc.Settings.from_mapping({"tallies": given}).tallies == expected


def test_the_first_folder_that_has_settings_is_read(tmp_path: Path) -> None:
    """A project file of another tool is passed over."""
    for name in ("dossier", "project", "elsewhere"):
        (tmp_path / name).mkdir()
    (tmp_path / "dossier" / "pyproject.toml").write_text("[tool.other]\nx = 1")
    (tmp_path / "project" / "pyproject.toml").write_text("[tool.claimcheck]\nhedge = 0.2")
    (tmp_path / "elsewhere" / "claimcheck.toml").write_text("hedge = 0.3")
    folders = [tmp_path / name for name in ("dossier", "project", "elsewhere")]

    assert cc.Settings.read(*folders).hedge == 0.2
    assert cc.Settings.read(*folders[::-1]).hedge == 0.3
    assert cc.Settings.read(folders[0]).hedge == 0.1


def test_a_table_of_pyproject_in_claimcheck_toml_is_told(tmp_path: Path) -> None:
    """The two files differ in this alone."""
    (tmp_path / "claimcheck.toml").write_text("[tool.claimcheck]\nhedge = 0.2")

    with pytest.raises(SettingsError, match=r"without \[tool.claimcheck\]"):
        cc.Settings.read(tmp_path)
