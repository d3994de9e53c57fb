"""One finding as a card, or in a line."""

from __future__ import annotations

import math

from claimcheck.reports.catalogue import Catalogue, Row, text
from claimcheck.reports.document import Brief, Card
from claimcheck.tables import columns as c
from claimcheck.values import wording
from claimcheck.values.relation import Severity

_STATEMENTS = 8
_RULING = ("ruling", "ruled_by", "because", "reopened", "since")


def card(row: Row, catalogue: Catalogue) -> Card:
    """The finding in *row*, whole."""
    quantity_id = text(row, c.QUANTITY_ID)
    claim_ids = tuple(row[c.CLAIM_IDS])
    severity = Severity.of(float(row[c.SEVERITY]))
    return Card(
        finding_id=text(row, c.FINDING_ID),
        check=text(row, c.CHECK),
        level=text(row, c.LEVEL),
        title=catalogue.title(row),
        size=size(row, catalogue),
        word="" if severity is Severity.NONE else str(severity),
        quantity_id=quantity_id,
        statements=tuple(catalogue.statement(claim_id) for claim_id in claim_ids[:_STATEMENTS]),
        more=max(0, len(claim_ids) - _STATEMENTS),
        message=text(row, c.MESSAGE),
        arithmetic=text(row, c.ARITHMETIC),
        hint=text(row, c.HINT),
        ruling=ruling(row),
    )


def brief(row: Row, catalogue: Catalogue) -> Brief:
    """The finding in *row*, in a line."""
    title, message = catalogue.title(row), text(row, c.MESSAGE)
    return Brief(
        check=text(row, c.CHECK),
        title="" if all(part in message for part in title.split(" · ")) else title,
        message=message,
        claim_ids=tuple(row[c.CLAIM_IDS]),
    )


def size(row: Row, catalogue: Catalogue) -> str:
    """How far apart the figures of a finding are: the ratio, else the gap."""
    ratio = float(row[c.RATIO])
    if not math.isnan(ratio) and ratio != 1:
        return wording.ratio(ratio)
    quantity = catalogue.quantities.get(text(row, c.QUANTITY_ID), {})
    return wording.gap(float(row[c.GAP]), text(quantity, c.UNIT)) if row[c.GAP] else ""


def ruling(row: Row) -> str:
    """What a person has ruled on a finding, by whom and why; empty where nobody has."""
    word, who, why, reopened, since = (text(row, name) for name in _RULING)
    if not word:
        return ""
    told = word + (f" by {who}" if who else "") + (f": {why}" if why else "")
    told += f" (reopened: {reopened})" if reopened not in {"", "False"} else ""
    return f"{told} (since then: {since})" if since else told
