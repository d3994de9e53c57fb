"""Claims, sources and quantities by their id, each with the words that a report has for it."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from attrs import frozen

from claimcheck.reports.document import Span, Statement
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.tables.told_units import unit_beside
from claimcheck.values import wording

Row = Mapping[Hashable, Any]

_NO_STANCE = "asserts"
_FIGURELESS = ("no-figure", "unparsed")
_UNITLESS = (*_FIGURELESS, "date")


def text(row: Row, column: str) -> str:
    """What *row* has in *column*, as words; empty where it has nothing."""
    value = row.get(column, "")
    is_nothing = value is None or (isinstance(value, float) and math.isnan(value))
    return "" if is_nothing else str(value)


@frozen(eq=False, repr=False)
class Catalogue:
    """The rows of *results* by id.

    Attributes:
        results: The tables.
        claims: Rows of the claims that were asked for, by id.
        sources: Rows of all sources, by id.
        quantities: Rows of all quantities, by id.
    """

    results: Results
    claims: Mapping[str, Row]
    sources: Mapping[str, Row]
    quantities: Mapping[str, Row]

    @classmethod
    def of(cls, results: Results, claim_ids: Iterable[str]) -> Catalogue:
        """The catalogue of *results* with the claims *claim_ids*."""
        wanted = results.claims[results.claims[c.CLAIM_ID].isin(set(claim_ids))]
        return cls(
            results=results,
            claims=_by(c.CLAIM_ID, wanted.to_dict("records")),
            sources=_by(c.SOURCE_ID, results.sources.to_dict("records")),
            quantities=_by(c.QUANTITY_ID, results.quantities.to_dict("records")),
        )

    def quantity(self, quantity_id: str) -> str:
        """Subject, measure, place and scope of a quantity; its id where it is not listed."""
        row = self.quantities.get(quantity_id)
        return quantity_name(row) if row else quantity_id

    def title(self, finding: Row) -> str:
        """The quantity of a finding in words, or what its first known claim is about."""
        quantity_id = text(finding, c.QUANTITY_ID)
        if quantity_id:
            return self.quantity(quantity_id)
        known = (self.claims[name] for name in finding[c.CLAIM_IDS] if name in self.claims)
        return quantity_name(next(known, {}))

    def source(self, source_id: str) -> str:
        """Title and publisher of a source, or what else it is known by."""
        row = self.sources.get(source_id)
        return source_name(row) if row else source_id

    def statement(self, claim_id: str) -> Statement:
        """The figure of a claim, with who says it and for when."""
        row = self.claims.get(claim_id)
        if row is None:
            return Statement(claim_id=claim_id, figure="(not among the claims)", who="")
        credited = text(row, c.ORIGIN_ID)
        return Statement(
            claim_id=claim_id,
            figure=figure(row),
            who=self.source(text(row, c.SOURCE_ID)),
            credits=self.source(credited) if credited else "",
            when=wording.time(text(row, c.AS_OF)),
            stance=text(row, c.STANCE) or _NO_STANCE,
            scope=text(row, c.SCOPE),
            place=text(row, c.LOCATOR),
            url=text(self.sources.get(text(row, c.SOURCE_ID), {}), c.URL),
            span=_span(row),
        )


def quantity_name(row: Row) -> str:
    """Subject, measure, place and scope of a row of quantities or claims."""
    return wording.joined([text(row, name) for name in (c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE)])


def source_name(row: Row) -> str:
    """Title and publisher of a row of sources; its publisher and date, or its id, without."""
    title, publisher = text(row, c.TITLE), text(row, c.PUBLISHER)
    if title and publisher and publisher.casefold() not in title.casefold():
        return f"{title} ({publisher})"
    if title:
        return title
    if publisher:
        return wording.joined([publisher, wording.time(text(row, c.PUBLISHED))], ", ")
    return text(row, c.SOURCE_ID)


def figure(row: Row) -> str:
    """The figure of a row of claims as its source has it, else the ends that were given.

    What the phrase does not show itself, such as another reading, stands behind it in brackets.
    """
    phrase, unit = text(row, c.FIGURE), text(row, c.UNIT)
    if not phrase:
        base = text(row, c.BASE_UNIT)
        phrase = wording.interval(_end(row, c.SAID_LOWER), _end(row, c.SAID_UPPER), base)
        unit = base
    else:
        unit = unit_beside(phrase, unit)
    told = phrase if text(row, c.READING) in _UNITLESS else f"{phrase} {unit}".rstrip()
    remarks = [part for part in text(row, c.ANNOTATIONS).split(";") if part and part not in phrase]
    return f"{told} [{'; '.join(remarks)}]" if remarks else told


def _span(row: Row) -> Span | None:
    if text(row, c.READING) in _FIGURELESS:
        return None
    return Span(
        said=(_end(row, c.SAID_LOWER), _end(row, c.SAID_UPPER)),
        best=_end(row, c.SAID_BEST),
        possible=(_end(row, c.POSSIBLE_LOWER), _end(row, c.POSSIBLE_UPPER)),
        is_day=text(row, c.BASE_UNIT) == "date",
    )


def _end(row: Row, column: str) -> float:
    value = row.get(column)
    return float("nan") if value is None else float(value)


def _by(column: str, rows: Iterable[Row]) -> dict[str, Row]:
    return {str(row[column]): row for row in rows}
