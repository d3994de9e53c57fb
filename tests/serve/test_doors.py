"""Who is let in, what is kept out, and what hostile texts cannot do."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from claimcheck.errors import ClaimcheckError, SettingsError
from claimcheck.serve.doors import SESSION, Keys
from claimcheck.serve.running import check_door, serve
from claimcheck.store import Store
from claimcheck.tables.dossier import Dossier

Visit = Callable[..., TestClient]
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"


def address_and_form(client: TestClient) -> tuple[str, dict[str, str]]:
    """A finding and its form, filled in."""
    address = unescape(re.search(r'href="(/finding/[^"]+)"', client.get("/").text)[1])
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', client.get(address).text)
    form = {name: unescape(value) for name, value in hidden}
    return address, form | {"ruling": "accepted", "because": "known", "by": "Day"}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example"])
def test_another_name_for_this_machine_is_refused(visit: Visit, host: str) -> None:
    """A page elsewhere can point its own name here; the Host header gives it away."""
    answer = visit(host=host).get("/")

    assert answer.status_code == 400
    assert "strike" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
def test_the_names_of_loopback_are_let_in(visit: Visit, host: str) -> None:
    """With and without a port."""
    assert visit(host=host).get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_site_is_refused(
    visit: Visit, store: Store, headers: dict[str, str]
) -> None:
    """Even with everything else right."""
    client = visit()
    address, form = address_and_form(client)

    assert client.post(address, data=form, headers=headers).status_code == 403
    assert store.decisions().empty


@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_a_form_without_its_token_is_refused(visit: Visit, store: Store, token: str) -> None:
    """Old browsers send neither Origin nor where they come from; the token still has to fit."""
    client = visit()
    address, form = address_and_form(client)

    assert client.post(address, data=form | {"form": token}).status_code == 403
    assert store.decisions().empty


def test_the_token_of_another_session_does_not_fit(visit: Visit, store: Store) -> None:
    """A form that was copied from another browser is no use."""
    ada, ben = visit(), visit()
    address, form = address_and_form(ada)
    ben.get("/")

    assert ben.post(address, data=form).status_code == 403
    assert store.decisions().empty


def test_a_form_without_a_session_is_refused(visit: Visit, store: Store) -> None:
    """The cookie is strict: other sites cannot make a browser send it."""
    client = visit()
    address, form = address_and_form(client)
    client.cookies.clear()

    assert client.post(address, data=form).status_code == 403
    assert store.decisions().empty


def test_the_session_cookie_is_strict_and_hidden_from_scripts(visit: Visit) -> None:
    """SameSite=Strict and HttpOnly."""
    given = visit().get("/", follow_redirects=False).headers["set-cookie"].casefold()

    assert given.startswith(SESSION)
    assert "samesite=strict" in given
    assert "httponly" in given


def test_a_session_that_was_made_up_is_no_session(visit: Visit) -> None:
    """It has to be signed by this server."""
    client = visit(keys=Keys(token="open sesame"))  # noqa: S106 - made up
    client.cookies.set(SESSION, "me.0000")

    assert client.get("/").status_code == 401


def test_a_token_lets_in_and_leaves_the_address(visit: Visit) -> None:
    """It must not stay in the history of the browser."""
    client = visit(keys=Keys(token="open sesame"))  # noqa: S106 - made up
    closed, wrong = client.get("/"), client.get("/?token=open")
    opened = client.get("/", params={"token": "open sesame"})

    assert (closed.status_code, wrong.status_code) == (401, 401)
    assert "strike" not in closed.text + wrong.text
    assert opened.status_code == 200
    assert "token" not in str(opened.url)
    assert client.get("/quantities").status_code == 200


def test_listening_to_others_needs_a_token() -> None:
    """Loopback is open to this machine; anything else is refused without a word that lets in."""
    for host in ("127.0.0.1", "localhost", "::1"):
        check_door(host, "")
    check_door("0.0.0.0", "open sesame")  # noqa: S104 - not bound
    for host in ("0.0.0.0", "::", "", "192.168.1.7"):  # noqa: S104 - not bound
        with pytest.raises(SettingsError, match="would let in everyone"):
            check_door(host, "")


@pytest.mark.parametrize("path", ["/", "/quantities", "/subjects", "/style.css", "/nowhere"])
def test_every_answer_forbids_scripts_and_frames(visit: Visit, path: str) -> None:
    """There is no script on any page, so none is allowed."""
    headers = visit().get(path).headers
    policy = headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


def test_refusals_have_the_same_headers(visit: Visit) -> None:
    """Also what never reaches a page."""
    headers = visit(host="evil.example").get("/").headers

    assert "default-src 'none'" in headers["content-security-policy"]


def test_hostile_texts_stay_texts(visit: Visit, store: Store) -> None:
    """In every column, in rulings, and in what is asked for."""
    columns = ("locator", "subject", "place", "scope", "note")
    claims = pd.DataFrame(
        {
            "claim_id": [f"h1{HOSTILE}", f"h2{HOSTILE}"],
            "source_id": ["s1", "s2"],
            "measure": "count",
            "figure": ["5", "99"],
            "unit": "people",
            "stance": "asserts",
            **dict.fromkeys(columns, HOSTILE),
        }
    )
    sources = pd.DataFrame(
        {"source_id": ["s1", "s2"], "title": HOSTILE, "url": "javascript:alert(1)"}
    )
    store.add(Dossier.of(claims, sources))
    client = visit()
    address, form = address_and_form(client)
    client.post(address, data=form | {"because": HOSTILE, "by": HOSTILE})
    pages = [client.get("/quantities").text, client.get("/subjects").text]
    paths = set(re.findall(r'href="(/(?:finding|quantity)[^"]+)"', "".join(pages)))
    pages += [client.get(unescape(path)).text for path in paths]
    pages += [client.get("/?state=all").text, client.get("/", params={"q": HOSTILE}).text]
    pages += [client.get("/", params={"subject": HOSTILE}).text, client.get(address).text]
    everything = "".join(pages)

    assert "&lt;script&gt;" in everything
    assert "<script" not in everything
    assert "<img" not in everything
    assert not re.search(r'href="javascript', everything)
    assert not re.search(r"onerror=alert\(1\)&gt;49", everything)


def test_a_form_too_large_is_refused_unread(visit: Visit, store: Store) -> None:
    """Nobody writes a novel as a reason."""
    client = visit()
    address, form = address_and_form(client)
    answer = client.post(address, data=form | {"because": "x" * 70_000})

    assert answer.status_code == 413
    assert store.decisions().empty


@pytest.mark.parametrize("path", ["//evil.example", "/\\evil.example", "//evil.example/%2e%2e"])
def test_no_address_leads_elsewhere(visit: Visit, path: str) -> None:
    """Giving a session redirects to the page itself and never to another server."""
    answer = visit().get(f"http://127.0.0.1:8765{path}", follow_redirects=False)
    target = answer.headers.get("location", "/")

    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    ("name", "told"),
    [("nowhere.db", "does not exist"), ("nowhere", "no such file or folder"), ("bad.csv", "row 2")],
)
def test_what_cannot_be_read_is_told_before_anybody_looks(
    name: str, told: str, tmp_path: Path
) -> None:
    """A page that shows nothing but an error is found by the first reader, days later."""
    (tmp_path / "bad.csv").write_text("claim_id,source_id,subject,measure,figure,unit,stance\na\n")
    with pytest.raises(ClaimcheckError, match=told):
        serve(str(tmp_path / name), port=1)
