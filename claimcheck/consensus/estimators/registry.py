"""Every estimator by name; its file is imported when it is asked for, and not before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from attrs import frozen

from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.errors import UnknownNameError, nearest_hint


class Input(StrEnum):
    """What an estimator takes, and how a voter with several disjoint figures counts."""

    DEPTH = "intervals, each of a voter's figures with its whole vote"
    SHARES = "intervals, a voter's vote shared among its figures"
    SINGLE = "intervals, one a voter"
    VALUES = "values with standard errors, one a voter"


class Result(Protocol):
    """What every estimator returns: a result of its own that can be put as an estimate."""

    def to_estimate(self) -> Estimate:
        """The result as an estimate."""


@frozen
class Estimator:
    """One entry of the registry.

    Attributes:
        name: Its name.
        takes: Its input.
        describes: Whether it only describes the figures, so that conflict is no reason to refuse.
        file: Module below this package that holds it.
        function: Name of the function there.
    """

    name: str
    takes: Input
    describes: bool
    file: str
    function: str

    def load(self) -> Callable[..., Result]:
        """The function.

        Raises:
            MissingExtraError: If it needs scipy, which is not installed.
        """
        module = import_module(f"claimcheck.consensus.estimators.{self.file}")
        return cast("Callable[..., Result]", getattr(module, self.function))


def _entry(name: str, takes: Input, *, describes: bool = False, file: str = "") -> Estimator:
    return Estimator(name, takes, describes, file or name, file or name)


ESTIMATORS: Mapping[str, Estimator] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            _entry("marzullo", Input.DEPTH),
            _entry("interval_median", Input.SHARES),
            _entry("p_box", Input.SHARES, describes=True),
            _entry("camps", Input.DEPTH, describes=True),
            _entry("ntp_intersection", Input.SINGLE),
            _entry("brooks_iyengar", Input.SINGLE),
            _entry("turnbull", Input.SHARES),
            _entry("interval_mean", Input.SINGLE),
            _entry("weighted_mean", Input.VALUES),
            _entry("birge_ratio", Input.VALUES, file="weighted_mean"),
            _entry("pdg_average", Input.VALUES),
            _entry("dersimonian_laird", Input.VALUES),
            _entry("paule_mandel", Input.VALUES),
            _entry("reml", Input.VALUES),
            _entry("linear_opinion_pool", Input.VALUES),
            _entry("hierarchical_bayes", Input.VALUES),
            _entry("power_moderated_mean", Input.VALUES),
            _entry("robust_average", Input.VALUES),
            _entry("largest_consistent_subset", Input.VALUES, describes=True),
            _entry("degrees_of_equivalence", Input.VALUES, describes=True),
        )
    }
)


def estimator_named(name: str) -> Estimator:
    """The estimator called *name*; hyphens read as underscores.

    Raises:
        UnknownNameError: If there is none, with the nearest name.

    >>> estimator_named("paule-mandel").takes.name
    'VALUES'
    """
    key = name.replace("-", "_")
    if key not in ESTIMATORS:
        raise UnknownNameError(f"there is no estimator {name!r}", nearest_hint(key, ESTIMATORS))
    return ESTIMATORS[key]
