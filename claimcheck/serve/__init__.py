"""A page of this machine on which a desk browses findings and records decisions."""

from __future__ import annotations

from importlib import import_module

from claimcheck.errors import MissingExtraError

_HOMES = {"app_of": "claimcheck.serve.app", "serve": "claimcheck.serve.running"}

__all__ = ["app_of", "serve"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(_HOMES[name]), name)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package in {"starlette", "uvicorn", "python_multipart"}:
            raise MissingExtraError.of("serve", package) from error
        raise
