"""Time a whole reconciliation of many numeric claims beside plain pandas and a peer.

    python benchmarks/reconcile.py CLAIMS.parquet [--peer "COMMAND"] [--sample 20000]

CLAIMS has the columns of claims.csv, with numbers in lower and upper. The peer is a command that
does its bare interval arithmetic on the same claims and prints what it likes. All run in one go, so
that the ratios hold whatever else the machine does; seconds are those of the clock and of the
processor.
"""

from __future__ import annotations

import argparse
import resource
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd

import claimcheck as cc


def main() -> int:
    """Print one line a contender."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("claims", type=Path)
    parser.add_argument("--peer")
    parser.add_argument("--sample", type=int, default=20_000)
    args = parser.parse_args()
    if not args.claims.exists():
        print(f"skipped: there is no {args.claims}")
        return 0
    peer = _peer(args.peer) if args.peer else None
    claims = pd.read_parquet(args.claims)
    ours = _reconcile(claims)
    _apply(claims, args.sample)
    if peer is not None:
        print(f"ours / peer        {ours / peer:7.2f}")
    return 0


def _peer(command: str) -> float:
    """Seconds of the peer; it runs first, since a child starts with the peak of its parent."""
    started = time.perf_counter()
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - started
    print(f"peer               {seconds:7.2f} s            {done.stdout.strip()}")
    return seconds


def _reconcile(claims: pd.DataFrame) -> float:
    started, used = time.perf_counter(), time.process_time()
    dossier = cc.Dossier.of(claims)
    checked = time.perf_counter()
    result = cc.reconcile(dossier)
    reconciled = time.perf_counter()
    quantities = result.quantities
    told = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"checked at the door {checked - started:6.2f} s")
    print(f"reconciled         {reconciled - checked:7.2f} s   {result.summary['levels']}")
    print(f"quantities named   {told - reconciled:7.2f} s   {len(quantities):,} quantities")
    cpu = time.process_time() - used
    print(f"in all             {told - started:7.2f} s   {cpu:.2f} s of processor, {peak} MiB")
    return reconciled - checked


def _apply(claims: pd.DataFrame, sample: int) -> None:
    """The bare interval arithmetic by groupby.apply, on a sample of whole groups."""
    key = ["subject", "measure"]
    groups = claims.groupby(key, sort=False).ngroup()
    some = claims[groups < groups.iloc[min(sample, len(claims)) - 1]]
    started = time.perf_counter()
    some.groupby(key, sort=False)[["lower", "upper"]].apply(_meets)
    seconds = (time.perf_counter() - started) * len(claims) / max(len(some), 1)
    print(f"groupby.apply      {seconds:7.2f} s   for less, scaled up from {len(some):,} claims")


def _meets(group: pd.DataFrame) -> pd.Series[float]:
    lower, upper = group["lower"].to_numpy(), group["upper"].to_numpy()
    below = (upper[None, :] < lower[:, None]).sum()
    return pd.Series({"core": lower.max() <= upper.min(), "apart": below})


if __name__ == "__main__":
    sys.exit(main())
