"""What a desk sees and does on its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from claimcheck.io import write_dossier
from claimcheck.serve import listing, runs
from claimcheck.store import Store
from claimcheck.tables.dossier import Dossier

Visit = Callable[..., TestClient]
Drawn = Callable[..., Dossier]


def form_of(page: str) -> dict[str, str]:
    """The hidden fields of the form of a finding."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in hidden}


def worst(client: TestClient) -> str:
    """Address of the worst finding."""
    found = re.search(r'href="(/finding/[^"]+)"', client.get("/").text)
    assert found
    return unescape(found[1])


def ruling(client: TestClient, address: str, **more: str) -> dict[str, str]:
    """The form of the finding at *address*, filled in."""
    filled = {"ruling": "explained", "because": "asked them", "by": "Day"}
    return form_of(client.get(address).text) | filled | more


def test_the_first_page_shows_the_open_findings_as_cards(visit: Visit) -> None:
    """Both figures, who says them, and what is between them."""
    page = visit().get("/").text

    assert "contradiction" in page
    assert "500 people" in page
    assert "900 people" in page


def test_a_ruling_is_recorded_and_shown(visit: Visit, store: Store) -> None:
    """Read, choose, say why; the next reader sees it, and the list of open ones is shorter."""
    client = visit()
    address = worst(client)
    page = client.post(address, data=ruling(client, address, until="2199", expect="severity<0.9"))

    assert "The ruling is on record." in page.text
    assert "asked them" in page.text
    assert store.decisions()[["ruling", "by", "until", "expect"]].values.tolist() == [
        ["explained", "Day", "2199", "severity<0.9"]
    ]
    assert "0 findings" in client.get("/?level=conflict").text
    assert "explained by Day: asked them" in client.get("/?state=decided").text


def test_what_is_new_around_a_ruling_is_told_on_the_page(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """Nobody has to restart anything."""
    client = visit()
    address = worst(client)
    client.post(address, data=ruling(client, address))
    store.add(dossier(c1="700"), by="Night")

    page = client.get(address).text
    assert "(since then: claim c1 is new)" in page
    assert "Open again" not in page
    store.add(dossier(b1="950"), by="Night")
    page = client.get(worst(client)).text
    assert "Open again: claim b1 has changed" in page


def test_two_who_rule_from_the_same_page_are_told_to_agree(visit: Visit, store: Store) -> None:
    """Day and Night both read the finding; Night's ruling does not hide Day's."""
    ada, ben = visit(), visit()
    address = worst(ada)
    first, second = ruling(ada, address), ruling(ben, address, by="Night", ruling="dismissed")
    ada.post(address, data=first)
    page = ben.post(address, data=second).text

    assert len(store.decisions()) == 2
    assert "decided differently: explained by Day, dismissed by Night" in page


def test_who_read_the_other_ruling_may_overrule_it(visit: Visit) -> None:
    """Night opened the page after Day had ruled."""
    ada, ben = visit(), visit()
    address = worst(ada)
    ada.post(address, data=ruling(ada, address))
    page = ben.post(address, data=ruling(ben, address, by="Night", ruling="dismissed")).text

    assert "decided differently" not in page
    assert "dismissed by Night" in page


def test_a_ruling_on_what_is_no_more_is_not_recorded(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """While Day was reading, a claim came in; she is asked to look again, with her words kept."""
    client = visit()
    address = worst(client)
    form = ruling(client, address, because="they count part-timers")
    store.add(dossier(c1="700"))
    answer = client.post(address, data=form)

    assert answer.status_code == 409
    assert "The claims changed while you were reading" in answer.text
    assert "they count part-timers" in answer.text
    assert store.decisions().empty


def test_a_figure_that_changed_meanwhile_is_told(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """The finding has another id now; the page says where to look."""
    client = visit()
    address = worst(client)
    form = ruling(client, address)
    store.add(dossier(b1="950"))
    answer = client.post(address, data=form)

    assert answer.status_code == 404
    assert "its figures may have changed" in answer.text
    assert store.decisions().empty


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("because", "  ", "gives no reason"),
        ("ruling", "maybe", "is no ruling"),
        ("until", "soon", "no EDTF date"),
        ("expect", "mood=good", "nothing that can be expected"),
        ("expect", "severity<0.1", "does not hold now"),
        ("saw", "nonsense", "no fingerprint"),
    ],
)
def test_a_form_that_is_no_good_comes_back_with_the_mend(
    visit: Visit, store: Store, field: str, value: str, told: str
) -> None:
    """What was written stays in the fields."""
    client = visit()
    address = worst(client)
    answer = client.post(address, data=ruling(client, address, **{field: value}))

    assert answer.status_code == 422
    assert told in unescape(answer.text)
    assert store.decisions().empty


def test_quantities_lead_to_the_whole_and_to_their_findings(visit: Visit) -> None:
    """From the list to one quantity with all its claims, and on to the ruling."""
    client = visit()
    found = re.search(r'href="(/quantity\?[^"]+)"', client.get("/quantities").text)
    assert found
    page = client.get(unescape(found[1])).text

    assert "conflicting" in page
    assert "500 people" in page
    assert re.search(r'href="/finding/', page)


def test_conflicts_come_first_and_the_rest_is_a_filter_away(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """Who opens the page wants to rule on conflicts, not to pass forty notes."""
    store.add(dossier(a2="500", a3="505"))
    client = visit()
    shown = client.get("/").text

    assert "<option selected>conflict</option>" in shown
    assert 'class="badge info"' not in shown
    assert client.get("/?level=all").text.count("<article") > shown.count("<article")
    assert "<option selected>all</option>" in client.get("/?check=single-source").text


def test_the_form_says_what_each_ruling_means(visit: Visit) -> None:
    """Four words alone do not tell who has not read the guide."""
    client = visit()
    page = client.get(worst(client)).text

    for told in ("explained: both figures hold", "accepted: the conflict is real"):
        assert told in page
    for told in ("dismissed: it is no conflict", "corrected: a figure was mended"):
        assert told in page


def test_a_quantity_shows_itself_before_what_to_rule_on(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """Conflicts stand open below it, and the rest is folded."""
    store.add(dossier(a2="500", a3="500"))
    client = visit()
    found = re.search(r'href="(/quantity\?[^"]+)"', client.get("/quantities").text)
    assert found
    page = client.get(unescape(found[1])).text
    shown, _, links = page.partition("<h2>Rule on</h2>")
    listed, _, folded = links.partition("<details>")

    assert "500 people" in shown
    assert 'href="/finding/' not in shown
    assert ", open: " in listed
    assert "contradiction</a>" in listed
    assert "echo</a>" in folded


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("level=conflict", 1),
        ("check=contradiction", 1),
        ("check=echo", 0),
        ("q=STRIKE&level=conflict", 1),
        ("q=weather", 0),
        ("state=decided", 0),
        ("page=99&level=conflict", 1),
        ("page=x&level=conflict", 1),
    ],
)
def test_findings_are_filtered(visit: Visit, query: str, count: int) -> None:
    """By level, check, state and text, in any case."""
    page = visit().get(f"/?{query}").text

    assert f"{count} finding" in page
    assert page.count('<article class="card') == count


@pytest.mark.parametrize(
    ("query", "count"),
    [("status=conflicting", 1), ("status=agreed", 0), ("q=STRIKE", 1), ("q=weather", 0)],
)
def test_quantities_are_filtered(visit: Visit, query: str, count: int) -> None:
    """By status and text."""
    page = visit().get(f"/quantities?{query}").text

    assert f"{count} quantit" in page
    assert page.count('<th scope="row">') == count


def test_long_lists_are_cut_into_pages(
    visit: Visit, store: Store, dossier: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each finding is on one page and no more."""
    monkeypatch.setattr(listing, "PAGE", 2)
    store.add(dossier("the march", a2="10", b2="90", c2="700"))
    client = visit()
    pages = [client.get(f"/?level=conflict&page={number}").text for number in (1, 2)]
    ids = [re.findall(r'href="/finding/(\w+)', page) for page in pages]

    assert [len(found) for found in ids] == [2, 2]
    assert len({*ids[0], *ids[1]}) == 4
    assert 'rel="next"' in pages[0]
    assert 'rel="prev"' in pages[1]


def test_a_large_store_is_browsed_by_subject(
    visit: Visit, store: Store, dossier: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a million claims to be reconciled to see one town."""
    monkeypatch.setattr(runs, "MOST_CLAIMS", 3)
    store.add(dossier("the march & more", a2="10", b2="90"))
    client = visit()
    page = client.get("/")

    assert page.url.path == "/subjects"
    assert "the march &amp; more" in page.text
    assert "the strike" not in client.get("/subjects?q=march").text
    alone = client.get("/", params={"subject": "the march & more"}).text
    assert "90 people" in alone
    assert "900 people" not in alone


def test_rulings_by_subject_stay_with_it(
    visit: Visit, store: Store, dossier: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form brings the subject back."""
    monkeypatch.setattr(runs, "MOST_CLAIMS", 3)
    store.add(dossier("the march", a2="10", b2="90"))
    client = visit()
    page = client.get("/", params={"subject": "the march"}).text
    address = unescape(re.search(r'href="(/finding/[^"]+)"', page)[1])
    answer = client.post(address, data=ruling(client, address))

    assert answer.status_code == 200
    assert len(store.decisions()) == 1


def test_a_folder_is_served_and_keeps_its_rulings_beside_it(
    visit: Visit, dossier: Drawn, tmp_path: Path
) -> None:
    """The file lives in git with the claims."""
    write_dossier(dossier(a1="500", b1="900"), tmp_path / "folder")
    client = visit(str(tmp_path / "folder"))
    address = worst(client)
    page = client.post(address, data=ruling(client, address)).text

    assert "The ruling is on record." in page
    assert "asked them" in (tmp_path / "folder" / "decisions.csv").read_text()


def test_the_past_is_read_and_not_ruled_on(visit: Visit, store: Store, tmp_path: Path) -> None:
    """A store as of a revision has no form."""
    store.correct("b1", by="Night", because="misread", figure="500")
    client = visit(f"{tmp_path / 'claims.db'}@1")
    page = client.get(worst(client)).text

    assert "900 people" in page
    assert "<form" not in page


@pytest.mark.parametrize("path", ["/nowhere", "/finding/zz", "/quantity?id=zz", "/?subject=zz"])
def test_what_is_not_there_is_told(visit: Visit, path: str) -> None:
    """A page of words and no trace of the program."""
    answer = visit().get(path)

    assert answer.status_code == 404
    assert 'role="alert"' in answer.text


def test_the_name_is_remembered_in_the_browser(visit: Visit) -> None:
    """Several share the page; each has their own name in the form."""
    client = visit()
    address = worst(client)
    client.post(address, data=ruling(client, address, by="Zoë; Ñ"))

    assert 'name="by" value="Zoë; Ñ"' in client.get(address).text


def test_a_desk_goes_from_one_ruling_to_the_next(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """Thirty findings are ruled on one after another; behind the last there is none."""
    store.add(dossier(subject="the march", m1="500", n1="5,000"))
    client = visit()
    address = worst(client)
    page = client.post(address, data=ruling(client, address)).text
    following = re.search(r'href="(/finding/[^"]+)">Rule on the next', page)
    assert following
    assert following[1] != address
    page = client.post(following[1], data=ruling(client, following[1])).text

    assert "The ruling is on record." in page
    assert "Rule on the next" not in page


def test_findings_are_found_by_their_claims_and_sources(visit: Visit) -> None:
    """Who has an id from a mail pastes it; what other filters leave out is told."""
    client = visit()

    assert re.search(r">1 finding\b", client.get("/?q=b1").text)
    assert "0 findings" in client.get("/?q=nothing").text
    hidden = client.get("/?q=b1&state=decided").text
    assert "0 findings" in hidden
    assert "with this text among other levels" in hidden


def test_what_no_finding_tells_stands_with_the_quantities(
    visit: Visit, store: Store, dossier: Drawn
) -> None:
    """Figures that could not be read, and names that may mean one thing."""
    store.add(dossier(subject="strike", s1="a great many"))
    page = visit().get("/quantities").text

    assert "Figures that could not be read" in page
    assert "a great many" in page
    assert "Names that may mean one thing" in page
