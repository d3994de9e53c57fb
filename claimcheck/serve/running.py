"""Runs the page until it is stopped."""

from __future__ import annotations

import sys
from urllib.parse import urlencode

import uvicorn

from claimcheck.desk.place import Place
from claimcheck.errors import SettingsError
from claimcheck.serve.app import app_of
from claimcheck.serve.doors import LOOPBACK, Keys
from claimcheck.settings import Settings


def serve(
    where: str, *, host: str = LOOPBACK[0], port: int = 8765, token: str = "", by: str = ""
) -> None:
    """Serve the page of a dossier until interrupted; it is read once before.

    Args:
        where: A folder, a claims file or a store.
        host: Where to listen; anything but loopback needs a token.
        port: Where to listen.
        token: The word that lets in; empty lets in everyone on this machine.
        by: The name that is offered to who decides.

    Raises:
        SettingsError: If the page would be open to other machines without a token.
        StoreError: If the dossier cannot be read as it stands.
        DossierError: The same, with every bad row.
    """
    check_door(host, token)
    place = Place.parse(where)
    settings = Settings.read(*place.folders)
    app = app_of(place, keys=Keys.of(host, token), settings=settings, by=by)
    app.state.runs.ready()
    shown = f"[{host}]" if ":" in host else host
    query = f"?{urlencode({'token': token})}" if token else ""
    sys.stderr.write(f"http://{shown}:{port}/{query}   (stop with Ctrl-C)\n")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def check_door(host: str, token: str) -> None:
    """Refuse to open the page to other machines without a token.

    Raises:
        SettingsError: If *host* is not loopback and *token* is empty.
    """
    if host not in LOOPBACK and not token:
        raise SettingsError(
            f"listening on {host or 'every address'} would let in everyone on the network",
            "give a --token, or leave the host out",
        )
