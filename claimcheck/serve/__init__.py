"""A page of this machine on which a desk browses findings and records decisions."""

from __future__ import annotations

from claimcheck.faces import handed_on

_HOMES = {"app_of": "claimcheck.serve.app", "serve": "claimcheck.serve.running"}
_PACKAGES = {"starlette", "uvicorn", "python_multipart"}

__all__ = ["app_of", "serve"]


def __getattr__(name: str) -> object:
    return handed_on(name, face=__name__, homes=_HOMES, extra="serve", packages=_PACKAGES)
