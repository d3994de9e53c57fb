"""What goes into a store, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from attrs import evolve

from claimcheck.errors import DossierError, StoreError, UnknownNameError
from claimcheck.io import read_dossier
from claimcheck.store import Store
from claimcheck.tables.dossier import Dossier

Drawn = Callable[..., Dossier]


def same(left: Dossier, right: Dossier) -> None:
    """Two dossiers have the same tables, types and order."""
    pd.testing.assert_frame_equal(left.claims, right.claims)
    pd.testing.assert_frame_equal(left.sources, right.sources)
    pd.testing.assert_frame_equal(left.totals, right.totals)


def test_a_dossier_comes_out_as_it_went_in(store: Store, diaspora: Dossier) -> None:
    """Order, types, empty cells and days are those of the files."""
    store.add(diaspora)

    same(store.dossier(), diaspora)


def test_the_same_again_writes_nothing(store: Store, dossier: Drawn) -> None:
    """An import that runs every night leaves no trace where nothing changed."""
    first = store.add(dossier(a1="500", b1="900"))
    again = store.add(dossier(a1="500", b1="900"))

    assert first.new == ("a1", "b1")
    assert (again.new, again.changed, again.same) == ((), (), ("a1", "b1"))
    assert again.revision is None
    assert store.revision == 1


def test_new_same_and_changed_are_told_apart(store: Store, dossier: Drawn) -> None:
    """The desk reads what an import did, claim by claim."""
    store.add(dossier(a1="500", b1="900"))
    added = store.add(dossier(a1="500", b1="950", c1="700"))

    assert (added.new, added.same, added.changed) == (("c1",), ("a1",), ("b1",))
    assert str(added) == "claims: 1 new, 1 same, 1 changed"


def test_a_changed_claim_keeps_its_place(store: Store, dossier: Drawn) -> None:
    """A correction must not shuffle the file that is exported and kept in git."""
    store.add(dossier(a1="500", b1="900"))
    store.add(dossier(a1="510"))

    assert store.dossier().claims["claim_id"].tolist() == ["a1", "b1"]
    assert store.dossier().claims["figure"].tolist() == ["510", "900"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("subject", "the flood"), ("measure", "deaths"), ("place", "Leeds"), ("source_id", "b")],
)
def test_another_claim_under_a_known_id_is_refused_whole(
    store: Store, dossier: Drawn, column: str, value: str
) -> None:
    """Two people who both number from 1 must not overwrite each other."""
    first = dossier(a1="500", a2="900")
    claims = first.claims.assign(place="York")
    store.add(Dossier.of(claims))
    other = claims.assign(**{column: value, "claim_id": ["new", "a2"]})

    with pytest.raises(DossierError) as caught:
        store.add(Dossier.of(other))

    told = str(caught.value)
    assert "claims, row 3, column claim_id" in told
    assert "another claim 'a2': “the strike · count · York · a” there" in told
    assert value in told
    assert "--replace" in told
    assert store.revision == 1
    assert store.dossier().claims["claim_id"].tolist() == ["a1", "a2"]

    assert store.add(Dossier.of(other), replace=True).changed == ("a2",)


def test_what_is_said_of_the_same_may_change_freely(store: Store, dossier: Drawn) -> None:
    """Figure, date, stance and note are revisions, so are spelling and a place that was missing."""
    plain = dossier(a1="500").claims
    store.add(Dossier.of(plain))
    revised = plain.assign(
        subject="The  Strike", place="York", as_of="2024", figure="600", note="rang", scope="all"
    )

    assert store.add(Dossier.of(revised)).changed == ("a1",)


def test_another_source_under_a_known_id_is_refused(store: Store, dossier: Drawn) -> None:
    """The claims of the first document would be credited to the second."""
    sources = pd.DataFrame({"source_id": ["a"], "title": ["The Almanac"], "publisher": ["Press"]})
    store.add(dossier(a1="500", sources=sources))
    mended = sources.assign(title="The Almanac, second edition", url="https://example.org")
    store.add(dossier(a1="500", sources=mended))

    with pytest.raises(DossierError, match="another source 'a': “The Almanac, second"):
        store.add(dossier(a2="700", sources=sources.assign(title="Bulletin", publisher="Union")))

    assert store.dossier().sources["title"].tolist() == ["The Almanac, second edition"]


def test_a_total_has_one_whole_in_a_store_too(store: Store, dossier: Drawn) -> None:
    """Two dossiers may both call their first total t; an export of both would not be read."""
    plain = dossier(a1="500", a2="200", b1="300", b2="100")
    for whole, part in (("a1", "a2"), ("b1", "b2")):
        totals = pd.DataFrame({"total_id": ["t"], "whole": whole, "part": part, "complete": "no"})
        both = Dossier.of(plain.claims, plain.sources, totals)
        if whole == "a1":
            store.add(both)
            continue
        with pytest.raises(StoreError, match="another total 't'"):
            store.add(both)


def test_columns_of_ones_own_are_kept(store: Store, dossier: Drawn) -> None:
    """Columns that claimcheck does not know belong to the desk."""
    plain = dossier(a1="500", b1="900")
    marked = Dossier.of(plain.claims.assign(desk_file=["F-1", ""]), plain.sources)
    store.add(marked)

    same(store.dossier(), marked)


def test_a_bare_source_does_not_hide_what_is_known_of_it(store: Store, dossier: Drawn) -> None:
    """A claims file alone knows sources by id only; that is no news about them."""
    known = pd.DataFrame({"source_id": ["a"], "title": ["The Almanac"]})
    store.add(dossier(a1="500", sources=known))
    store.add(dossier(a1="500", a2="600"))

    assert store.dossier().sources["title"].tolist() == ["The Almanac"]


def test_sources_cannot_derive_from_each_other(store: Store, dossier: Drawn) -> None:
    """Two dossiers, each sound, can close a circle together; the second is refused whole."""
    first = pd.DataFrame({"source_id": ["a", "b"], "title": ["A", "B"], "derived_from": ["b", ""]})
    second = pd.DataFrame({"source_id": ["b", "c"], "derived_from": ["c", ""]})
    third = pd.DataFrame({"source_id": ["c", "a"], "title": ["C", ""], "derived_from": ["a", ""]})
    store.add(dossier(a1="500", sources=first))
    store.add(dossier(b1="500", sources=second))

    with pytest.raises(StoreError, match="derived from each other"):
        store.add(dossier(c1="700", sources=third))

    assert store.revision == 2
    assert store.dossier().claims["claim_id"].tolist() == ["a1", "b1"]


def test_decisions_come_in_once(store: Store, dossier: Drawn) -> None:
    """A folder that holds decisions brings them along, and not twice."""
    ruled = pd.DataFrame(
        {"finding_id": ["f1"], "ruling": ["accepted"], "because": ["checked by phone"]}
    )
    folder = evolve(dossier(a1="500"), decisions=ruled)
    store.add(folder)
    store.add(folder)

    assert store.decisions()["because"].tolist() == ["checked by phone"]


def test_an_export_reads_back_the_same(store: Store, diaspora: Dossier, tmp_path: Path) -> None:
    """The desk can leave with everything in plain files at any time."""
    store.add(diaspora)
    store.export(tmp_path / "out")

    same(read_dossier(tmp_path / "out"), diaspora)


def test_a_subject_is_read_with_what_it_rests_on(store: Store, dossier: Drawn) -> None:
    """Parts of a total, sources of sources and disputed claims come along, and nothing else."""
    claims = pd.concat(
        [
            dossier(a1="500", subject="The  Strike").claims,
            dossier(b1="200", c1="300", subject="the depots").claims,
            dossier(d1="9", subject="the weather").claims,
        ]
    )
    sources = pd.DataFrame(
        {"source_id": ["wire", "a", "b", "c", "d"], "derived_from": ["", "wire", "", "", ""]}
    )
    totals = pd.DataFrame({"total_id": "t", "whole": "a1", "part": ["b1", "c1"], "complete": "yes"})
    store.add(Dossier.of(claims, sources, totals))

    found = store.dossier(subject="the strike")

    assert found.claims["claim_id"].tolist() == ["a1", "b1", "c1"]
    assert found.sources["source_id"].tolist() == ["wire", "a", "b", "c"]
    assert found.totals["part"].tolist() == ["b1", "c1"]
    Dossier.of(found.claims, found.sources, found.totals)


def test_an_unknown_subject_is_told_with_the_nearest(store: Store, dossier: Drawn) -> None:
    """A slip of the pen is the usual cause."""
    store.add(dossier(a1="500", subject="the strike"))

    with pytest.raises(UnknownNameError, match="did you mean the strike"):
        store.dossier(subject="the stirke")
    with pytest.raises(UnknownNameError, match="it has the strike"):
        store.dossier(subject="qqq")


def test_subjects_are_counted_without_regard_to_case(store: Store, dossier: Drawn) -> None:
    """The list by which a desk finds its way has each subject once."""
    store.add(dossier(a1="1", a2="2", subject="The Strike"))
    store.add(dossier(b1="1", subject="the  strike"))

    assert store.subjects().values.tolist() == [["The Strike", 3]]
