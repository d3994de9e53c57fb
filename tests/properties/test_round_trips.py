"""What goes out comes back the same: values, rows, tables and files."""

from __future__ import annotations

import math
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.io import read_dossier, write_dossier
from claimcheck.model.claim import Claim
from claimcheck.model.decision import Decision, Ruling
from claimcheck.model.source import Source
from claimcheck.model.stance import Stance
from claimcheck.tables.cells import FIRST_PLAIN_ORDINAL, end_column, end_text
from claimcheck.tables.dossier import Dossier
from claimcheck.tables.frames import (
    claims_frame,
    claims_from,
    decisions_frame,
    decisions_from,
    sources_frame,
    sources_from,
)
from claimcheck.tables.shapes import KINDS, METHODS

printable = st.characters(exclude_categories=["Cs", "Cc"])
awkward = st.sampled_from(
    [
        "NA",
        "",
        '"',
        '","',
        "a\nb",
        "a\r\nb",
        "a\rb",
        "=1+1",
        "007",
        "1,5",
        "'",
        "'=1",
        "-5-3",
        "''-",
    ]
)
texts = (st.text(printable, max_size=8) | awkward).map(str.strip)
names = st.text(st.sampled_from("ab-é 7Ω"), min_size=1, max_size=5).filter(
    lambda t: bool(t.strip())
)
times = st.sampled_from(["", "2010", "2007-07", "1918/1920", "2004~", "199X", "../1917"])
numbers = st.floats(allow_nan=False) | st.integers(-(10**6), 10**6).map(float)
days = st.integers(FIRST_PLAIN_ORDINAL, date.max.toordinal()).map(float)
stances = st.sampled_from(list(Stance))


@st.composite
def claim_rows(draw: st.DrawFn, *, claim_id: str, others: tuple[str, ...] = ()) -> dict[str, Any]:
    """The cells of a claim; it may turn against *others*."""
    unit = draw(st.sampled_from(["people", "km", "date"]))
    ends = sorted(draw(st.lists(days if unit == "date" else numbers, min_size=3, max_size=3)))
    lower, best, upper = (draw(st.just(end) | st.none()) for end in ends)
    stance = draw(stances)
    against = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
    return {
        "claim_id": claim_id,
        "source_id": draw(names),
        "subject": draw(names),
        "measure": draw(names),
        "place": draw(texts),
        "method": draw(st.sampled_from(["", *METHODS])),
        "as_of": draw(times),
        "figure": draw(texts) or "5 million",
        "lower": lower,
        "upper": upper,
        "best": best,
        "unit": unit,
        "stance": stance,
        "disputes": () if stance.votes else against,
        "note": draw(texts),
    }


@st.composite
def claim_lists(draw: st.DrawFn) -> list[Claim]:
    """One to four claims of one table."""
    ids = draw(st.lists(names.map(str.strip), min_size=1, max_size=4, unique=True))
    return [
        Claim(
            **draw(claim_rows(claim_id=name, others=tuple(other for other in ids if other != name)))
        )
        for name in ids
    ]


@st.composite
def source_lists(draw: st.DrawFn) -> list[Source]:
    """One to four sources, of which each may copy those before it."""
    ids = draw(st.lists(names.map(str.strip), min_size=1, max_size=4, unique=True))
    return [
        Source(
            source_id=name,
            title=draw(texts),
            kind=draw(st.sampled_from(["", *KINDS])),
            published=draw(times),
            derived_from=ids[:place],
            note=draw(texts),
        )
        for place, name in enumerate(ids)
    ]


@given(claim_lists())
def test_claims_come_back_from_their_table(claims: list[Claim]) -> None:
    """A value and its row say the same."""
    assert claims_from(claims_frame(claims)) == tuple(claims)
    assert [Claim.from_row(claim.to_row()) for claim in claims] == claims


@given(source_lists())
def test_sources_come_back_from_their_table(sources: list[Source]) -> None:
    """A value and its row say the same."""
    assert sources_from(sources_frame(sources)) == tuple(sources)


@given(
    st.lists(
        st.builds(
            Decision,
            finding_id=names,
            ruling=st.sampled_from(list(Ruling)),
            because=names,
            by=texts,
            at=texts,
            until=times,
            expect=texts,
            fingerprint=texts,
        )
    )
)
def test_decisions_come_back_from_their_table(decisions: list[Decision]) -> None:
    """Nothing of a ruling is lost."""
    assert decisions_from(decisions_frame(decisions)) == tuple(decisions)


@settings(max_examples=30)
@given(claim_lists())
def test_the_door_changes_nothing_in_good_claims(claims: list[Claim]) -> None:
    """Checking is looking, and no more."""
    dossier = Dossier.of(claims)

    assert claims_from(dossier.claims) == tuple(claims)
    assert Dossier.of(dossier.claims).claims.equals(dossier.claims)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".jsonl"])
@settings(max_examples=20)
@given(claims=claim_lists(), sources=source_lists())
def test_a_dossier_comes_back_from_every_format(
    suffix: str, claims: list[Claim], sources: list[Source]
) -> None:
    """Files are the only memory that a dossier has."""
    known = {source.source_id for source in sources}
    sources += [Source(source_id=name) for name in {claim.source_id for claim in claims} - known]
    dossier = Dossier.of(claims, sources)

    with tempfile.TemporaryDirectory() as place:
        folder = write_dossier(dossier, Path(place) / "dossier", suffix=suffix)
        again = read_dossier(folder)

    in_file = _newlines if suffix == ".xlsx" else (lambda value: value)
    assert claims_from(again.claims) == tuple(in_file(claim) for claim in claims)
    assert sources_from(again.sources) == tuple(in_file(source) for source in sources)


def _newlines(value: Claim | Source) -> Claim | Source:
    """The value with the line breaks that a workbook has."""
    row = value.to_row().items()
    return type(value).from_row(
        {
            name: cell.replace("\r\n", "\n").replace("\r", "\n") if isinstance(cell, str) else cell
            for name, cell in row
        }
    )


@given(st.lists(numbers | st.just(math.nan)))
def test_numbers_come_back_from_their_text(values: list[float]) -> None:
    """The shortest text that reads as the same float."""
    ends = pd.Series(values, dtype="float64")
    is_day = pd.Series(data=False, index=ends.index)

    again, unreadable = end_column(end_text(ends, is_day=is_day), is_day=is_day)

    np.testing.assert_array_equal(again, ends)
    assert not unreadable.any()


@given(st.lists(days | st.sampled_from([math.nan, math.inf, -math.inf])))
def test_days_come_back_from_their_text(values: list[float]) -> None:
    """An ordinal and an ISO day are one."""
    ends = pd.Series(values, dtype="float64")
    is_day = pd.Series(data=True, index=ends.index)

    again, unreadable = end_column(end_text(ends, is_day=is_day), is_day=is_day)

    np.testing.assert_array_equal(again, ends)
    assert not unreadable.any()
