"""Parquet: columns of text, and of numbers where every end is a number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from claimcheck.io.grid import fault
from claimcheck.tables.raw import RawTable

arrow: Any = pa  # it carries no types


def read(path: Path) -> dict[str, RawTable]:
    """The table of the file, by the stem of its name.

    Raises:
        DossierError: If the file is empty or no Parquet file.
    """
    try:
        frame = pd.read_parquet(path)
    except (arrow.ArrowException, ValueError, EOFError) as error:
        raise fault(
            path.name, f"the file is no Parquet file: {error}", "write it again, or save it as CSV"
        ) from error
    rows = np.arange(2, len(frame) + 2)
    return {path.stem: RawTable(frame.reset_index(drop=True), path.name, rows)}


def write(frame: pd.DataFrame, path: Path) -> None:
    """Write *frame*."""
    frame.to_parquet(path, index=False)
