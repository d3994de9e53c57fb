"""Seconds for the array kernels and for the same questions in DuckDB SQL, in one run.

    python benchmarks/kernels.py CLAIMS.parquet [...]

Each file has the columns key (int, from 0), lower, upper and weight. Reading is not timed; ours
starts from unsorted arrays and uses one core, DuckDB from a table in memory with all cores. Both
must find the same, else the benchmark stops. Each time is the best of three.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb
import numpy as np
import pandas as pd

from claimcheck.tables.groups import FloatArray, Groups
from claimcheck.tables.pairing import deepest_pairs, listed_pairs
from claimcheck.tables.pieces import camps, merge_pieces
from claimcheck.tables.quantiles import Bounds, interval_median, spread
from claimcheck.tables.sweep import Sweep, sweep

Found = TypeVar("Found")

PAIR_CAP = 200

TABLE_SQL = """
create or replace table claims as
select key, lower, upper, weight, row_number() over () - 1 as row from read_parquet(?)
"""

SWEEP_SQL = """
create or replace temp table walked as
with ends as (
    select key, row, lower as value, 0 as kind from claims
    union all
    select key, row, upper, 1 from claims
)
select *, sum(kind) over walk as ended, sum(1 - kind) over walk as begun from ends
window walk as (partition by key order by value, kind rows unbounded preceding)
"""

GROUPS_SQL = """
create or replace temp table groups as
select key, count(*) // 2 as size, max(begun - ended) filter (kind = 0) as depth,
       arg_max(value, begun - ended) filter (kind = 0) as core_lower
from walked group by key
"""

ROWS_SQL = """
select row, max(ended) filter (kind = 0) as below, max(size - begun) filter (kind = 1) as above
from walked join groups using (key) group by row
"""

MEDIAN_SQL = """
with lowers as (
    select key, lower as value, sum(weight) over (partition by key order by lower) as summed,
           sum(weight) over (partition by key) as total from claims
), uppers as (
    select key, upper as value, sum(weight) over (partition by key order by upper desc) as summed,
           sum(weight) over (partition by key) as total from claims
)
select key, lower, upper from
    (select key, min(value) as lower from lowers where summed >= 0.499999999 * total group by key)
    join
    (select key, max(value) as upper from uppers where summed >= 0.499999999 * total group by key)
    using (key)
"""


def timed(run: Callable[[], Found], times: int = 3) -> tuple[float, Found]:
    """Least seconds of some runs, and what the last one found."""
    seconds: list[float] = []
    for _ in range(times - 1):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    start = time.perf_counter()
    found = run()
    return min(*seconds, time.perf_counter() - start), found


def peer_sweep(connection: duckdb.DuckDBPyConnection) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Counts of each row and depth of each group, by SQL."""
    connection.execute(SWEEP_SQL)
    connection.execute(GROUPS_SQL)
    return connection.sql(ROWS_SQL).df(), connection.sql("select key, depth from groups").df()


def must_be_alike(name: str, ours: FloatArray, theirs: pd.Series) -> None:
    """Stop if the two sides disagree.

    Raises:
        SystemExit: With the name of what differs.
    """
    if not np.allclose(ours, theirs.to_numpy(dtype=np.float64), rtol=1e-9, atol=0):
        sys.exit(f"the two sides differ in {name}")


def check_sweep(ours: Sweep, rows: pd.DataFrame, groups: pd.DataFrame) -> None:
    """Stop if the two sweeps disagree."""
    rows, groups = rows.sort_values("row"), groups.sort_values("key")
    must_be_alike("below", ours.below, rows["below"])
    must_be_alike("above", ours.above, rows["above"])
    must_be_alike("depth", ours.depth, groups["depth"])


def check_median(ours: Bounds, theirs: pd.DataFrame) -> None:
    """Stop if the two medians disagree."""
    theirs = theirs.sort_values("key")
    must_be_alike("lower end of the median", ours.lower, theirs["lower"])
    must_be_alike("upper end of the median", ours.upper, theirs["upper"])


def bench(path: str) -> None:
    """Print the seconds of one file."""
    connection = duckdb.connect()
    connection.execute(TABLE_SQL, [path])
    claims = connection.sql("select key, lower, upper, weight from claims order by row").df()
    codes, lower, upper, weight = (claims[name].to_numpy() for name in claims)
    count = int(codes.max()) + 1
    print(f"\n{Path(path).name}: {len(claims):,} claims in {count:,} groups")

    seconds, swept = timed(lambda: sweep(lower, upper, Groups.of(codes, count)))
    peer_seconds, (rows, depths) = timed(lambda: peer_sweep(connection))
    check_sweep(swept, rows, depths)
    compare("sweep: counts, depth, core", seconds, peer_seconds)

    seconds, median = timed(lambda: interval_median(lower, upper, weight, Groups.of(codes, count)))
    peer_seconds, medians = timed(lambda: connection.sql(MEDIAN_SQL).df())
    check_median(median, medians)
    compare("interval median", seconds, peer_seconds)

    groups = Groups.of(codes, count)
    large = np.flatnonzero(groups.sizes > PAIR_CAP)
    alone: dict[str, Callable[[], object]] = {
        "grouping": lambda: Groups.of(codes, count),
        "median and p-box": lambda: spread(lower, upper, weight, groups),
        "camps": lambda: camps(lower, upper, groups),
        "pieces": lambda: merge_pieces(lower, upper, codes),
        f"all pairs up to {PAIR_CAP} a group": lambda: sum(
            len(pairs.left) for pairs in listed_pairs(groups, PAIR_CAP)
        ),
        "deepest pairs beyond": lambda: deepest_pairs(lower, upper, groups, large),
    }
    for name, run in alone.items():
        print(f"{name:30} {timed(run)[0]:8.3f} s")


def compare(name: str, seconds: float, peer_seconds: float) -> None:
    """Print one comparison."""
    ratio = seconds / peer_seconds
    print(f"{name:30} {seconds:8.3f} s   DuckDB {peer_seconds:6.3f} s   ratio {ratio:.2f}")


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    for file in sys.argv[1:]:
        bench(file)
