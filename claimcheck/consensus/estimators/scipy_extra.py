"""The one place where scipy is looked for, which the extra ``stats`` brings."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from claimcheck.errors import MissingExtraError


def scipy_module(name: str) -> ModuleType:
    """The module ``scipy.<name>``.

    Raises:
        MissingExtraError: If scipy is not installed.

    >>> scipy_module("special").__name__
    'scipy.special'
    """
    try:
        return import_module(f"scipy.{name}")
    except ImportError as error:
        raise MissingExtraError.of("stats", "scipy") from error
