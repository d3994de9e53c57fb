"""The dossier of tables that a program holds already."""

from __future__ import annotations

import datetime as dt
import math
import subprocess
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from claimcheck.errors import DossierError
from claimcheck.model.claim import Claim
from claimcheck.model.source import Source
from claimcheck.tables import columns as c
from claimcheck.tables.dossier import Dossier
from claimcheck.tables.frames import claims_from, sources_from

GOOD = pd.DataFrame(
    {
        "claim_id": ["a", "b"],
        "source_id": ["s", "t"],
        "subject": "x",
        "measure": "population",
        "figure": ["5 million", "6 million"],
        "unit": "people",
        "stance": ["Supports", "query"],
    }
)


def test_every_column_is_there_in_order_and_typed() -> None:
    """Whoever reads the table afterwards asks for no column twice."""
    dossier = Dossier.of(GOOD.assign(key=[1, 2]).iloc[:, ::-1])

    assert list(dossier.claims) == [*c.CLAIM_COLUMNS, "key"]
    assert list(dossier.sources) == list(c.SOURCE_COLUMNS)
    assert list(dossier.totals) == list(c.TOTAL_COLUMNS)
    assert {str(dossier.claims[name].dtype) for name in c.NUMERIC} == {"float64"}
    texts = [name for name in c.CLAIM_COLUMNS if name not in c.NUMERIC]
    assert all(dossier.claims[name].dtype == "str" for name in texts)
    assert dossier.claims["key"].tolist() == [1, 2]
    assert dossier.claims["note"].tolist() == ["", ""]


def test_synonyms_and_spellings_become_the_words_of_the_specification() -> None:
    """One word for one thing, from here on."""
    dossier = Dossier.of(
        GOOD.assign(method=["Census", ""]),
        pd.DataFrame({"source_id": ["s", "t"], "kind": ["Media", "NGO"]}),
        pd.DataFrame({"total_id": ["T"], "whole": ["a"], "part": ["b"], "complete": [True]}),
    )

    assert dossier.claims["stance"].tolist() == ["asserts", "disputes"]
    assert dossier.claims["method"].tolist() == ["census", ""]
    assert dossier.sources["kind"].tolist() == ["media", "ngo"]
    assert dossier.totals["complete"].tolist() == ["yes"]


@pytest.mark.parametrize(
    "dtype", ["object", "str", "string[python]", "string[pyarrow]", "category"]
)
def test_text_of_any_dtype_is_read(dtype: str) -> None:
    """Frames come from everywhere."""
    dossier = Dossier.of(GOOD.astype(dtype))

    assert dossier.claims.equals(Dossier.of(GOOD).claims)


@pytest.mark.parametrize("dtype", ["int64", "float64", "Int64", "int32[pyarrow]", "object"])
def test_ids_and_figures_that_are_numbers_become_their_plain_text(dtype: str) -> None:
    """A column of numbers turns into floats as soon as one is missing; 7.0 is still claim 7."""
    table = GOOD.assign(
        claim_id=pd.Series([7, 8], dtype=dtype),
        figure=pd.Series([603_070, 64], dtype=dtype),
        as_of=pd.Series([2010, 2011], dtype=dtype),
        disputes=pd.Series([np.nan, 7.0]),
    )

    dossier = Dossier.of(table)

    assert dossier.claims["claim_id"].tolist() == ["7", "8"]
    assert dossier.claims["figure"].tolist() == ["603070", "64"]
    assert dossier.claims["as_of"].tolist() == ["2010", "2011"]
    assert dossier.claims["disputes"].tolist() == ["", "7"]


@pytest.mark.parametrize("dtype", ["int64", "float32", "Float64", "double[pyarrow]", "str"])
def test_ends_of_any_dtype_become_float64(dtype: str) -> None:
    """One kernel serves all."""
    table = GOOD.assign(lower=pd.Series([5, 6]).astype(dtype), upper=[math.inf, math.nan])

    dossier = Dossier.of(table)

    assert dossier.claims["lower"].tolist() == [5.0, 6.0]
    assert dossier.claims["upper"].iloc[0] == math.inf
    assert math.isnan(dossier.claims["upper"].iloc[1])


@pytest.mark.parametrize(
    "days",
    [
        ["1992-06-05", "2001-12-01"],
        [dt.date(1992, 6, 5), dt.date(2001, 12, 1)],
        pd.to_datetime(["1992-06-05", "2001-12-01"]),
        [727_354.0, 730_820.0],
    ],
)
def test_days_become_proleptic_ordinals(days: object) -> None:
    """ISO text, dates and ordinals are one and the same day."""
    dossier = Dossier.of(GOOD.assign(unit="date", lower=days, upper=days))

    assert dossier.claims["lower"].tolist() == [727_354.0, 730_820.0]


def test_a_year_among_ordinals_is_refused() -> None:
    """Day 1992 is in the year 6; whoever wrote 1992 meant the year."""
    with pytest.raises(DossierError, match="'1992' is no day"):
        Dossier.of(GOOD.assign(unit="date", lower=[1992.0, 727_354.0]))


def test_a_figure_that_cannot_be_parsed_is_no_problem_here() -> None:
    """It is kept, and marked where figures are read."""
    dossier = Dossier.of(GOOD.assign(figure="a few more than last time"))

    assert dossier.claims["figure"].tolist() == ["a few more than last time"] * 2


def test_sources_that_are_not_given_are_made_from_the_ids() -> None:
    """Origins are sources as well."""
    dossier = Dossier.of(GOOD.assign(origin_id=["", "u"]))

    assert dossier.sources["source_id"].tolist() == ["s", "t", "u"]
    assert (dossier.sources["publisher"] == "").all()


def test_a_checked_table_passes_again_unchanged() -> None:
    """The second door finds nothing to do."""
    first = Dossier.of(GOOD.assign(unit="date", lower="1992-06-05", extra=[1.5, math.nan]))
    second = Dossier.of(first.claims, first.sources, first.totals)

    assert second.claims.equals(first.claims)
    assert second.sources.equals(first.sources)


def test_the_caller_keeps_his_frame() -> None:
    """Reading a table does not write to it."""
    table = GOOD.set_index(pd.Index([9, 9]))
    before = table.copy()

    Dossier.of(table)

    pd.testing.assert_frame_equal(table, before)


def test_no_claims_are_a_dossier() -> None:
    """A new folder has a header and nothing else."""
    dossier = Dossier.of(GOOD.iloc[:0])

    assert len(dossier.claims) == len(dossier.sources) == len(dossier.totals) == 0
    assert dossier.claims["lower"].dtype == "float64"


def test_claims_and_sources_may_be_values() -> None:
    """What a program built is a dossier as it stands, and can be had back."""
    claim = Claim(
        claim_id="a", source_id="s", subject="x", measure="m", unit="km", lower=5, stance="asserts"
    )
    source = Source(source_id="s", kind="media", published="2010")

    dossier = Dossier.of([claim], [source], name="rivers")

    assert claims_from(dossier.claims) == (claim,)
    assert sources_from(dossier.sources) == (source,)
    assert repr(dossier) == "<Dossier 'rivers': 1 claims, 1 sources, 0 totals>"


def test_pandera_is_loaded_where_a_table_is_checked_and_not_before() -> None:
    """It takes long to load, and a command line may have no table to check."""
    code = "import sys, claimcheck.tables.dossier; sys.exit('pandera' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_lists_of_arrow_are_names_where_names_are_listed_and_nowhere_else() -> None:
    """A data frame that came through Arrow keeps its nested types."""
    lists = pd.Series([[], ["a"]], dtype=pd.ArrowDtype(pa.list_(pa.string())))

    dossier = Dossier.of(GOOD.assign(stance="denies", disputes=lists))

    assert dossier.claims["disputes"].tolist() == ["", "a"]
    with pytest.raises(DossierError, match="is nested"):
        Dossier.of(GOOD.assign(note=lists))


def test_sources_without_ids_are_refused() -> None:
    """Claims find them by nothing else, and the other faults are told beside."""
    with pytest.raises(DossierError) as caught:
        Dossier.of(GOOD, pd.DataFrame({"title": ["A"], "kind": ["blog"]}))

    assert [problem.column for problem in caught.value.problems] == ["source_id", "kind"]
