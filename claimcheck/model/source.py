"""Who says it: a document or an institution, whom it copies and whom it serves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from attrs import field, fields, frozen

from claimcheck.errors import InvalidClaimError
from claimcheck.model.cells import cell_of, names_of, text_of, time_of, unknown_cells
from claimcheck.values.asof import AsOf


@frozen(kw_only=True)
class Source:
    """One document or institution; its fields are the columns of ``sources.csv``.

    Attributes:
        source_id: Unique in its dossier.
        title: Title of the document; empty where it has none.
        publisher: Who published it.
        author: Who wrote it.
        kind: ``census``, ``statistical-office``, ``media`` and so on; empty where not known.
        published: When it appeared; None where it is not known.
        url: Where it can be read.
        derived_from: The sources whose figures it copies.
        interest: Whom a figure of it serves.
        note: Anything else.
        extra: Cells of columns that claimcheck does not know, by column.

    Raises:
        InvalidClaimError: If *source_id* is empty or the source is derived from itself.
        InvalidDateError: If *published* is no EDTF date.

    >>> Source(source_id="census-2009", published="2009").published.years
    1.0
    """

    source_id: str = field(converter=text_of)
    title: str = field(default="", converter=text_of)
    publisher: str = field(default="", converter=text_of)
    author: str = field(default="", converter=text_of)
    kind: str = field(default="", converter=text_of)
    published: AsOf | None = field(default=None, converter=time_of)
    url: str = field(default="", converter=text_of)
    derived_from: tuple[str, ...] = field(default=(), converter=names_of)
    interest: str = field(default="", converter=text_of)
    note: str = field(default="", converter=text_of)
    extra: Mapping[str, object] = field(factory=dict, hash=False)

    def __attrs_post_init__(self) -> None:
        if not self.source_id:
            raise InvalidClaimError("a source has no source_id", "give a source_id")
        if self.source_id in self.derived_from:
            raise InvalidClaimError(
                f"source {self.source_id!r} is derived from itself",
                "name the sources that it copies, without itself",
            )

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> Source:
        """The source of one row of a sources table; unknown columns become ``extra``.

        Raises:
            InvalidClaimError: If the row has no ``source_id``, or as the class says.
        """
        names = [attribute.name for attribute in fields(cls) if attribute.name != "extra"]
        if "source_id" not in row:
            raise InvalidClaimError("a source has no source_id", "give a source_id")
        known = {name: row[name] for name in names if name in row}
        return cls(**cast("dict[str, Any]", known), extra=unknown_cells(row, names))

    def to_row(self) -> dict[str, object]:
        """The row of this source in a sources table: text throughout."""
        names = [attribute.name for attribute in fields(type(self)) if attribute.name != "extra"]
        return {**{name: cell_of(getattr(self, name)) for name in names}, **self.extra}
