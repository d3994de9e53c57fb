"""The words of findings: what the names in braces of a check's message stand for."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np
import pandas as pd
from attrs import frozen

from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.told_units import unit_beside
from claimcheck.values import wording

ROUGH_METHODS = ("estimate", "sum", "slogan")
"""How figures come about that know few digits."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@frozen(eq=False)
class ClaimWords:
    """Words for claims by position; columns are read as arrays, once.

    Attributes:
        columns: The claims as read, column by column.
        sources: What to call each source, by its id.
        published: When each source appeared, by its id, as written.
        settings: The constants that were used.
    """

    columns: Mapping[str, np.ndarray]
    sources: Mapping[str, str]
    published: Mapping[str, str]
    settings: Settings

    @classmethod
    def of(cls, claims: pd.DataFrame, sources: pd.DataFrame, settings: Settings) -> ClaimWords:
        """Words for *claims*, with the titles of *sources*."""
        named = zip(sources[c.SOURCE_ID], sources[c.TITLE], sources[c.PUBLISHER], strict=True)
        names = {source: title or publisher or source for source, title, publisher in named}
        columns = {
            name: claims[name].to_numpy(dtype=object)
            if claims[name].dtype.name in {"str", "category"}
            else claims[name].to_numpy()
            for name in claims.columns
        }
        return cls(
            columns,
            names,
            dict(zip(sources[c.SOURCE_ID], sources[c.PUBLISHED], strict=True)),
            settings,
        )

    def value(self, column: str, row: int) -> float:
        """The number in *column* at *row*."""
        return float(self.columns[column][row])

    def text(self, column: str, row: int) -> str:
        """The text in *column* at *row*."""
        return str(self.columns[column][row])

    def is_dated(self, row: int) -> bool:
        """Whether the figure is a day."""
        return self.text(c.DIMENSION, row) == "date"

    def figure(self, row: int) -> str:
        """The phrase as the source has it, or the numbers; with the unit, unless it names one."""
        phrase = self.text(c.FIGURE, row).strip()
        if not phrase:
            lower, upper = self.value(c.SAID_LOWER, row), self.value(c.SAID_UPPER, row)
            said = wording.interval(lower, upper, self.text(c.DIMENSION, row))
            unit = "" if self.is_dated(row) else self.text(c.BASE_UNIT, row)
            return f"{said} {unit}".rstrip()
        unit = unit_beside(phrase, self.text(c.UNIT, row))
        return f"“{phrase}”" + (f" {unit}" if unit else "")

    def when(self, row: int) -> str:
        """The time of the figure, as written."""
        return self.text(c.TIME, row) or "undated"

    def source(self, row: int) -> str:
        """What to call the document."""
        source = self.text(c.SOURCE_ID, row)
        return self.sources.get(source, source)

    def who(self, row: int) -> str:
        """The document, and whom it credits."""
        credited = self.text(c.ORIGIN_ID, row)
        document = self.source(row)
        if not credited or credited == self.text(c.SOURCE_ID, row):
            return document
        return f"{document} crediting {self.sources.get(credited, credited)}"

    def claim(self, row: int) -> str:
        """Figure, source and time in one."""
        when = "" if self.is_dated(row) else f", {self.when(row)}"
        return f"{self.figure(row)} ({self.who(row)}{when}{self._remarks(row)})"

    def _remarks(self, row: int) -> str:
        """What the phrase does not show itself, such as another reading of it."""
        phrase, remarks = self.text(c.FIGURE, row), self.text(c.ANNOTATIONS, row).split(";")
        return "".join(f"; {remark}" for remark in remarks if remark and remark not in phrase)

    def scope(self, row: int) -> str:
        """Who is counted."""
        return self.text(c.SCOPE, row) or "no scope given"

    def possible(self, row: int) -> str:
        """What the figure leaves possible."""
        return wording.interval(
            self.value(c.POSSIBLE_LOWER, row),
            self.value(c.POSSIBLE_UPPER, row),
            self.text(c.DIMENSION, row),
        )

    def quantity(self, row: int) -> str:
        """Subject, measure, place and scope."""
        parts = [self.text(name, row) for name in (c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE)]
        return ", ".join(part for part in parts if part)

    def stale_reason(self, row: int) -> str:
        """Why the figure is old for its document."""
        published = self.value(c.PUBLISHED_START, row)
        age = (published - self.value(c.LATEST_START, row)) / 365.2425
        if math.isfinite(age) and age >= self.settings.stale_years:
            older = wording.counted(round(age), "year")
            return f"{older} older than its document ({self._published(row)})"
        return "and the same document gives a newer one"

    def anachronism(self, row: int) -> str:
        """Which two times do not go together."""
        published = self._published(row)
        if not self.is_dated(row):
            on = "on" if _DAY.fullmatch(published) else "in"
            return f"it is of {self.when(row)}, and its document appeared {on} {published}"
        if self.value(c.SAID_UPPER, row) < self.value(c.PUBLISHED_START, row):
            return f"it was still to come in a document of {published}, when it had gone by"
        return f"it is told as past in a document of {published}"

    def breadth(self, row: int, ratio: float) -> str:
        """How far the ends of the figure are apart, by their *ratio* where there is one."""
        if math.isfinite(ratio):
            return f"spans a factor of {wording.times(ratio)}"
        return (
            "starts at zero" if self.value(c.SAID_LOWER, row) == 0 else "lies on both sides of zero"
        )

    def precision(self, row: int) -> str:
        """What the figure has more digits for than it can know: its method, or its margin."""
        digits, method = int(self.value(c.DIGITS, row)), self.text(c.METHOD, row)
        if method in ROUGH_METHODS and digits >= self.settings.significant_digits:
            return f"has {digits} significant digits on a figure by {method}, more than it can know"
        margin = (self.value(c.SAID_UPPER, row) - self.value(c.SAID_LOWER, row)) / 2
        grain = wording.number(self.value(c.GRAIN, row))
        return f"is written to {grain}, where its margin is {wording.number(margin)}"

    def impossible(self, row: int) -> str:
        """Which bound the figure breaks."""
        bound = self.settings.bounds.get(self.text(c.MEASURE, row).casefold())
        if bound is not None:
            return f"settings declare {wording.number(bound[0])} to {wording.number(bound[1])}"
        if self.value(c.SAID_UPPER, row) < 0:
            return "nothing is counted below zero"
        return "no share is above the whole"

    def _published(self, row: int) -> str:
        return self.published.get(self.text(c.SOURCE_ID, row), "") or "an unknown date"
