"""What the three tables keep, row by row."""

from __future__ import annotations

import pandas as pd
import pytest

from claimcheck.errors import DossierError, Problem
from claimcheck.tables.dossier import Dossier

GOOD = {
    "claim_id": "a",
    "source_id": "s",
    "subject": "x",
    "measure": "population",
    "figure": "5 million",
    "unit": "people",
    "stance": "asserts",
}


def claims(*rows: dict[str, object]) -> pd.DataFrame:
    """Good claims with the cells of *rows* in place of theirs."""
    return pd.DataFrame([{**GOOD, "claim_id": f"c{n}", **row} for n, row in enumerate(rows)])


def problems(
    claim_table: pd.DataFrame,
    sources: pd.DataFrame | None = None,
    totals: pd.DataFrame | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with the tables."""
    with pytest.raises(DossierError) as caught:
        Dossier.of(claim_table, sources, totals)
    return caught.value.problems


@pytest.mark.parametrize(
    ("cells", "column", "problem", "hint"),
    [
        ({"claim_id": ""}, "claim_id", "claim_id is empty", "give a claim_id"),
        ({"unit": " "}, "unit", "unit is empty", "give a unit"),
        ({"stance": ""}, "stance", "stance is empty", "give a stance"),
        ({"stance": "assrts"}, "stance", "'assrts' is no stance", "did you mean asserts?"),
        ({"claim_id": "c0"}, "claim_id", "'c0' is the claim_id of row 2 already", "its own"),
        ({"as_of": "May 2010"}, "as_of", "'May 2010' is no EDTF date", "did you mean 2010-05?"),
        ({"as_of": "03.06.2024"}, "as_of", "'03.06.2024' is no EDTF", "did you mean 2024-06-03?"),
        ({"as_of": "03/06/2024"}, "as_of", "'03/06/2024' is no EDTF date", "2007-07"),
        ({"as_of": "soon"}, "as_of", "'soon' is no EDTF date", "2007-07"),
        ({"as_of": "2010-02-30"}, "as_of", "'2010-02-30' is no day of the calendar", "2010"),
        ({"as_of": "2012/2010"}, "as_of", "ends before it starts", "2010/2012"),
        ({"method": "cencus"}, "method", "method 'cencus' is not known", "did you mean census?"),
        ({"lower": "5 million"}, "lower", "'5 million' is no number", "figure"),
        ({"upper": "5,000,000"}, "upper", "'5,000,000' is no number", "write 5000000"),
        ({"upper": "5,5"}, "upper", "'5,5' is no number", "write 5.5"),
        ({"lower": "1e999"}, "lower", "'1e999' is no number", "digits"),
        ({"lower": "nan"}, "lower", "'nan' is no number", "digits"),
        ({"lower": "60", "upper": "40"}, "lower", "lower 60 exceeds upper 40", "swap"),
        ({"lower": "4", "best": "3"}, "best", "best 3 lies outside 4 to open", "between"),
        ({"figure": ""}, "figure", "there is no figure", "lower and upper"),
        ({"figure": "", "best": "3"}, "figure", "there is no figure", "a single value in lower"),
        ({"unit": "date", "lower": "1992"}, "lower", "'1992' is no day", "1992-01-01"),
        ({"unit": "date", "lower": "1992-02-30"}, "lower", "'1992-02-30' is no day", "ISO"),
        (
            {"unit": "Date", "lower": "1992-02-03", "upper": "1991-01-01"},
            "lower",
            "lower 1992-02-03 exceeds upper 1991-01-01",
            "swap",
        ),
        ({"stance": "denies", "disputes": "c0;cc"}, "disputes", "'cc' is no claim_id", "c"),
        ({"stance": "denies", "disputes": "c1"}, "disputes", "'c1' disputes itself", "against"),
        ({"disputes": "c0"}, "disputes", "the claim asserts its figure", "disputes or denies"),
        ({"note": {"by": "Day"}}, "note", "{'by': 'Day'} is nested", "one text"),
        ({"lower": [1, 2]}, "lower", "[1, 2] is nested", "one text"),
    ],
)
def test_a_bad_cell_gives_one_problem_with_its_place_and_the_mend(
    cells: dict[str, object], column: str, problem: str, hint: str
) -> None:
    """Row 3 of a spreadsheet is the second claim: row 1 is the header."""
    (found,) = problems(claims({}, cells))

    assert (found.file, found.row, found.column) == ("claims", 3, column)
    assert problem in found.problem
    assert hint in found.hint


def test_all_bad_rows_are_named_at_once_in_their_order() -> None:
    """Nobody likes to mend one row, run, and be told of the next."""
    table = claims({"stance": "x"}, {}, {"as_of": "?", "unit": ""}, {"figure": None})

    assert [(found.row, found.column) for found in problems(table)] == [
        (2, "stance"),
        (4, "as_of"),
        (4, "unit"),
        (5, "figure"),
    ]


def test_missing_columns_are_named_beside_the_bad_rows() -> None:
    """A column under another name is found out, and hides no other fault."""
    table = claims({"as_of": "soon"}).rename(columns={"claim_id": "Claim ID", "unit": "Unit "})

    found = problems(table)

    assert [(one.row, one.column) for one in found] == [
        (None, "claim_id"),
        (None, "unit"),
        (2, "as_of"),
    ]
    assert found[0].hint == "rename the column 'Claim ID' to claim_id"
    bare = claims({}).rename(columns={"claim_id": "id"})
    assert problems(bare)[0].hint == "rename the column 'id' to claim_id"


def test_a_table_without_a_column_of_figures_has_one_problem() -> None:
    """A million rows need not be told of the same."""
    table = claims(*[{}] * 50).drop(columns="figure")

    assert [(one.row, one.column) for one in problems(table)] == [(None, "figure")]


def test_a_column_that_stands_there_twice_is_refused() -> None:
    """One of them would win in silence."""
    table = pd.concat([claims({}), pd.DataFrame({"unit": ["km"]})], axis=1)

    (found,) = problems(table)

    assert found.problem == "the column stands there twice"


def test_a_claim_needs_its_source_in_the_table_of_sources() -> None:
    """A typing error would make a second, independent source."""
    sources = pd.DataFrame({"source_id": ["newsaz-2026", "s"]})

    found = problems(claims({"source_id": "newsaz-2025"}, {"origin_id": "t"}), sources)

    assert [(one.row, one.column) for one in found] == [(2, "source_id"), (3, "origin_id")]
    assert found[0].hint.startswith("did you mean newsaz-2026?")


@pytest.mark.parametrize(
    ("cells", "column", "problem"),
    [
        ({"source_id": ""}, "source_id", "source_id is empty"),
        ({"source_id": "s"}, "source_id", "'s' is the source_id of row 2 already"),
        ({"kind": "blog"}, "kind", "kind 'blog' is not known"),
        ({"published": "yesterday"}, "published", "'yesterday' is no EDTF date"),
        ({"derived_from": "s;nobody"}, "derived_from", "'nobody' is not in the sources"),
        ({"derived_from": "t"}, "derived_from", "'t' is derived from itself: t from t"),
    ],
)
def test_a_bad_source_is_named(cells: dict[str, str], column: str, problem: str) -> None:
    """The table of sources is held to as much as that of the claims."""
    sources = pd.DataFrame([{"source_id": "s"}, {"source_id": "t", **cells}])

    (found,) = problems(claims({}), sources)

    assert (found.file, found.row, found.column) == ("sources", 3, column)
    assert problem in found.problem


def test_every_source_of_a_circle_is_told_the_way_round() -> None:
    """Somebody was first, and only a person can say who."""
    sources = pd.DataFrame(
        {"source_id": ["s", "t", "u", "v"], "derived_from": ["t", "u", "s", "s"]}
    )

    found = problems(claims({}), sources)

    assert [one.row for one in found] == [2, 3, 4]
    assert found[0].problem == "'s' is derived from itself: s from t from u from s"


@pytest.mark.parametrize(
    ("cells", "column", "problem"),
    [
        ({"part": ""}, "part", "part is empty"),
        ({"part": "z"}, "part", "'z' is not in the claims"),
        ({"whole": "z"}, "whole", "'z' is not in the claims"),
        ({"part": "c0"}, "part", "'c0' is a part of itself"),
        ({"part": "c1"}, "part", "'c1' is a part of 'T' already"),
        ({"whole": "c3"}, "whole", "the first row of 'T' has another whole than 'c3'"),
        ({"complete": "maybe"}, "complete", "complete 'maybe' is not known"),
        ({"complete": "no"}, "complete", "the first row of 'T' has another complete"),
    ],
)
def test_a_bad_row_of_a_total_is_named(cells: dict[str, str], column: str, problem: str) -> None:
    """Arithmetic on the wrong parts would be worse than none."""
    row = {"total_id": "T", "whole": "c0", "part": "c1", "complete": "yes"}
    totals = pd.DataFrame([row, {**row, "part": "c2", **cells}])

    (found,) = problems(claims({}, {}, {}, {}), totals=totals)

    assert (found.file, found.row, found.column) == ("totals", 3, column)
    assert problem in found.problem


def test_suggestions_do_not_slow_down_a_table_that_is_wrong_throughout() -> None:
    """A thousand unknown sources are named, and only the first are helped."""
    table = claims(*[{"source_id": f"source {n}"} for n in range(1_000)])
    sources = pd.DataFrame({"source_id": [f"source-{n}" for n in range(300)]})

    found = problems(table, sources)

    assert len(found) == 1_000
    assert "did you mean" in found[0].hint
    assert "did you mean" not in found[-1].hint
