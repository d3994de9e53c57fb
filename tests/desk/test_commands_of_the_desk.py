"""add, export, decide, diff, and check with a baseline, as a desk types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.desk.place import Place
from claimcheck.desk.reading import read_dossier
from claimcheck.errors import StoreError
from claimcheck.store import open_store

CLAIMS = """\
claim_id,source_id,subject,measure,place,as_of,figure,unit,stance
a,atlas,Terns,population,Arctic,2010,5–10 million,birds,asserts
b,bulletin,Terns,population,Arctic,2010,50 million,birds,asserts
c,bulletin,Gulls,population,Arctic,2010,70 million,birds,asserts
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder and a store with the same claims, in the current directory."""
    (tmp_path / "terns").mkdir()
    (tmp_path / "terns" / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["add", "claims.db", "terns", "--by", "Day", "--because", "first"]) == 0
    return tmp_path


def told(capture: Capture, *words: str) -> str:
    """What a command that ends well says."""
    capture.readouterr()
    assert cli.run(list(words)) == 0
    return capture.readouterr().out


def worst(capture: Capture, place: str) -> str:
    """Id of the worst finding."""
    report = json.loads(told(capture, "report", place, "--format", "json"))
    return str(report["findings"][0]["finding_id"])


def ruled(capture: Capture, place: str, **more: str) -> list[str]:
    """The words of a ruling on the worst finding."""
    options = {"in": place, "as": "explained", "because": "one counts pairs", "by": "Day", **more}
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return ["decide", worst(capture, place), *words]


@pytest.mark.parametrize("place", ["terns", "claims.db", "terns/claims.csv"])
def test_a_ruling_settles_the_check_and_stands_in_the_report(
    desk: Path, capsys: Capture, place: str
) -> None:
    """In a folder, a store, and beside a claims file alike."""
    assert cli.run(["check", place, "--baseline", "decisions"]) == cli.FOUND
    told(capsys, *ruled(capsys, place))

    assert cli.run(["check", place, "--baseline", "decisions"]) == cli.CLEAN
    assert cli.run(["check", place]) == cli.FOUND, "without a baseline nothing is left out"
    if place != "terns/claims.csv":
        assert "explained by Day: one counts pairs" in told(capsys, "report", place)
    assert (desk / "terns" / "decisions.csv").exists() == (place != "claims.db")


def test_a_decided_finding_is_shown_and_not_counted_again(desk: Path, capsys: Capture) -> None:
    """It has a section of its own, and the conflicts are those that are open."""
    assert "conflicts   1: 1 contradiction" in told(capsys, "report", "claims.db")
    told(capsys, *ruled(capsys, "claims.db"))

    shown = told(capsys, "report", "claims.db")
    summary, _, rest = shown.partition("\n\n")
    assert "conflicts   none" in summary
    assert "decided     1 finding, not counted above" in summary
    assert "CONFLICTS BETWEEN" not in rest
    assert "DECIDED (1)" in rest
    summed = json.loads(told(capsys, "report", "claims.db", "--format", "json"))["summary"]
    assert summed["decided"] == 1

    claims = desk / "terns" / "claims.csv"
    claims.write_text(claims.read_text().replace("50 million", "45 million"))
    told(capsys, "add", "claims.db", "terns")
    again = told(capsys, "report", "claims.db").partition("\n\n")[0]
    assert "conflicts   1: 1 contradiction" in again
    assert "open again  1 finding" in again


SLIPS = """\
d,digest,Swans,population,Arctic,2010,300,birds,asserts
e,essay,Swans,population,Arctic,2010,900,birds,asserts
f,folio,Swans,population,Arctic,2010,2200,birds,asserts
"""


@pytest.mark.parametrize("place", ["terns", "claims.db"])
def test_a_dossier_with_conflicts_starts_green_with_one_command(
    desk: Path, capsys: Capture, place: str
) -> None:
    """Thirty conflicts that are known must not take thirty commands."""
    with (desk / "terns" / "claims.csv").open("a", encoding="utf-8") as file:
        file.write(SLIPS)
    told(capsys, "add", "claims.db", "terns")
    start = ["decide", "--all", "--in", place, "--as", "accepted", "--because", "start", "--by"]

    swans = ["Day", "--quantity", "swans/population/arctic", "--check", "contradiction"]
    assert told(capsys, *start, *swans).count("accepted by Day: start") == 3
    assert cli.run(["check", place, "--baseline", "decisions"]) == cli.FOUND
    assert told(capsys, *start, "Night").count("accepted by Night: start") == 1
    assert cli.run(["check", place, "--baseline", "decisions"]) == cli.CLEAN
    assert told(capsys, *start, "Night") == "no such finding is open\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "no finding is named"),
        (["abc", "--all"], "findings are named, and --all as well"),
        (["--all", "--check", "contradictions"], "there is no check 'contradictions'"),
        (["--all", "--quantity", "swan"], "there is no quantity 'swan'"),
    ],
)
def test_what_to_rule_on_is_said_in_one_way(
    desk: Path, capsys: Capture, words: list[str], said: str
) -> None:
    """Nothing is ruled on by mistake."""
    ruling = ["--in", "terns", "--as", "accepted", "--because", "x"]

    assert cli.run(["decide", *words, *ruling]) == cli.BAD_INPUT
    assert said in capsys.readouterr().err
    assert not (desk / "terns" / "decisions.csv").exists()


def test_the_same_ruling_again_is_no_second_row(desk: Path, capsys: Capture) -> None:
    """A script that runs twice leaves no trace the second time; another word is another ruling."""
    words = ruled(capsys, "terns")
    told(capsys, *words)

    assert "(on record already)" in told(capsys, *words)
    assert "(on record already)" not in told(capsys, *words, "--because", "asked again")
    assert len((desk / "terns" / "decisions.csv").read_text().splitlines()) == 3


def test_few_letters_of_an_id_are_enough(desk: Path, capsys: Capture) -> None:
    """As few as tell it from the others."""
    finding = worst(capsys, "terns")
    words = ["--in", "terns", "--as", "accepted", "--because", "x"]

    assert finding in told(capsys, "decide", finding[:3], *words)
    assert desk.is_dir()


def test_a_baseline_may_stand_elsewhere(desk: Path, capsys: Capture) -> None:
    """A file, a folder or a store, named by its path."""
    told(capsys, *ruled(capsys, "terns"))

    for place in ("terns/decisions.csv", "terns"):
        assert cli.run(["check", "claims.db", "--baseline", place]) == cli.CLEAN
    assert cli.run(["check", "claims.db", "--baseline", "nowhere.csv"]) == cli.BAD_INPUT
    assert desk.is_dir()


def test_a_new_claim_leaves_the_ruling_and_brings_its_own_findings(
    desk: Path, capsys: Capture
) -> None:
    """The check fails on what is new, and the pair that was ruled on stays decided."""
    told(capsys, *ruled(capsys, "claims.db"))
    with (desk / "terns" / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("d,digest,Terns,population,Arctic,2010,6 million,birds,asserts\n")
    told(capsys, "add", "claims.db", "terns", "--by", "Night")

    assert cli.run(["check", "claims.db", "--baseline", "decisions"]) == cli.FOUND
    assert "[d" in capsys.readouterr().out
    shown = told(capsys, "report", "claims.db")
    assert "reopened" not in shown
    assert "(since then: claim d is new)" in " ".join(shown.split())


def test_a_second_dossier_with_the_same_ids_replaces_nothing(desk: Path, capsys: Capture) -> None:
    """Every spreadsheet numbers its rows 1, 2, 3; the first dossier must not vanish for that."""
    other = CLAIMS.replace("Terns", "Flood").replace("population", "deaths")
    (desk / "flood.csv").write_text(other, encoding="utf-8")

    assert cli.run(["add", "claims.db", "flood.csv"]) == cli.BAD_INPUT
    said = capsys.readouterr().err
    assert "flood.csv, row 2, column claim_id" in said
    assert "“Terns · population · Arctic · atlas” there" in said
    assert "“Flood · deaths · Arctic · atlas” here" in said
    with open_store(desk / "claims.db") as store:
        assert store.revision == 1

    assert "0 new, 0 same, 3 changed" in told(capsys, "add", "claims.db", "flood.csv", "--replace")


def test_what_was_entered_by_mistake_is_taken_back_and_let_stand_again(
    desk: Path, capsys: Capture
) -> None:
    """A row that left the folder is told by the next import, and goes when it is taken back."""
    rows = CLAIMS.splitlines(keepends=True)
    (desk / "terns" / "claims.csv").write_text("".join([*rows[:2], rows[3]]), encoding="utf-8")
    assert "1 more about the same subjects, which it has not (b)" in told(
        capsys, "add", "claims.db", "terns"
    )

    words = ["claims.db", "b", "--by", "Day", "--because", "a hoax"]
    assert told(capsys, "retract", *words) == "revision 2: retract b\n"
    assert cli.run(["check", "claims.db"]) == cli.CLEAN
    assert "left in the store" not in told(capsys, "add", "claims.db", "terns")
    told(capsys, "restore", *words)
    assert cli.run(["check", "claims.db"]) == cli.FOUND

    assert cli.run(["retract", *words[:1], "z", "--because", "x"]) == cli.BAD_INPUT
    assert "claim 'z' does not stand" in capsys.readouterr().err
    assert cli.run(["retract", "claims.db", "--because", "x"]) == cli.BAD_INPUT
    assert "nothing is named" in capsys.readouterr().err
    source = ["retract", "claims.db", "--source", "atlas", "--because", "x"]
    assert cli.run(source) == cli.BAD_INPUT
    assert "claim a names atlas" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--as", "explained", "--because", " "], "gives no reason"),
        (["--as", "explained", "--because", "x", "--expect", "mood=good"], "can be expected"),
        (["--as", "explained", "--because", "x", "--until", "soon"], "no EDTF date"),
        (["--as", "explained", "--because", "x", "--until", "2020"], "2020 is past"),
    ],
)
def test_a_ruling_that_is_no_good_is_refused_with_the_mend(
    desk: Path, capsys: Capture, words: list[str], said: str
) -> None:
    """Nothing is put on record."""
    finding = worst(capsys, "claims.db")

    assert cli.run(["decide", finding, "--in", "claims.db", *words]) == cli.BAD_INPUT
    assert said in capsys.readouterr().err
    with open_store(desk / "claims.db") as store:
        assert store.decisions().empty


def test_an_unknown_finding_is_told_with_the_nearest(desk: Path, capsys: Capture) -> None:
    """A letter too many."""
    finding = worst(capsys, "claims.db")
    words = ["decide", f"{finding}x", "--in", "claims.db", "--as", "accepted", "--because", "x"]

    assert cli.run(words) == cli.BAD_INPUT
    assert f"did you mean {finding}" in capsys.readouterr().err
    assert desk.is_dir()


def test_the_past_cannot_be_ruled_on(desk: Path, capsys: Capture) -> None:
    """A ruling is made today."""
    words = ruled(capsys, "claims.db")
    words[words.index("claims.db")] = "claims.db@1"

    assert cli.run(words) == cli.BAD_INPUT
    assert "is past" in capsys.readouterr().err
    assert desk.is_dir()


def test_one_subject_is_reported_alone(desk: Path, capsys: Capture) -> None:
    """Of a store; a folder is read whole in any case."""
    report = json.loads(
        told(capsys, "report", "claims.db", "--subject", "gulls", "--format", "json")
    )

    assert report["summary"]["claims"] == 1
    assert cli.run(["report", "terns", "--subject", "gulls"]) == cli.BAD_INPUT
    assert cli.run(["report", "claims.db", "--subject", "gull"]) == cli.BAD_INPUT
    assert "did you mean Gulls" in capsys.readouterr().err
    assert desk.is_dir()


def test_an_export_is_the_same_dossier(desk: Path, capsys: Capture) -> None:
    """Also of the past."""
    told(capsys, *ruled(capsys, "claims.db"))
    told(capsys, "export", "claims.db", "now")
    told(capsys, "export", "claims.db@1", "then")
    now, then = read_dossier(desk / "now"), read_dossier(desk / "then")

    assert now.claims.equals(read_dossier("claims.db").claims)
    assert now.decisions is not None
    assert then.claims.equals(now.claims)
    assert then.decisions is None


def test_a_diff_is_written_whole_to_a_file(desk: Path, capsys: Capture) -> None:
    """In any format."""
    (desk / "gulls").mkdir()
    rows = CLAIMS.splitlines(keepends=True)
    (desk / "gulls" / "claims.csv").write_text("".join([rows[0], rows[3]]), encoding="utf-8")
    for name in ("text", "markdown", "json"):
        output = desk / f"diff.{name}"
        told(capsys, "diff", "gulls", "claims.db", "--format", name, "--output", str(output))
        assert "50 million birds" in output.read_text()


@pytest.mark.parametrize("place", ["missing.db", "terns@2026-03-02", "terns/claims.csv@1"])
def test_a_place_that_is_none_is_told(desk: Path, capsys: Capture, place: str) -> None:
    """Exit status 2 and one message."""
    assert cli.run(["report", place]) == cli.BAD_INPUT
    assert capsys.readouterr().err.startswith("claimcheck: ")
    assert not (desk / "missing.db").exists()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("claims.db@77", "there is no revision 77\n\nHint: the newest is 1"),
        ("claims.db@garbage", "'garbage' is no time of claims.db"),
        ("claims.db@2026-3-2", "'2026-3-2' is no time of claims.db"),
    ],
)
def test_a_time_that_is_none_is_told(desk: Path, capsys: Capture, place: str, said: str) -> None:
    """It showed the newest state under a heading of that time, or missed a file of that name."""
    assert cli.run(["report", place]) == cli.BAD_INPUT
    assert said in capsys.readouterr().err
    assert cli.run(["report", "claims.db@1"]) == cli.CLEAN
    assert desk.is_dir()


@pytest.mark.parametrize(
    ("text", "where", "moment"),
    [
        ("claims.db", "claims.db", None),
        ("claims.db@7", "claims.db", 7),
        ("claims.sqlite@2026-03-02T09:30", "claims.sqlite", "2026-03-02T09:30"),
        ("postgresql://ada@host/desk", "postgresql://ada@host/desk", None),
        ("postgresql://ada@host/desk@2026-03-02", "postgresql://ada@host/desk", "2026-03-02"),
    ],
)
def test_places_are_read(text: str, where: str, moment: str | int | None) -> None:
    """The at sign of an address and that of a time are told apart."""
    place = Place.parse(text)

    assert (place.where, place.moment, place.is_store) == (where, moment, True)


def test_a_folder_with_an_at_sign_is_a_folder(desk: Path) -> None:
    """What is there goes before what it may mean."""
    (desk / "terns@2026").mkdir()
    (desk / "terns@2026" / "claims.csv").write_text(CLAIMS, encoding="utf-8")

    assert len(read_dossier("terns@2026").claims) == 3
    with pytest.raises(StoreError):
        Place.parse("gulls@2026")


def test_a_password_is_never_shown() -> None:
    """Neither in titles nor in errors."""
    assert str(Place("postgresql://ada:s3cret@host/desk", "7")) == "postgresql://ada@host/desk@7"
