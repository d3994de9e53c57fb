"""What each picture shows, held on its data and on the objects drawn, never on pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import claimcheck as cc
from claimcheck.errors import MissingExtraError, UnknownNameError
from claimcheck.reports.plots import canvas, forest, ideogram, parts, source_matrix, timeline
from claimcheck.reports.plots.forest import forest_rows
from claimcheck.reports.plots.ideogram import ideogram_curve
from claimcheck.reports.plots.matrix import matrix_rows
from claimcheck.reports.plots.parts import part_rows
from claimcheck.reports.plots.timeline import timeline_rows
from claimcheck.tables.results import Results

pyplot = pytest.importorskip("matplotlib.pyplot", reason="matplotlib is not installed")
FIXTURE = Path(__file__).parents[2] / "fixtures" / "azerbaijani-diaspora"
RUSSIA = "azerbaijanis/population/russia"
WORLD = "azerbaijanis/population/world"


@pytest.fixture(scope="module")
def diaspora() -> Results:
    """The dossier that is shipped."""
    return cc.reconcile(cc.read_dossier(FIXTURE)).results


@pytest.fixture(autouse=True)
def no_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures are drawn in memory and closed after each test."""
    monkeypatch.setenv("MPLBACKEND", "agg")
    pyplot.switch_backend("agg")
    yield
    pyplot.close("all")


def test_a_forest_puts_the_claims_of_one_origin_together_least_first(diaspora: Results) -> None:
    """An echo stands beside what it repeats, so that it is seen as one."""
    rows = forest_rows(diaspora, WORLD)

    runs = (rows["origin"] != rows["origin"].shift()).sum()
    assert runs == rows["origin"].nunique()
    firsts = rows.groupby("origin", sort=False)["possible_lower"].min()
    assert firsts.is_monotonic_increasing
    assert rows["label"].iloc[0] == "about 30-35 million people"


def test_a_forest_marks_points_by_stance_and_open_ends_by_arrows(diaspora: Results) -> None:
    """A colour alone tells nothing to one man in twelve."""
    ax = forest(diaspora, WORLD)

    drawn = {line.get_marker(): line for line in ax.lines if len(line.get_xdata())}
    assert drawn["s"].get_label() == "disputes"
    assert drawn["s"].get_markerfacecolor() == "white"
    assert list(drawn[">"].get_xdata()) == [ax.get_xlim()[1]]
    assert "<" not in drawn


def test_a_forest_that_spans_a_factor_of_ten_has_a_log_axis(results: Results) -> None:
    """On a linear axis a tenth is a dot at the edge."""
    assert forest(results, "q-terns").get_xscale() == "linear"
    ends = ["said_lower", "said_upper", "possible_lower", "possible_upper"]
    results.claims.loc[results.claims["claim_id"] == "b-1", ends] *= 10

    ax = forest(results, "q-terns")
    assert ax.get_xscale() == "log"
    assert ax.get_xlabel() == f"{results.quantities['unit'].iloc[0]}, log scale"


def test_days_stand_on_a_linear_axis_however_far_apart() -> None:
    """The year 2000 is not twenty times the year 100."""
    shared = {"subject": "the city", "measure": "founded", "unit": "date", "stance": "asserts"}
    claims = pd.DataFrame(
        {"claim_id": ["a", "b"], "source_id": ["a", "b"], "figure": ["0100", "2000"]}
    ).assign(**shared, lower=["0100-01-01", "2000-01-01"], upper=["0100-12-31", "2000-12-31"])
    found = cc.reconcile(claims).results
    quantity = found.quantities["quantity_id"].item()

    for picture in (forest, ideogram):
        assert picture(found, quantity).get_xscale() == "linear"


def test_a_claim_without_a_figure_has_no_row(results: Results) -> None:
    """There is nothing to draw of it."""
    assert "e-1" not in forest_rows(results, "q-terns")["claim_id"].tolist()


def test_a_timeline_goes_by_time_and_leaves_out_what_has_none(diaspora: Results) -> None:
    """An undated figure has no place on it."""
    rows = timeline_rows(diaspora, RUSSIA)

    assert rows["time_start"].is_monotonic_increasing
    assert rows["claim_id"].tolist() == ["wp-diaspora-066", "odr-2017-029"]
    assert timeline(diaspora, RUSSIA).get_xticklabels()[0].get_text() == "2010"


def test_parts_stand_under_their_whole_and_add_up(diaspora: Results) -> None:
    """The last bar ends where the sum is."""
    rows = part_rows(diaspora, "T01-infobox")
    ax = parts(diaspora, "T01-infobox")

    assert rows["role"].tolist() == ["whole"] + ["part"] * (len(rows) - 1)
    members = rows[rows["role"] == "part"]
    ends = [bar.get_x() + bar.get_width() for bar in ax.patches]
    assert max(ends[-len(members) :]) == pytest.approx(members["most"].sum())


def test_an_ideogram_has_a_peak_for_each_camp(diaspora: Results) -> None:
    """That is what it is for: to see whether the figures crowd in one place or in several."""
    curve = ideogram_curve(diaspora, WORLD)
    height = curve["y"].to_numpy()

    peaks = np.flatnonzero((height[1:-1] > height[:-2]) & (height[1:-1] > height[2:])) + 1
    assert len(peaks) == 2
    assert height.max() == 1.0
    assert len(ideogram(diaspora, WORLD).lines) == 1


def test_a_tight_figure_does_not_hide_the_rest(results: Results) -> None:
    """Each claim has an area of one over its spread, and not over the square of it."""
    ends = pd.DataFrame(
        {"possible_lower": [90.0, 199.0], "possible_upper": [110.0, 201.0], "said_best": 0.0}
    )
    ends["said_best"] = [100.0, 200.0]
    claims = results.claims.head(2).assign(**ends, votes=True)
    curve = ideogram_curve(Results(**{**_fields(results), "claims": claims}), "q-terns")

    near = curve["x"] < 150
    area = [np.trapezoid(part["y"], part["x"]) for part in (curve[near], curve[~near])]
    assert area[1] / area[0] == pytest.approx(5.0 / 1.1, rel=0.05)


def test_the_matrix_counts_pairs_of_different_sources_once(diaspora: Results) -> None:
    """What a source says twice is no agreement between sources."""
    rows = matrix_rows(diaspora)

    assert (rows["left"] != rows["right"]).all()
    home = diaspora.claims.set_index("claim_id")["source_id"]
    sides = [diaspora.pairs[side].map(home) for side in ("left", "right")]
    assert rows[["agree", "apart", "explained"]].sum().sum() == (sides[0] != sides[1]).sum()
    assert len(source_matrix(diaspora).texts) == 2 * len(rows)


def test_a_picture_is_drawn_on_axes_of_your_own(diaspora: Results) -> None:
    """Papers set several side by side."""
    mine = pyplot.figure().subplots()

    assert forest(diaspora, RUSSIA, mine) is mine


def test_an_unknown_quantity_is_named(diaspora: Results) -> None:
    """A slip of the finger is no traceback of matplotlib."""
    with pytest.raises(UnknownNameError, match="no quantity 'x'"):
        forest(diaspora, "x")
    with pytest.raises(UnknownNameError, match="no total 'x'"):
        parts(diaspora, "x")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no plots reads how to get them."""

    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(canvas, "import_module", missing)
    with pytest.raises(MissingExtraError, match=r'"\.\[plots\]" in a checkout'):
        canvas.axes(None)


def _fields(results: Results) -> dict[str, object]:
    names = ("name", "sources", "totals", "quantities", "camps", "pairs", "findings", "summary")
    return {name: getattr(results, name) for name in (*names, "settings")}
