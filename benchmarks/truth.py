"""Error figures of truth discovery on public sets, for our methods and the baselines.

    python benchmarks/truth.py FOLDER

FOLDER holds a folder a set, with ``claims.csv.gz`` (object_id, property, source_id, value) and
``truth.csv`` (object_id, property, value). The sets are not ours to give; without the folder the
benchmark says so and stops.

MAE is the mean absolute error, >1% and >5% the share of items farther off than that, and rel the
mean of |t - v| / max(|t|, |v|), which no outlier can lead astray.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

from claimcheck.consensus.truth import DEFAULT, METHODS, discover

ITEM = ["object_id", "property"]


def error_figures(estimate: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """MAE, share beyond 1 % and 5 % and mean relative error of *estimate* against *truth*."""
    gap = np.abs(estimate - truth)
    share = np.divide(gap, np.abs(truth), out=np.where(gap > 0, np.inf, 0.0), where=truth != 0)
    larger = np.maximum(np.abs(estimate), np.abs(truth))
    relative = np.divide(gap, larger, out=np.zeros(gap.size), where=larger > 0)
    return {
        "MAE": float(gap.mean()),
        ">1%": float((share > 0.01).mean()),
        ">5%": float((share > 0.05).mean()),
        "rel": float(np.minimum(relative, 1).mean()),
    }


def measured(folder: Path) -> pd.DataFrame:
    """One row a method for the set in *folder*; the default also without its screening."""
    claims = pd.read_csv(folder / "claims.csv.gz")
    truth = pd.read_csv(folder / "truth.csv").rename(columns={"value": "known"})
    runs = [(f"{name} (repaired)", name, True) for name in METHODS]
    runs += [(name, name, False) for name in METHODS]
    rows = []
    for label, name, repair in runs:
        started = time.perf_counter()
        found = discover(claims, name, item=ITEM, source="source_id", repair=repair)
        seconds = time.perf_counter() - started
        both = truth.merge(found.truths, on=ITEM)
        figures = error_figures(both["truth"].to_numpy(), both["known"].to_numpy())
        rows.append({"method": label, **figures, "seconds": seconds})
    return pd.DataFrame(rows)


def main(arguments: list[str]) -> int:
    """Print one table a set."""
    folder = Path(arguments[0]) if arguments else Path()
    sets = sorted(path.parent for path in folder.glob("*/claims.csv.gz")) if arguments else []
    if not sets:
        print("skipped: give the folder of the truth discovery sets (none are shipped)")
        return 0
    print(f"default method: {DEFAULT} (repaired)")
    for path in sets:
        print(f"\n{path.name}")
        table = measured(path)
        print(table.to_string(index=False, float_format=lambda number: f"{number:,.4f}"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
