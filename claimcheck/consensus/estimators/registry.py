"""Every estimator by name; its file is imported when it is asked for, and not before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from importlib import import_module
from inspect import signature
from types import MappingProxyType
from typing import Protocol, cast

from attrs import frozen

from claimcheck.consensus.estimators.outcome import Estimate
from claimcheck.errors import UnknownNameError, nearest_hint

_GIVEN = frozenset({"votes", "near"})


class Input(StrEnum):
    """What an estimator takes, and how a voter with several disjoint figures counts."""

    DEPTH = "intervals, each of a voter's figures with its whole vote"
    SHARES = "intervals, a voter's vote shared among its figures"
    SINGLE = "intervals, one a voter"
    VALUES = "values with standard errors, one a voter"

    @property
    def needs(self) -> str:
        """What claims have to state, in a few words."""
        return "values with standard errors" if self is Input.VALUES else "lower and upper ends"


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
        gives: What it gives, in a line.
        assumes: What has to hold for that to mean something.
        describes: Whether it only describes the figures, so that conflict is no reason to refuse.
        file: Module below this package that holds it.
        function: Name of the function there.
    """

    name: str
    takes: Input
    gives: str
    assumes: str
    describes: bool
    file: str
    function: str

    @property
    def options(self) -> tuple[str, ...]:
        """Names of the arguments that the function takes beside the figures."""
        parameters = signature(self.load()).parameters.values()
        named = (one.name for one in parameters if one.kind is one.KEYWORD_ONLY)
        return tuple(name for name in named if name not in _GIVEN)

    def check_options(self, options: Iterable[str]) -> None:
        """Pass where the function takes all of *options*.

        Raises:
            UnknownNameError: If there is one that it does not take.
        """
        unknown = [name for name in options if name not in self.options]
        if unknown:
            hint = f"it takes {', '.join(self.options)}" if self.options else "it takes none"
            raise UnknownNameError(f"{self.name} takes no option {unknown[0]!r}", hint)

    def load(self) -> Callable[..., Result]:
        """The function.

        Raises:
            MissingExtraError: If it needs scipy, which is not installed.
        """
        module = import_module(f"claimcheck.consensus.estimators.{self.file}")
        return cast("Callable[..., Result]", getattr(module, self.function))


def _values(
    name: str, gives: str, assumes: str, *, describes: bool = False, file: str = ""
) -> Estimator:
    return Estimator(name, Input.VALUES, gives, assumes, describes, file or name, file or name)


def _intervals(
    name: str, takes: Input, gives: str, assumes: str, *, describes: bool = False
) -> Estimator:
    return Estimator(name, takes, gives, assumes, describes, name, name)


ESTIMATORS: Mapping[str, Estimator] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            _intervals(
                "marzullo",
                Input.DEPTH,
                "the values that the most votes leave possible",
                "more than half of the origins are right",
            ),
            _intervals(
                "interval_median",
                Input.SHARES,
                "every median that the claims allow, the default",
                "more than half of the votes are right",
            ),
            _intervals(
                "p_box",
                Input.SHARES,
                "the 10–90 % spread of what is claimed, and no centre",
                "nothing",
                describes=True,
            ),
            _intervals(
                "camps",
                Input.DEPTH,
                "the groups of figures that stand together",
                "nothing",
                describes=True,
            ),
            _intervals(
                "ntp_intersection",
                Input.SINGLE,
                "the values that all claims but the fewest hold",
                "fewer than half of the claims are wrong",
            ),
            _intervals(
                "brooks_iyengar",
                Input.SINGLE,
                "the weighted middle of what enough claims hold",
                "no more than a third of the claims are wrong, or as many as faulty says",
            ),
            _intervals(
                "turnbull",
                Input.SHARES,
                "the median of the likeliest distribution",
                "values differ by source, and each lies in its interval",
            ),
            _intervals(
                "interval_mean",
                Input.SINGLE,
                "every mean that the claims allow",
                "all claims are equally good",
            ),
            _values(
                "weighted_mean",
                "the fixed-effect mean, its interval enlarged by a Birge ratio above 1",
                "one true value, and errors that are right or all too small by one factor",
            ),
            _values(
                "birge_ratio",
                "the same as weighted_mean, whose diagnostics have the ratio",
                "the same",
                file="weighted_mean",
            ),
            _values(
                "pdg_average",
                "the fixed-effect mean ± its error times the scale factor",
                "one true value, and errors too small by one factor where chi-squared is large",
            ),
            _values(
                "dersimonian_laird",
                "the random-effects mean and prediction interval, tau² by moments",
                "true values differ by source, normally about a mean",
            ),
            _values(
                "paule_mandel",
                "the same, tau² where Q is what is expected of it",
                "true values differ by source, about a mean",
            ),
            _values(
                "reml",
                "the same, tau² by restricted likelihood",
                "true values differ by source, normally about a mean",
            ),
            _values(
                "linear_opinion_pool",
                "the median and central 95 % of the sources' mixture",
                "any one source may be the right one",
            ),
            _values(
                "hierarchical_bayes",
                "the posterior of the mean and the prediction",
                "as reml, and a half-Cauchy prior of tau",
            ),
            _values(
                "power_moderated_mean",
                "a mean between the plain and the weighted one",
                "stated errors are worth the more, the more values there are",
            ),
            _values(
                "robust_average",
                "the likeliest value",
                "stated errors are lower bounds of the true ones",
            ),
            _values(
                "largest_consistent_subset",
                "which values a chi-squared test leaves together",
                "one true value, and errors that are right",
                describes=True,
            ),
            _values(
                "degrees_of_equivalence",
                "how far each value is from a reference, in its uncertainty",
                "the reference holds, the mean of the largest consistent subset if not given",
                describes=True,
            ),
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
