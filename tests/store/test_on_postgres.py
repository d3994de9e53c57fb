"""The same store on PostgreSQL: a real server, started for these tests."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import create_engine, text

from claimcheck.errors import StoreError
from claimcheck.model.decision import Decision
from claimcheck.store import Store, migrations, open_store
from claimcheck.store.engines import postgres_database
from claimcheck.tables.dossier import Dossier

pytestmark = pytest.mark.postgres

Drawn = Callable[..., Dossier]
PROGRAM = Path(__file__).with_name("forked_imports.py")


def _program(name: str) -> str | None:
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*map(str, homes), os.environ["PATH"]]))


def _owner() -> str | None:
    """Whom the server runs as: it refuses to be root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return pwd.getpwnam("nobody").pw_name


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a server of our own, without the name of a database."""
    initdb, postgres = _program("initdb"), _program("postgres")
    if initdb is None or postgres is None:
        pytest.skip("PostgreSQL is not installed here: apt-get install postgresql")
    pytest.importorskip("psycopg", reason="psycopg is not installed: the extra postgres")
    owner = _owner()
    home = Path(tempfile.mkdtemp(prefix="claimcheck-postgres-"))
    if owner:
        shutil.chown(home, owner)
    data = home / "data"
    subprocess.run(
        [initdb, "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"],
        user=owner,
        cwd=home,
        check=True,
        capture_output=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["-F", "-p", str(port), "-c", "listen_addresses=127.0.0.1", "-k", str(home)]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(
            [postgres, "-D", data, *options], user=owner, cwd=home, stdout=log, stderr=log
        )
    address = f"postgresql://desk@127.0.0.1:{port}"
    try:
        _wait_for(address, process, home / "log")
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        shutil.rmtree(home)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg  # noqa: PLC0415 - an extra

    for _ in range(300):
        try:
            psycopg.connect(f"{address}/postgres").close()
        except psycopg.OperationalError:
            if process.poll() is not None:
                pytest.fail(log.read_text(errors="replace"))
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start within 30 seconds")


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> str:
    """Address of a fresh database."""
    name = f"desk_{abs(hash(request.node.name)):x}"
    engine = create_engine(
        f"{server}/postgres".replace("postgresql", "postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server}/{name}"


@pytest.fixture
def desk(database: str) -> Iterator[Store]:
    """An empty store on the server, at nine on Monday 2 March 2026."""
    with open_store(database, clock=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC)) as opened:
        yield opened


def test_a_dossier_comes_out_of_the_server_as_it_went_in(desk: Store, diaspora: Dossier) -> None:
    """Order, types and empty cells, as from a file."""
    desk.add(diaspora)
    found = desk.dossier()

    pd.testing.assert_frame_equal(found.claims, diaspora.claims)
    pd.testing.assert_frame_equal(found.sources, diaspora.sources)
    pd.testing.assert_frame_equal(found.totals, diaspora.totals)
    assert desk.add(diaspora).revision is None


def test_open_ends_survive_the_server(desk: Store, dossier: Drawn) -> None:
    """Infinity and nothing are two different things."""
    plain = dossier(a1="5", b1="6")
    ends = plain.claims.assign(lower=[5.0, float("nan")], upper=[float("inf"), float("nan")])
    desk.add(Dossier.of(ends, plain.sources))

    found = desk.dossier().claims
    assert found["upper"].tolist()[0] == float("inf")
    assert found["upper"].isna().tolist() == [False, True]


def test_the_past_is_kept_on_the_server(desk: Store, dossier: Drawn) -> None:
    """Corrections, retractions and decisions, and the day before them."""
    desk.add(dossier(a1="500", b1="900"), by="Day")
    desk.correct("a1", by="Night", because="misread", figure="600")
    desk.retract(claims=["b1"], by="Day", because="a hoax")
    desk.decide(Decision(finding_id="f1", ruling="accepted", because="known", by="Day"))

    assert desk.dossier(at=1).claims["figure"].tolist() == ["500", "900"]
    assert desk.dossier(at=2).claims["figure"].tolist() == ["600", "900"]
    assert desk.dossier().claims["figure"].tolist() == ["600"]
    assert desk.dossier(at="2026-03-01").claims.empty
    assert desk.decisions()["by"].tolist() == ["Day"]
    assert desk.dossier(subject="THE strike").claims["claim_id"].tolist() == ["a1"]


def test_the_server_itself_refuses_to_change_or_delete(desk: Store, dossier: Drawn) -> None:
    """Whatever program writes to it."""
    desk.add(dossier(a1="500"))

    with pytest.raises(StoreError, match="append-only"), desk.database.writing() as connection:
        connection.execute(text("UPDATE claims SET figure = '7'"))
    assert desk.dossier().claims["figure"].tolist() == ["500"]


def test_a_server_of_version_1_is_brought_up_to_date(database: str, dossier: Drawn) -> None:
    """The steps are the same as in a file."""
    old = postgres_database(database)
    with old.writing() as connection:
        assert migrations.upgrade(connection, "1") == ["1"]
    old.engine.dispose()

    with open_store(database) as store:
        store.add(dossier(a1="500"))
        store.decide(Decision(finding_id="f1", ruling="accepted", because="known"))
        assert store.decisions()["finding_id"].tolist() == ["f1"]


def test_a_database_with_tables_of_others_is_refused(database: str) -> None:
    """A table called claims that is not ours stays as it is."""
    engine = create_engine(database.replace("postgresql", "postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE claims (mine text)"))
    engine.dispose()

    with pytest.raises(StoreError, match="not ours"):
        open_store(database)


def test_a_database_without_a_store_is_made_one_only_where_asked(database: str) -> None:
    """A report on the wrong database must not write into it."""
    with pytest.raises(StoreError, match="no store of claims"):
        open_store(database, create=False)


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    """The address is shown, the secret is not."""
    with pytest.raises(StoreError) as error:
        open_store("postgresql://desk:s3cret@127.0.0.1:9/desk")
    assert "s3cret" not in str(error.value)


def test_eight_processes_write_to_the_server_at_once(database: str) -> None:
    """The making of the store included."""
    done = subprocess.run(
        [sys.executable, "-W", "error", PROGRAM, "together", database, "8", "5"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["0", str(8 * 5 * 60)]
