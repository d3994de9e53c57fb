"""Who votes on a quantity, and for what: one vote an origin, about the newest time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.tables import columns as c
from claimcheck.tables.groups import Groups
from claimcheck.tables.kinds import CONSTANT, FLOW, STOCK, TALLY, kind_codes
from claimcheck.tables.meeting import meets_any
from claimcheck.values.asof import DAYS_PER_YEAR

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]


@frozen(eq=False)
class Votes:
    """The votes of claims, each array of shape (n,).

    Attributes:
        voted: Whether the claim votes on the newest time of its quantity.
        apart: Whether it is listed apart: a flow of another period, or a figure that its own
            origin has overtaken.
        lower: Least value that it votes for, widened to the newest time.
        upper: Greatest value that it votes for.
        newest: Position of the claim that has the newest time, by quantity, shape (g,); -1 where
            no time is known.
    """

    voted: Flags
    apart: Flags
    lower: Floats
    upper: Floats
    newest: Codes


def cast_votes(claims: pd.DataFrame, kin: Codes, groups: Groups) -> Votes:
    """Decide who votes, and for what (DESIGN, section 6).

    An own voice that echoes a figure which its document credits to another adds no vote; nor does
    an origin with several parents where one of them speaks. Older stocks vote widened by the
    growth bound, older tallies with their upper end open, flows for their own period only; an
    older figure has no vote where its origin has a newer one.

    Args:
        claims: Claims as read, with the codes of quantity, origin and source.
        kin: Pairs (claim, origin) of a position and a code, shape (m, 2), of claims that repeat
            another origin than their own.
        groups: The quantities.
    """
    votes = claims[c.VOTES].to_numpy() & ~_echoes(claims)
    votes &= ~_spoken_for(claims, votes, kin)
    lower, upper = claims[c.POSSIBLE_LOWER].to_numpy(), claims[c.POSSIBLE_UPPER].to_numpy()
    start, end = _span(claims[c.TIME_START].to_numpy(), claims[c.TIME_END].to_numpy())
    dated = votes & ~np.isnan(start)
    if not dated.any():
        return Votes(
            votes, np.zeros(len(votes), bool), lower, upper, np.full(len(groups.sizes), -1)
        )

    kind = kind_codes(claims)
    newest = _newest(groups, dated, np.where(kind == FLOW, -start, start), end)
    latest = newest[groups.codes]
    timed = dated & (latest >= 0)
    older = timed & (end < start[latest])
    years = np.where(older, (end[latest] - start) / DAYS_PER_YEAR, 0.0)
    stretch = np.exp(np.where(kind == STOCK, claims[c.GROWTH].to_numpy() * years, 0.0))
    voted_lower = np.where(lower > 0, lower / stretch, lower * stretch)
    voted_upper = np.where(upper > 0, upper * stretch, upper / stretch)

    first, last = claims[c.PERIOD_START].to_numpy(), claims[c.PERIOD_END].to_numpy()
    counted = timed & (kind == FLOW) & ~np.isnan(first) & ~np.isnan(first[latest])
    same = (first == first[latest]) & (last == last[latest])
    apart = counted & ~same & (older | ~claims[c.IS_VAGUE].to_numpy())
    apart |= older & (kind != CONSTANT) & _overtaken(claims, timed & ~apart, start, end)
    grows = older & ((kind == TALLY) | ((kind == FLOW) & ~counted))
    voted_upper = np.where(grows, np.inf, voted_upper)
    return Votes(votes & ~apart, votes & apart, voted_lower, voted_upper, newest)


def _echoes(claims: pd.DataFrame) -> Flags:
    """Own voices that share a value with a figure which their document credits to another.

    So are figures that others credit to such an echo, unless nobody would be left to vote.
    """
    votes, own = claims[c.VOTES].to_numpy(), claims[c.OWN_VOICE].to_numpy()
    credited = votes & ~own
    if not credited.any():
        return credited
    source, origin = claims[c.SOURCE_CODE].to_numpy(), claims[c.ORIGIN_CODE].to_numpy()
    echoes = _meeting(claims, votes & own, credited, source)
    copies = _meeting(claims, credited, echoes & (origin == source), origin)
    quantity = claims[c.QUANTITY_CODE].to_numpy()
    voiced = np.isin(quantity, quantity[votes & ~echoes & ~copies])
    return echoes | (copies & voiced)


def _meeting(claims: pd.DataFrame, these: Flags, others: Flags, voice: Codes) -> Flags:
    """Which of *these* share a possible value with one of *others* of their quantity and voice."""
    found = np.zeros(len(claims), bool)
    if not others.any():
        return found
    code = claims[c.QUANTITY_CODE].to_numpy() * (int(voice.max()) + 1) + voice
    group, _ = pd.factorize(code)
    lower, upper = claims[c.POSSIBLE_LOWER].to_numpy(), claims[c.POSSIBLE_UPPER].to_numpy()
    a, b = np.flatnonzero(these), np.flatnonzero(others)
    found[a] = meets_any(lower[a], upper[a], group[a], lower[b], upper[b], group[b])
    return found


def _spoken_for(claims: pd.DataFrame, votes: Flags, kin: Codes) -> Flags:
    """Claims that repeat another, who votes on the same quantity or whose document has a vote."""
    found = np.zeros(len(votes), bool)
    if not len(kin):
        return found
    origin, quantity = claims[c.ORIGIN_CODE].to_numpy(), claims[c.QUANTITY_CODE].to_numpy()
    source = claims[c.SOURCE_CODE].to_numpy()
    size = int(max(origin.max(), source.max(), kin[:, 1].max())) + 1
    speaking = np.unique([quantity[votes] * size + voice[votes] for voice in (origin, source)])
    repeating, repeated = kin[:, 0], kin[:, 1]
    found[repeating[np.isin(quantity[repeating] * size + repeated, speaking)]] = True
    return found


def _overtaken(claims: pd.DataFrame, timed: Flags, start: Floats, end: Floats) -> Flags:
    """Whether the origin of each claim has one of *timed* that begins after the claim's end."""
    voice = claims[c.VOICE_CODE].to_numpy()
    latest = np.full(int(voice.max(initial=-1)) + 1, -np.inf)
    np.maximum.at(latest, voice[timed], start[timed])
    return end < latest[voice]


def _span(start: Floats, end: Floats) -> tuple[Floats, Floats]:
    return np.where(np.isinf(start), end, start), np.where(np.isinf(end), start, end)


def _newest(groups: Groups, dated: Flags, tie: Floats, end: Floats) -> Codes:
    """Position of the claim with the latest end by group, of these the largest tie; -1 if none."""
    group = groups.codes
    latest = np.full(len(groups.sizes), -np.inf)
    np.maximum.at(latest, group[dated], end[dated])
    last = dated & (end == latest[group])
    largest = np.full(len(groups.sizes), -np.inf)
    np.maximum.at(largest, group[last], tie[last])
    order = np.flatnonzero(last & (tie == largest[group]))
    newest = np.full(len(groups.sizes), -1, np.int64)
    newest[group[order]] = order
    return newest
