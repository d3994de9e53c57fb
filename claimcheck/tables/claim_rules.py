"""What every row of a claims table keeps."""

from __future__ import annotations

import numpy as np
import pandas as pd

from claimcheck.model.stance import Stance
from claimcheck.tables import columns as c
from claimcheck.tables.cells import cell_text, end_text
from claimcheck.tables.rules import (
    Explanation,
    Rule,
    dated,
    filled,
    is_among,
    known,
    meant,
    names_in,
    nearest,
    one_of,
    unique,
)
from claimcheck.tables.shapes import METHODS


def claim_rules(
    claims: pd.DataFrame, rows: np.ndarray, *, source_ids: pd.Series[str] | None
) -> tuple[Rule, ...]:
    """The rules of *claims*.

    Args:
        claims: The typed table.
        rows: Spreadsheet row of each row, ``(n,)``.
        source_ids: The sources that there are; None where no table of them is given.
    """
    rules = [filled(column, _TO_GIVE.get(column, "")) for column in c.CLAIM_REQUIRED]
    if c.CLAIM_ID in claims:
        rules += [unique(claims[c.CLAIM_ID], rows), *_disputes(claims[c.CLAIM_ID])]
    if source_ids is not None:
        rules += [
            known(column, source_ids, table="the sources") for column in (c.SOURCE_ID, c.ORIGIN_ID)
        ]
    return (
        *rules,
        Rule(
            name="stance is known",
            column=c.STANCE,
            holds=lambda cells: cells.isin(["", *Stance]),
            explain=lambda bad: [
                (f"{word!r} is no stance", Stance.hint_for(word)) for word in bad[c.STANCE]
            ],
        ),
        dated(c.AS_OF),
        one_of(c.METHOD, METHODS),
        *_figures(),
    )


_TO_GIVE = {
    c.UNIT: "give a unit: people, USD, percent, km, or what else is counted, such as cars",
    c.STANCE: "give a stance: asserts where the source says it, reports, disputes or denies",
}


def _figures() -> tuple[Rule, ...]:
    return (
        Rule(
            name="a figure is given",
            column=c.FIGURE,
            reads=(c.LOWER, c.UPPER),
            holds=lambda claims: (
                (claims[c.FIGURE] != "") | claims[c.LOWER].notna() | claims[c.UPPER].notna()
            ),
            explain=_no_figure,
        ),
        Rule(
            name="the ends are in order",
            column=c.LOWER,
            reads=(c.UPPER,),
            holds=lambda claims: ~(claims[c.LOWER] > claims[c.UPPER]),
            explain=lambda bad: [
                (f"lower {low} exceeds upper {high}", "swap them, or mend the one that is wrong")
                for low, high in zip(shown(bad, c.LOWER), shown(bad, c.UPPER), strict=True)
            ],
        ),
        Rule(
            name="the ends leave a number",
            column=c.LOWER,
            reads=(c.UPPER,),
            holds=lambda claims: (
                ~(np.isinf(claims[c.LOWER]) & (claims[c.LOWER] == claims[c.UPPER]))
            ),
            explain=lambda bad: [
                (f"lower and upper are both {end}", "leave the end empty that is open")
                for end in shown(bad, c.LOWER)
            ],
        ),
        Rule(
            name="best lies between the ends",
            column=c.BEST,
            reads=(c.LOWER, c.UPPER),
            holds=lambda claims: (
                ~((claims[c.BEST] < claims[c.LOWER]) | (claims[c.BEST] > claims[c.UPPER]))
            ),
            explain=lambda bad: [
                (f"best {best} lies outside {low or 'open'} to {high or 'open'}", _BEST_HINT)
                for best, low, high in zip(
                    shown(bad, c.BEST), shown(bad, c.LOWER), shown(bad, c.UPPER), strict=True
                )
            ],
        ),
    )


def shown(claims: pd.DataFrame, column: str) -> list[str]:
    """The cells of *column* as they are written on disk."""
    if column not in c.NUMERIC:
        return [cell_text(cell) for cell in claims[column]]
    is_day = claims[c.UNIT] == "date" if c.UNIT in claims else pd.Series(False, claims.index)  # noqa: FBT003 - the fill
    return end_text(claims[column], is_day=is_day).tolist()


_BEST_HINT = "give a best value between lower and upper, or leave it empty"


def _no_figure(bad: pd.DataFrame) -> list[Explanation]:
    only_best = bad[c.BEST].notna()
    hints = np.where(
        only_best,
        "write a single value in lower and in upper; best alone says nothing of the ends",
        "give the phrase in figure, or numbers in lower and upper; where the source says that there"
        " is none, write no data",
    )
    return [("there is no figure, and neither lower nor upper", str(hint)) for hint in hints]


def _disputes(claim_ids: pd.Series[str]) -> tuple[Rule, ...]:
    """Only a claim that disputes or denies names claims, which are others and there."""

    def explain_unknown(bad: pd.DataFrame) -> list[Explanation]:
        names = names_in(bad[c.DISPUTES])
        wrong = names[~is_among(names, claim_ids)]
        near = nearest(wrong, claim_ids)
        firsts = wrong.groupby(level=0).first()
        return [
            (
                f"{name!r} is no claim_id of this table",
                meant(near.get(name), "name claim_ids, separated by ;"),
            )
            for name in firsts.reindex(bad.index)
        ]

    def all_known(cells: pd.Series[str]) -> pd.Series[bool]:
        names = names_in(cells)
        return _without(cells, names.index[~is_among(names, claim_ids)])

    def none_itself(claims: pd.DataFrame) -> pd.Series[bool]:
        names = names_in(claims[c.DISPUTES])
        return _without(claims, names.index[names == claims[c.CLAIM_ID].reindex(names.index)])

    def right_stance(claims: pd.DataFrame) -> pd.Series[bool]:
        votes = claims[c.STANCE].isin([stance for stance in Stance if stance.votes])
        return ~(votes & (claims[c.DISPUTES] != ""))

    return (
        Rule(
            name="disputed claims are there",
            column=c.DISPUTES,
            holds=all_known,
            explain=explain_unknown,
        ),
        Rule(
            name="no claim disputes itself",
            column=c.DISPUTES,
            reads=(c.CLAIM_ID,),
            holds=none_itself,
            explain=lambda bad: [
                (f"{name!r} disputes itself", "name the claims that it turns against")
                for name in bad[c.CLAIM_ID]
            ],
        ),
        Rule(
            name="only disputing claims name others",
            column=c.DISPUTES,
            reads=(c.STANCE,),
            holds=right_stance,
            explain=lambda bad: [
                (
                    f"the claim {stance} its figure, and disputes {names}",
                    "set the stance to disputes or denies, or leave disputes empty",
                )
                for stance, names in zip(bad[c.STANCE], bad[c.DISPUTES], strict=True)
            ],
        ),
    )


def _without(rows: pd.Series[str] | pd.DataFrame, bad: pd.Index) -> pd.Series[bool]:
    return pd.Series(~rows.index.isin(bad) if len(bad) else True, index=rows.index, dtype=bool)
