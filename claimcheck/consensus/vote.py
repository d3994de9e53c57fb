"""What the sources of every quantity agree on, or that they agree on nothing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import frozen

from claimcheck.consensus.votes import Votes, cast_votes
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.gaps import additive_severity, ratio, severity
from claimcheck.tables.groups import Groups
from claimcheck.tables.pieces import camps, merge_pieces
from claimcheck.tables.quantiles import spread
from claimcheck.tables.sweep import Sweep, sweep

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]

AGREED, MAJORITY, CONFLICTING, UNCORROBORATED, BOUNDED, DISPUTED, NO_FIGURE = range(7)
STATUSES = (
    "agreed",
    "majority",
    "conflicting",
    "uncorroborated",
    "bounded",
    "disputed",
    "no-figure",
)


@frozen(eq=False)
class Verdicts:
    """What the vote found.

    Attributes:
        quantities: One row a quantity, by code: status (code in ``STATUSES``), votes (origins),
            depth, core, median, spread and envelope, camps, newest (position of the claim, -1
            none), apart (claims of other times) and severity of the set.
        claims: One row a claim: voted, below, above, camp (-1 none), severity (how far it stands
            from the core), vote_lower and vote_upper (what it votes for).
        camps: One row a camp of a conflicting quantity: quantity_code, camp, core_lower,
            core_upper, depth and origins.
    """

    quantities: pd.DataFrame
    claims: pd.DataFrame
    camps: pd.DataFrame


def vote(claims: pd.DataFrame, kin: Codes, settings: Settings) -> Verdicts:
    """Take the vote on every quantity (DESIGN, section 6).

    Args:
        claims: Claims as read, with quantity codes from 0 without a gap.
        kin: Pairs (claim, origin) of a position and a code, shape (m, 2), of claims that repeat
            another origin than their own.
        settings: The constants to use.
    """
    code = claims[c.QUANTITY_CODE].to_numpy()
    groups = Groups.of(code, int(code.max(initial=-1)) + 1)
    votes = cast_votes(claims, kin, groups)
    additive = _any_of(claims[c.ADDITIVE].to_numpy(), groups)
    quantities = _counted(claims, votes, groups, additive)
    status, voters = quantities[c.STATUS].to_numpy(), quantities[c.ORIGINS].to_numpy()
    quantities[c.NEWEST] = votes.newest
    quantities[c.APART] = np.bincount(code[votes.apart], minlength=len(groups.sizes))
    by_claim, table = _camps_of(claims, votes, status, additive, groups, settings)
    quantities[c.CAMPS] = np.maximum(
        np.bincount(table[c.QUANTITY_CODE], minlength=len(groups.sizes)), voters > 0
    )
    return Verdicts(quantities, by_claim.join(_standing(claims, votes, quantities, groups)), table)


def _counted(claims: pd.DataFrame, votes: Votes, groups: Groups, additive: Flags) -> pd.DataFrame:
    """What the votes on each quantity come to."""
    pieces = _pieces(claims, votes)
    scale = np.zeros(len(groups.sizes))
    scale[groups.codes] = claims[c.SCALE].to_numpy()
    by_quantity = Groups.of(pieces.quantity, len(groups.sizes))
    deepest = sweep(pieces.lower, pieces.upper, by_quantity)
    voters = np.bincount(pieces.voter_quantity, minlength=len(groups.sizes))
    status = _statuses(claims, votes, groups, voters, deepest)
    return _quantities(pieces, by_quantity, deepest, voters, status, additive, scale)


@frozen(eq=False)
class _VotePieces:
    """The pieces that origins vote for: ends, weight and quantity, shape (p,) each."""

    lower: Floats
    upper: Floats
    weight: Floats
    quantity: Codes
    voter_quantity: Codes


def _pieces(claims: pd.DataFrame, votes: Votes) -> _VotePieces:
    rows = np.flatnonzero(votes.voted)
    quantity = claims[c.QUANTITY_CODE].to_numpy()[rows]
    origin = claims[c.ORIGIN_CODE].to_numpy()[rows]
    size = int(origin.max(initial=0)) + 1
    voter, distinct = pd.factorize(quantity * size + origin)
    merged = merge_pieces(votes.lower[rows], votes.upper[rows], voter.astype(np.int64))
    many = np.bincount(merged.voter, minlength=len(distinct))
    voter_quantity = np.asarray(distinct, np.int64) // size
    return _VotePieces(
        merged.lower,
        merged.upper,
        1.0 / many[merged.voter],
        voter_quantity[merged.voter],
        voter_quantity,
    )


def _any_of(flags: Flags, groups: Groups) -> Flags:
    return np.bincount(groups.codes, weights=flags, minlength=len(groups.sizes)) > 0


def _statuses(
    claims: pd.DataFrame, votes: Votes, groups: Groups, voters: Codes, deepest: Sweep
) -> npt.NDArray[np.int8]:
    lower, upper = claims[c.SAID_LOWER].to_numpy(), claims[c.SAID_UPPER].to_numpy()
    two_sided = votes.voted & (np.isinf(lower) == np.isinf(upper))
    bounds_only = ~_any_of(two_sided, groups) & (voters > 0)
    spoken = ~claims[c.READING].isin(["unparsed", "no-figure"]).to_numpy()
    depth = deepest.depth
    return np.select(
        [
            (voters == 0) & _any_of(spoken, groups),
            voters == 0,
            voters == 1,
            bounds_only & (depth == voters),
            depth == voters,
            2 * depth > voters,
        ],
        [DISPUTED, NO_FIGURE, UNCORROBORATED, BOUNDED, AGREED, MAJORITY],
        CONFLICTING,
    ).astype(np.int8)


def _quantities(
    pieces: _VotePieces,
    by_quantity: Groups,
    deepest: Sweep,
    voters: Codes,
    status: npt.NDArray[np.int8],
    additive: Flags,
    scale: Floats,
) -> pd.DataFrame:
    ends = deepest.ends
    middle = spread(pieces.lower, pieces.upper, pieces.weight, by_quantity)
    single = (status != UNCORROBORATED) | (by_quantity.sizes == 1)
    has_core = np.isin(status, (AGREED, MAJORITY, BOUNDED, UNCORROBORATED)) & single
    has_median = np.isin(status, (AGREED, MAJORITY))

    def kept(values: Floats, where: Flags) -> Floats:
        return np.where(where, values, np.nan)

    return pd.DataFrame(
        {
            c.STATUS: status,
            c.ORIGINS: voters,
            c.DEPTH: np.where(voters > 0, deepest.depth, 0),
            c.CORE_LOWER: kept(deepest.core_lower, has_core),
            c.CORE_UPPER: kept(deepest.core_upper, has_core),
            c.MEDIAN_LOWER: kept(middle.median.lower, has_median),
            c.MEDIAN_UPPER: kept(middle.median.upper, has_median),
            c.SPREAD_LOWER: kept(middle.box.lower, has_median),
            c.SPREAD_UPPER: kept(middle.box.upper, has_median),
            c.ENVELOPE_LOWER: ends.min_lower,
            c.ENVELOPE_UPPER: ends.max_upper,
            c.SEVERITY: _severity(ends.max_lower, ends.min_upper, additive, scale),
        },
        copy=False,
    )


def _severity(low: Floats, high: Floats, additive: Flags, scale: Floats) -> Floats:
    return np.where(additive, additive_severity(low, high, scale), severity(ratio(low, high)))


def _camps_of(
    claims: pd.DataFrame,
    votes: Votes,
    status: npt.NDArray[np.int8],
    additive: Flags,
    groups: Groups,
    settings: Settings,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Camps of conflicting quantities: by claim, and with their cores."""
    code = claims[c.QUANTITY_CODE].to_numpy()
    rows = np.flatnonzero(votes.voted & (status == CONFLICTING)[code])
    lower, upper = votes.lower[rows], votes.upper[rows]
    found = camps(
        lower, upper, Groups.of(code[rows], len(groups.sizes)), gap=settings.near, additive=additive
    )
    number = np.full(len(claims), -1, np.int32)
    number[rows] = found.number
    count = int(found.counts.sum())
    origin = claims[c.ORIGIN_CODE].to_numpy()[rows]
    size = int(origin.max(initial=0)) + 1
    voter, distinct = pd.factorize(found.codes * size + origin)
    merged = merge_pieces(lower, upper, voter.astype(np.int64))
    camp_of_voter = np.asarray(distinct, np.int64) // size
    cores = sweep(merged.lower, merged.upper, Groups.of(camp_of_voter[merged.voter], count))
    first = np.empty(count, np.int64)
    first[found.codes[::-1]] = rows[::-1]
    table = pd.DataFrame(
        {
            c.QUANTITY_CODE: code[first],
            c.CAMP: number[first],
            c.CORE_LOWER: cores.core_lower,
            c.CORE_UPPER: cores.core_upper,
            c.DEPTH: cores.depth,
            c.ORIGINS: np.bincount(camp_of_voter, minlength=count),
        }
    )
    by_claim = pd.DataFrame({c.VOTED: votes.voted, c.CAMP: number}, index=claims.index)
    return by_claim, table


def _standing(
    claims: pd.DataFrame, votes: Votes, quantities: pd.DataFrame, groups: Groups
) -> pd.DataFrame:
    """How each claim stands among its peers, and how far from the core of a majority."""
    below, above = np.zeros(len(claims), np.int32), np.zeros(len(claims), np.int32)
    rows = np.flatnonzero(claims[c.VOTES].to_numpy())
    lower, upper = claims[c.POSSIBLE_LOWER].to_numpy(), claims[c.POSSIBLE_UPPER].to_numpy()
    peers = sweep(lower[rows], upper[rows], Groups.of(groups.codes[rows], len(groups.sizes)))
    below[rows], above[rows] = peers.below, peers.above

    return pd.DataFrame(
        {
            c.BELOW: below,
            c.ABOVE: above,
            c.SEVERITY: _distances(claims, votes, quantities, groups),
            c.VOTE_LOWER: votes.lower,
            c.VOTE_UPPER: votes.upper,
        },
        index=claims.index,
        copy=False,
    )


def _distances(
    claims: pd.DataFrame, votes: Votes, quantities: pd.DataFrame, groups: Groups
) -> Floats:
    """Severity of the gap between each voter and the core of its majority; 0 for other claims."""
    judged = np.isin(quantities[c.STATUS].to_numpy(), (AGREED, MAJORITY))
    rows = np.flatnonzero(votes.voted & judged[groups.codes])
    core = quantities[[c.CORE_LOWER, c.CORE_UPPER]].take(groups.codes[rows])
    low = np.maximum(votes.lower[rows], core[c.CORE_LOWER].to_numpy())
    high = np.minimum(votes.upper[rows], core[c.CORE_UPPER].to_numpy())
    additive, scale = claims[c.ADDITIVE].to_numpy()[rows], claims[c.SCALE].to_numpy()[rows]
    distances = np.zeros(len(claims))
    distances[rows] = _severity(low, high, additive, scale)
    return distances
