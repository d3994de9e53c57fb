"""Whatever happens to a store, every revision can be read as it was, and a model agrees."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UnknownNameError
from claimcheck.store import Store, open_store
from claimcheck.tables.dossier import Dossier

NAMES = ("a", "b", "c")
Figures = dict[str, str]
Step = tuple[str, Figures]

figures = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["1", "2"]), min_size=1)
steps = st.lists(
    st.tuples(st.sampled_from(["add", "correct", "retract", "restore"]), figures), max_size=8
)


def dossier_of(said: Figures) -> Dossier:
    """One claim a source."""
    claims = pd.DataFrame(
        {
            "claim_id": list(said),
            "source_id": list(said),
            "subject": "x",
            "measure": "count",
            "figure": list(said.values()),
            "unit": "people",
            "stance": "asserts",
        }
    )
    return Dossier.of(claims)


class Model:
    """What a store should hold: figures that stand, and figures that were taken back."""

    def __init__(self) -> None:
        self.standing: Figures = {}
        self.gone: Figures = {}

    def add(self, said: Figures) -> None:
        """New and changed figures stand; what was taken back and is the same stays so."""
        for name, figure in said.items():
            if self.gone.get(name) != figure:
                self.standing[name] = figure
                self.gone.pop(name, None)

    def move(self, said: Figures, *, back: bool) -> None:
        """Take figures back, or let them stand again; all of them or none."""
        source, target = (self.standing, self.gone) if back else (self.gone, self.standing)
        if all(name in source for name in said):
            for name in said:
                target[name] = source.pop(name)


def happened(store: Store, model: Model, step: Step) -> None:
    """Do the same to both."""
    what, said = step
    if what == "add":
        store.add(dossier_of(said))
        model.add(said)
    elif what == "correct":
        name, figure = next(iter(said.items()))
        if name in model.standing:
            store.correct(name, by="x", because="y", figure=figure)
            model.standing[name] = figure
    else:
        verb = store.retract if what == "retract" else store.restore
        try:
            verb(claims=list(said), by="x", because="y")
        except UnknownNameError:
            return
        finally:
            model.move(said, back=what == "retract")


@settings(max_examples=25)
@given(story=steps)
def test_every_revision_is_read_as_it_was(story: list[Step]) -> None:
    """Adding, correcting, taking back and restoring, in any order."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "x.db") as store:
        model, past = Model(), {0: {}}
        for step in story:
            happened(store, model, step)
            past[store.revision] = dict(model.standing)
        for revision, expected in past.items():
            claims = store.dossier(at=revision).claims
            found = dict(zip(claims["claim_id"], claims["figure"], strict=True))
            assert found == expected
        assert store.add(store.dossier()).revision is None
        assert store.log()["revision"].tolist() == list(range(1, store.revision + 1))
