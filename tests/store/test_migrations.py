"""Stores of every earlier version open, keep what they hold, and can do all that is new."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from claimcheck.model.decision import Decision
from claimcheck.store import migrations, open_store
from claimcheck.store.schema import METADATA, VERSION, VERSION_TABLE

VERSIONS = Path(__file__).with_name("versions")
EARLIER = [str(number) for number in range(1, int(VERSION))]


def old_store(tmp_path: Path, version: str) -> Path:
    """A store as that version left it, from its dump."""
    path = tmp_path / "desk.db"
    connection = sqlite3.connect(path)
    connection.executescript((VERSIONS / f"{version}.sql").read_text())
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


@pytest.mark.parametrize("version", EARLIER)
def test_an_earlier_store_keeps_what_it_holds(tmp_path: Path, version: str) -> None:
    """The claims of January are read in March by a newer claimcheck, history and all."""
    with open_store(old_store(tmp_path, version)) as store:
        now, before = store.dossier(), store.dossier(at="2026-01-05T12:00+00:00")

        assert now.claims["figure"].tolist() == ["550", "about 300"]
        assert before.claims["figure"].tolist() == ["500", "about 300"]
        assert now.totals["part"].tolist() == ["b1"]
        assert store.log()["who"].tolist() == ["Day", "Night"]


@pytest.mark.parametrize("version", EARLIER)
def test_an_earlier_store_can_do_what_is_new(tmp_path: Path, version: str) -> None:
    """Decisions came with version 2; content that was there counts as the same."""
    with open_store(old_store(tmp_path, version)) as store:
        store.decide(Decision(finding_id="f1", ruling="accepted", because="known", by="Day"))

        assert store.decisions()["by"].tolist() == ["Day"]
        assert store.add(store.dossier()).revision is None


@pytest.mark.parametrize("version", [*EARLIER, VERSION])
def test_every_way_leads_to_the_same_tables(tmp_path: Path, version: str) -> None:
    """What the steps make is what the program reads, to the last index."""
    path = tmp_path / "new.db" if version == VERSION else old_store(tmp_path, version)
    with open_store(path) as store, store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})

        assert compare_metadata(context, METADATA) == []


def test_every_step_has_its_number_and_every_version_its_dump() -> None:
    """Who adds a step adds the dump of the version before it, and this test says so."""
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    steps = [step.revision for step in scripts.walk_revisions()][::-1]

    assert steps == [*EARLIER, VERSION]
    assert sorted(file.stem for file in VERSIONS.glob("*.sql")) == EARLIER


def test_opening_a_store_of_this_version_writes_nothing(tmp_path: Path) -> None:
    """Readers must not fight over a lock that nobody needs."""
    path = tmp_path / "desk.db"
    open_store(path).close()
    before = path.read_bytes()
    open_store(path).close()

    assert path.read_bytes() == before
