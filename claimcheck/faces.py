"""Faces of packages that hand a name on when it is used, and load nothing before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module

from claimcheck.errors import MissingExtraError


def handed_on(
    name: str, *, face: str, homes: Mapping[str, str], extra: str, packages: Collection[str]
) -> object:
    """What *face* hands on under *name*.

    Args:
        name: The name asked for.
        face: The package that hands it on.
        homes: The module of each name.
        extra: The optional extra that the modules need.
        packages: What the extra brings.

    Raises:
        AttributeError: If *face* hands on no such name.
        MissingExtraError: If one of *packages* is not installed.
    """
    if name not in homes:
        raise AttributeError(f"module {face!r} has no attribute {name!r}")
    try:
        return getattr(import_module(homes[name]), name)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package in packages:
            raise MissingExtraError.of(extra, package) from error
        raise
