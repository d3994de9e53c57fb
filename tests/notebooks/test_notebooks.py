"""The notebooks run, and show what they were saved with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")


def test_there_are_four_notebooks() -> None:
    """A folder that is not found would pass every test below."""
    assert [path.name[0] for path in NOTEBOOKS] == ["1", "2", "3", "4"]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_its_saved_output_is_what_it_gives(path: Path) -> None:
    """A saved output that no longer comes out would mislead every reader."""
    saved = nbformat.read(path, as_version=4)
    fresh = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(FOLDER)}}
    nbclient.NotebookClient(
        fresh, timeout=120, kernel_name="python3", resources=resources
    ).execute()

    for old, new in zip(_code(saved), _code(fresh), strict=True):
        assert _said(old) == _said(new), old["source"]
    assert all(
        _kinds(old) == _kinds(new) for old, new in zip(_code(saved), _code(fresh), strict=True)
    )
    assert any(_said(cell) for cell in _code(saved))


def _code(notebook: Any) -> list[Any]:  # noqa: ANN401 - nbformat has no types
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _said(cell: Any) -> list[str]:  # noqa: ANN401 - the same
    return [
        output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]
        for output in cell["outputs"]
    ]


def _kinds(cell: Any) -> list[list[str]]:  # noqa: ANN401 - the same
    return [sorted(output.get("data", {"stream": ""})) for output in cell["outputs"]]
