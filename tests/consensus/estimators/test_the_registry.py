"""Estimators are known by name, load when asked for, and say what to install."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import claimcheck as cc
from claimcheck.consensus.estimate import ESTIMATORS, estimate
from claimcheck.consensus.estimators import scipy_extra
from claimcheck.consensus.estimators.registry import Input, estimator_named
from claimcheck.errors import MissingExtraError

PAGE = Path(__file__).parents[3] / "docs" / "estimators.md"


@pytest.mark.parametrize("name", ESTIMATORS)
def test_every_estimator_loads_and_puts_its_result_under_its_name(name: str) -> None:
    """The name in a result is the name to ask for again."""
    entry = ESTIMATORS[name]
    given = ([10, 11, 12], [2, 2, 2]) if entry.takes is Input.VALUES else ([5, 6, 7], [10, 9, 8])

    found = entry.load()(*given).to_estimate()

    assert found.method == entry.file
    assert estimator_named(name.replace("_", "-")) is entry


def test_importing_the_face_does_not_import_scipy() -> None:
    """Votes need no extra, and a notebook should not wait for one."""
    code = "import sys, claimcheck.consensus.estimate; sys.exit('scipy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_scipy_votes_work_and_the_rest_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The extra is named in the error, and intervals go on without it."""

    def missing(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr(scipy_extra, "import_module", missing)

    assert not estimate([5, 6, 7], [10, 9, 8], method="marzullo").refused
    with pytest.raises(MissingExtraError, match="scipy"):
        estimate(method="reml", values=[5, 6, 7], errors=[1, 1, 1])


def test_options_reach_the_method() -> None:
    """Brooks and Iyengar with one faulty claim of four."""
    found = estimate([5, 8, 6, 40], [10, 12, 9, 60], method="brooks_iyengar", faulty=1)

    assert found.estimate == 8.5


def test_the_page_of_estimators_has_every_one_with_its_line() -> None:
    """Who looks for a method finds what it assumes before the result, not after."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"]

    table = [row for row in rows if row.split("`")[1] in ESTIMATORS]
    assert table == [
        f"| `{entry.name}` | {entry.gives} | {entry.assumes} | {entry.takes.needs} |"
        for entry in ESTIMATORS.values()
    ]


def test_the_question_from_the_front_door_names_every_estimator() -> None:
    """`help(cc.estimate)` is where a method is looked for first."""
    told = " ".join(str(cc.estimate.__doc__).split())

    for entry in ESTIMATORS.values():
        assert f"``{entry.name}``: {entry.gives}; assumes {entry.assumes}." in told


def test_the_examples_on_the_page_of_estimators_run() -> None:
    """What the page shows is what comes out."""
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=flags)

    assert found.attempted
    assert not found.failed
