"""What a person ruled on a finding, why, and what that ruling rests on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, cast

from attrs import field, fields, frozen

from claimcheck.errors import InvalidClaimError
from claimcheck.model.cells import cell_of, text_of, time_of
from claimcheck.values.asof import AsOf


class Ruling(StrEnum):
    """What became of a finding."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    EXPLAINED = "explained"
    CORRECTED = "corrected"


def _ruling(value: str) -> Ruling:
    word = text_of(value).casefold()
    try:
        return Ruling(word)
    except ValueError as error:
        raise InvalidClaimError(
            f"{value!r} is no ruling", f"allowed: {', '.join(Ruling)}"
        ) from error


@frozen(kw_only=True)
class Decision:
    """A person's ruling on one finding; its fields are the columns of ``decisions.csv``.

    Attributes:
        finding_id: The finding that it settles.
        ruling: What became of the finding.
        because: The reason, in the words of the person.
        by: Who decided; empty where they did not say.
        at: When, as an ISO date or date and time; empty where it is not known.
        until: The day or period after which the finding is to be looked at again; None for never.
        expect: What has to stay true for the decision to hold; empty for nothing.
        fingerprint: Digest of the claims that the person saw; empty where none was taken.

    Raises:
        InvalidClaimError: If finding or reason is empty, or *ruling* is none.
        InvalidDateError: If *until* is no EDTF date.

    >>> Decision(finding_id="f1", ruling="Explained", because="one counts citizens").ruling
    <Ruling.EXPLAINED: 'explained'>
    """

    finding_id: str = field(converter=text_of)
    ruling: Ruling = field(converter=_ruling)
    because: str = field(converter=text_of)
    by: str = field(default="", converter=text_of)
    at: str = field(default="", converter=text_of)
    until: AsOf | None = field(default=None, converter=time_of)
    expect: str = field(default="", converter=text_of)
    fingerprint: str = field(default="", converter=text_of)

    def __attrs_post_init__(self) -> None:
        if not self.finding_id:
            raise InvalidClaimError("a decision names no finding", "give its finding_id")
        if not self.because:
            raise InvalidClaimError(
                f"the decision on {self.finding_id} gives no reason", "say why, in because"
            )

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> Decision:
        """The decision of one row of a decisions table; other columns are passed over.

        Raises:
            InvalidClaimError: As the class says; a missing column counts as an empty one.
        """
        cells = {column: row.get(column, "") for column in DECISION_COLUMNS}
        return cls(**cast("dict[str, Any]", cells))

    def to_row(self) -> dict[str, str]:
        """The row of this decision in a decisions table: text throughout."""
        return {column: str(cell_of(getattr(self, column))) for column in DECISION_COLUMNS}


DECISION_COLUMNS = tuple(attribute.name for attribute in fields(Decision))
