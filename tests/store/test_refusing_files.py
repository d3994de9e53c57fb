"""What is no whole store is refused and left untouched; what cannot be written says so."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest

from claimcheck.errors import StoreError
from claimcheck.store import Store, open_store
from claimcheck.tables.dossier import Dossier

Drawn = Callable[..., Dossier]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte by byte."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def a_text(path: Path) -> None:
    """A file of text."""
    path.write_text("claim_id,figure\na,5\n")


def an_empty_file(path: Path) -> None:
    """A file that someone has just made."""
    path.touch()


def a_folder(path: Path) -> None:
    """No file at all."""
    path.mkdir()


def a_foreign_database(path: Path) -> None:
    """A database of another program, with a table of the same name."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE claims (mine)")
    connection.commit()
    connection.close()


def a_stub(path: Path) -> None:
    """No more than the first letters of a database."""
    path.write_bytes(b"SQLite format 3\0")


@pytest.mark.parametrize("make", [a_text, an_empty_file, a_foreign_database, a_stub, a_folder])
def test_a_foreign_file_is_refused_and_not_touched(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """It belongs to someone; neither it nor a file beside it is written."""
    path = tmp_path / "notes.db"
    make(path)
    before = {} if path.is_dir() else bytes_of(tmp_path)

    with pytest.raises(StoreError):
        open_store(path)
    assert ({} if path.is_dir() else bytes_of(tmp_path)) == before


@pytest.mark.parametrize("share", [0.0005, 0.3, 0.9, 0.999])
def test_a_truncated_store_is_refused_and_not_touched(
    tmp_path: Path, diaspora: Dossier, share: float
) -> None:
    """A copy that broke off must not pass for the whole."""
    path = tmp_path / "desk.db"
    with open_store(path) as store:
        store.add(diaspora)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    before = bytes_of(tmp_path)

    with pytest.raises(StoreError):
        open_store(path)
    assert bytes_of(tmp_path) == before


def test_a_damaged_page_is_told(tmp_path: Path, diaspora: Dossier) -> None:
    """Reading says that the file is damaged, not that there are no claims."""
    path = tmp_path / "desk.db"
    with open_store(path) as store:
        store.add(diaspora)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(StoreError, match="damaged"):
        open_store(path).dossier()


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """An older program cannot know what it would break."""
    path = tmp_path / "desk.db"
    open_store(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE claimcheck_version SET version_num = '99'")
    connection.commit()
    connection.close()

    with pytest.raises(StoreError, match="newer claimcheck"):
        open_store(path)


def test_a_missing_store_is_made_only_where_it_is_asked_for(tmp_path: Path) -> None:
    """Reading a path with a typing error must not leave an empty store behind."""
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "desk.db", create=False)
    with pytest.raises(StoreError, match=r"folder .* does not exist"):
        open_store(tmp_path / "nowhere" / "desk.db")
    assert list(tmp_path.iterdir()) == []


def test_a_new_store_leaves_nothing_beside_itself(tmp_path: Path) -> None:
    """It is made under another name and given its own when it is whole."""
    open_store(tmp_path / "desk.db").close()

    assert [file.name for file in tmp_path.iterdir()] == ["desk.db"]


@contextmanager
def powerless() -> Iterator[None]:
    """Without the rights of root, whom no permission holds back."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder whose way from the root all may go."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("mode", [0o755, 0o777, 0o555])
def test_a_read_only_store_is_read_and_not_written(
    open_folder: Path, dossier: Drawn, mode: int
) -> None:
    """A store on a shared disk is read by all; writing it says what is in the way."""
    path = open_folder / "desk.db"
    with open_store(path) as store:
        store.add(dossier(a1="500"))
    path.chmod(0o444)
    open_folder.chmod(mode)
    before = path.read_bytes()

    with powerless(), open_store(path) as store:
        assert store.dossier().claims["figure"].tolist() == ["500"]
        with pytest.raises(StoreError, match="read-only"):
            store.add(dossier(a1="600"))
    assert path.read_bytes() == before


FULL = """
import resource, signal, sys
from claimcheck.errors import StoreError
from claimcheck.io import read_dossier
from claimcheck.store import open_store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store, dossier = open_store(sys.argv[1]), read_dossier(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    store.add(dossier)
except StoreError as error:
    print(error)
else:
    print("it fitted")
"""


def test_a_disk_that_fills_up_leaves_the_store_as_it_was(
    store: Store, dossier: Drawn, tmp_path: Path
) -> None:
    """The quota ends in the middle of an import; the error says so, and what was there is there."""
    store.add(dossier(a1="500"))
    root = Path(__file__).parents[2]
    place = str(tmp_path / "desk.db")
    said = subprocess.run(
        [sys.executable, "-c", FULL, place, root / "fixtures" / "azerbaijani-diaspora", "120000"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert "as it was" in said
    assert store.dossier().claims["claim_id"].tolist() == ["a1"]
    assert store.add(dossier(a1="600")).changed == ("a1",)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_says_that_it_is_full(
    dossier: Drawn, diaspora: Dossier, tmp_path: Path
) -> None:
    """A real disk of 300 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        with open_store(disk / "desk.db") as store:
            store.add(dossier(a1="500"))
            with pytest.raises(StoreError, match="disk"):
                store.add(diaspora)
            assert store.dossier().claims["claim_id"].tolist() == ["a1"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 - of the system


def test_a_writer_that_takes_too_long_is_told(store: Store, dossier: Drawn, tmp_path: Path) -> None:
    """Others wait for as long as they were told to, and then say who is in the way."""
    with (
        open_store(tmp_path / "desk.db", timeout=0.1) as second,
        store.database.writing(),
        pytest.raises(StoreError, match="another writer"),
    ):
        second.add(dossier(a1="500"))
    assert second.add(dossier(a1="500")).new == ("a1",)


def test_readers_do_not_wait_for_a_writer(store: Store, dossier: Drawn, tmp_path: Path) -> None:
    """They see the store as it was before the writer began."""
    store.add(dossier(a1="500"))
    with open_store(tmp_path / "desk.db", timeout=0.1) as reader, store.database.writing():
        assert reader.dossier().claims["claim_id"].tolist() == ["a1"]


def test_half_a_letter_is_told(store: Store, dossier: Drawn) -> None:
    """Text that was read in the wrong encoding cannot be kept, and nothing else of it is."""
    plain = dossier(a1="500", b1="900")
    broken = Dossier(
        claims=plain.claims.assign(note=pd.Series(["fine", "caf\udce9"], dtype=object)),
        sources=plain.sources,
        totals=plain.totals,
    )

    with pytest.raises(StoreError, match="half a letter"):
        store.add(broken)
    assert store.revision == 0
