"""Every constant of a reconciliation, with its reason, and where users change it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from attrs import Attribute, evolve, field, fields, frozen

from claimcheck.errors import SettingsError, nearest_hint

CONSTANTS = (
    "length height area depth distance mass weight width altitude elevation diameter radius "
    "attendance attendees crowd turnout participants protesters demonstrators spectators"
)
TALLIES = (
    "founded found reported created discovered identified recorded registered listed opened "
    "confirmed"
)
FLOWS = (
    "deaths death died dead killed casualties fatalities toll victims injuries injury injured "
    "wounded births arrivals departures emigrants emigration emigrated immigrants immigration "
    "immigrated displaced deported cost costs revenue revenues expenditure spending exports "
    "imports sales production output rainfall"
)
STOCKS = "population populations members membership inhabitants residents employees speakers"
BARE_MEASURES = "count number total amount value sum quantity"
EXPECTED_MEASURES = "expected planned scheduled due projected forecast intended target"
SHARE_MEASURES = "share proportion percentage fraction turnout literacy prevalence unemployment"
SIGNED_MEASURES = "balance change difference growth migration temperature net surplus deficit"


def _words(value: object) -> frozenset[str]:
    words = value.split() if isinstance(value, str) else [str(word) for word in cast("Any", value)]
    return frozenset(word.casefold() for word in words)


def _by_measure(value: Mapping[str, object]) -> Mapping[str, object]:
    return {name.casefold(): setting for name, setting in value.items()}


_Validator = Callable[[Any, "Attribute[Any]", Any], None]


def _at_least(least: float, *, strict: bool = False) -> _Validator:
    def check(_: object, attribute: Attribute[Any], value: Any) -> None:  # noqa: ANN401 - settings come from files
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not (value > least if strict else value >= least) or math.isnan(value):
            word = "more than" if strict else "at least"
            raise SettingsError(
                f"{attribute.name} is {value!r}", f"give a number of {word} {least:g}"
            )

    return check


@frozen(kw_only=True)
class Settings:
    """The constants of a reconciliation; every message shows those that it used.

    Attributes:
        rounding_cap: A figure is never taken to be rounded by more than this share of it: half a
            grain of "1 million" would be half of it, which nobody means.
        hedge: A point with "about" may be off by this share of it.
        coverage: ``a ± b`` leaves a ± coverage·b possible: two standard uncertainties, 95 %.
        growth: Greatest yearly log rate by which a stock may grow or shrink between two dates:
            world population peaked at 2.2 % in 1963; a country rarely passes 3 %.
        growth_by_measure: The same for measures that need their own, by name.
        flow_factor: Rates of a flow in two periods may differ by this factor.
        series_limit: One origin's steps of this factor or more are no series but keep their name.
        near: Figures apart by no more than this ratio are near; camps are cut by gaps beyond it.
        order_of_magnitude: A ratio as said of this or more is an order of magnitude.
        wide: A figure whose own ends are this factor apart is too wide to use.
        stale_years: A stock this much older than its document is stale.
        historical_years: Older than this it is history, told as such.
        significant_digits: This many on an estimate, a sum or a slogan are more than it can know.
        margin_digits: A value written this many times finer than its margin is more than it bears.
        listed_claims: Quantities of more claims than this are summarised, not listed by pairs.
        deepest_pairs: How many pairs of a summarised quantity are shown.
        date_scale: Days apart that count as half of everything: s = gap/(gap + date_scale).
        signed_scales: The same for signed measures such as temperature, by name, in base units.
        signed_scale: The same for signed measures that are not named.
        constants: Measures that time does not change.
        tallies: Measures that count things found, which only grow.
        flows: Measures that count over a period.
        stocks: Measures that are so much at a time.
        bare_measures: Measures that say nothing of their kind, which the subject then tells.
        expected_measures: Measures of what was to come when it was said.
        share_measures: Measures that cannot exceed 100 %.
        signed_measures: Measures that may be negative.
        bounds: Declared ``[least, greatest]`` by measure, in the unit of the quantity.

    Raises:
        SettingsError: If a value is of no use.
    """

    rounding_cap: float = field(default=0.05, validator=_at_least(0))
    hedge: float = field(default=0.10, validator=_at_least(0))
    coverage: float = field(default=2.0, validator=_at_least(0))
    growth: float = field(default=0.03, validator=_at_least(0))
    growth_by_measure: Mapping[str, float] = field(factory=dict, converter=_by_measure)
    flow_factor: float = field(default=3.0, validator=_at_least(1))
    series_limit: float = field(default=10.0, validator=_at_least(1, strict=True))
    near: float = field(default=1.25, validator=_at_least(1))
    order_of_magnitude: float = field(default=10.0, validator=_at_least(1, strict=True))
    wide: float = field(default=3.0, validator=_at_least(1, strict=True))
    stale_years: float = field(default=20.0, validator=_at_least(0))
    historical_years: float = field(default=60.0, validator=_at_least(0))
    significant_digits: int = field(default=5, validator=_at_least(1))
    margin_digits: float = field(default=100.0, validator=_at_least(1))
    listed_claims: int = field(default=200, validator=_at_least(2))
    deepest_pairs: int = field(default=100, validator=_at_least(1))
    date_scale: float = field(default=365.0, validator=_at_least(0, strict=True))
    signed_scale: float = field(default=10.0, validator=_at_least(0, strict=True))
    signed_scales: Mapping[str, float] = field(factory=dict, converter=_by_measure)
    constants: frozenset[str] = field(default=CONSTANTS, converter=_words)
    tallies: frozenset[str] = field(default=TALLIES, converter=_words)
    flows: frozenset[str] = field(default=FLOWS, converter=_words)
    stocks: frozenset[str] = field(default=STOCKS, converter=_words)
    bare_measures: frozenset[str] = field(default=BARE_MEASURES, converter=_words)
    expected_measures: frozenset[str] = field(default=EXPECTED_MEASURES, converter=_words)
    share_measures: frozenset[str] = field(default=SHARE_MEASURES, converter=_words)
    signed_measures: frozenset[str] = field(default=SIGNED_MEASURES, converter=_words)
    bounds: Mapping[str, tuple[float, float]] = field(factory=dict, converter=_by_measure)

    @classmethod
    def from_mapping(cls, values: Mapping[str, object], *, place: str = "settings") -> Settings:
        """Settings with *values* in place of the defaults; hyphens read as underscores.

        Raises:
            SettingsError: If a name is unknown, with the nearest known one, or a value is of no
                use.

        >>> Settings.from_mapping({"hedge": 0.2}).hedge
        0.2
        """
        known = [attribute.name for attribute in fields(cls)]
        given = {name.replace("-", "_"): value for name, value in values.items()}
        for name in given:
            if name not in known:
                problem = f"{place}: there is no setting {name!r}"
                raise SettingsError(problem, nearest_hint(name, known))
        return evolve(cls(), **cast("dict[str, Any]", given))

    @classmethod
    def read(cls, folder: str | Path = ".") -> Settings:
        """Settings of ``claimcheck.toml``, else of ``[tool.claimcheck]`` in ``pyproject.toml``.

        Args:
            folder: Where to look; the defaults hold where neither file is there.

        Raises:
            SettingsError: If the file is no TOML, or a setting in it is unknown or of no use.
        """
        own, project = Path(folder) / "claimcheck.toml", Path(folder) / "pyproject.toml"
        if own.is_file():
            return cls.from_mapping(_toml(own), place=own.name)
        if project.is_file():
            table = _toml(project).get("tool", {}).get("claimcheck", {})
            return cls.from_mapping(table, place=f"{project.name} [tool.claimcheck]")
        return cls()


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name} is no TOML: {error}", "mend the line named") from error
