"""``df.claims``: claimcheck from within pandas."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pandas.testing as pdt
import pytest

import claimcheck as cc
from claimcheck import accessor

CLAIMS = pd.DataFrame(
    {
        "claim_id": ["a", "b"],
        "source_id": ["atlas", "bulletin"],
        "subject": "Terns",
        "measure": "population",
        "figure": ["5–10 million", "50 million"],
        "unit": "birds",
        "stance": "asserts",
    }
)


def test_a_frame_of_claims_answers_the_three_questions() -> None:
    """The same answers as from the functions."""
    assert isinstance(CLAIMS.claims, accessor.ClaimsOfFrame)
    pdt.assert_frame_equal(CLAIMS.claims.contradictions(), cc.contradictions(CLAIMS))
    pdt.assert_frame_equal(CLAIMS.claims.ranges(), cc.ranges(CLAIMS))
    pdt.assert_frame_equal(CLAIMS.claims.disputed(), cc.disputed(CLAIMS))


def test_a_frame_reconciles_with_its_settings() -> None:
    """What the function takes, the accessor takes."""
    loose = cc.Settings.from_mapping({"hedge": 0.2})

    assert CLAIMS.claims.reconcile(settings=loose).settings.hedge == 0.2
    assert CLAIMS.claims.reconcile().findings["ratio"].tolist() == [5.0]


def test_a_series_of_phrases_is_read_on_its_own_index() -> None:
    """The rows can be joined back."""
    phrases = CLAIMS["figure"].set_axis(["x", "y"])

    read = phrases.claims.parse()
    assert read.loc["x", ["lower", "upper"]].tolist() == [5e6, 10e6]
    assert read.index.tolist() == ["x", "y"]


@pytest.mark.parametrize(
    "imports",
    [
        "import pandas as pd, claimcheck",
        "import claimcheck, pandas as pd",
        "import claimcheck, importlib.util as u; u.find_spec('pandas'); import pandas as pd",
    ],
)
def test_frames_have_it_whichever_is_imported_first(imports: str) -> None:
    """Sorted imports name claimcheck first, and nothing of it need be used before."""
    code = f"{imports}; print(hasattr(pd.DataFrame, 'claims'), pd.__spec__.loader, pd.__loader__)"
    said = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert said.startswith("True ")
    assert said.count("SourceFileLoader") == 2


def test_pandas_is_not_loaded_for_it() -> None:
    """The command line starts at once."""
    code = "import claimcheck, sys; print('pandas' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"
