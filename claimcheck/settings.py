"""Every constant of a reconciliation, with its reason, and where users change it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, TypeGuard, cast

from attrs import Attribute, evolve, field, fields, frozen

from claimcheck.errors import SettingsError, nearest_hint

CONSTANTS = (
    "length height area depth distance mass weight width altitude elevation diameter radius "
    "attendance attendees crowd turnout participants protesters demonstrators spectators "
    "constant magnitude duration circumference perimeter"
)
TALLIES = (
    "founded found reported created discovered identified recorded registered listed opened "
    "confirmed detected diagnosed verified"
)
FLOWS = (
    "deaths death died dead killed casualties fatalities toll victims injuries injury injured "
    "wounded births arrivals departures emigrants emigration emigrated immigrants immigration "
    "immigrated displaced deported expelled expulsions evacuated evacuations rescued rescues "
    "affected destroyed demolished damaged cases infections infected hospitalisations "
    "hospitalizations hospitalised hospitalized admissions admitted recoveries recovered "
    "vaccinations vaccinated attacks incidents accidents murders homicides executions executed "
    "abductions abducted kidnapped arrests arrested cost costs revenue revenues expenditure "
    "spending exports imports sales production output rainfall turnover profit profits earnings "
    "income losses donations consumption emissions harvest precipitation snowfall visitors visits "
    "tourists passengers marriages divorces crimes collapsed aftershocks sold damage damages "
    "budget budgets gross receipts takings aid funding"
)
STOCKS = "population populations members membership inhabitants residents employees speakers"
BARE_MEASURES = "count number total amount value sum quantity"
EXPECTED_MEASURES = "expected planned scheduled due projected forecast intended target"
SHARE_MEASURES = (
    "share proportion percentage fraction turnout literacy illiteracy prevalence unemployment "
    "employment poverty approval efficacy effectiveness"
)
SIGNED_MEASURES = "balance change difference growth migration temperature net surplus deficit"
_ADDED = "+"


def _words(value: object) -> object:
    words = value.split() if isinstance(value, str) else value
    return frozenset(word.casefold() for word in words) if _is_words(words) else value


def _beside(defaults: object, value: object) -> object:
    """The words of *value*, beside the *defaults* where each has a plus before it."""
    words = _words(value)
    if not isinstance(defaults, frozenset) or not isinstance(words, frozenset) or not words:
        return value
    if not all(word.startswith(_ADDED) for word in words):
        return value
    return defaults | {word.removeprefix(_ADDED) for word in words}


def _by_measure(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    return {str(name).casefold(): setting for name, setting in value.items()}


@frozen
class _Number:
    """Holds a setting to numbers of at least *least*, or of more where *strict*, to *most*."""

    least: float
    most: float = math.inf
    strict: bool = False
    whole: bool = False

    def __call__(self, _: object, setting: Attribute[Any], value: object) -> None:
        self._check(setting.name, value)

    def by_measure(self, _: object, setting: Attribute[Any], value: object) -> None:
        """The same for each number of a table."""
        for measure, number in _table(setting, value).items():
            self._check(f"{setting.name} of {measure}", number)

    def _check(self, name: str, value: object) -> None:
        if isinstance(value, int | float) and value > self.most:
            hint = f"give a share of at most {self.most:g}: 0.15 is 15 %"
            raise SettingsError(f"{name} is {value!r}", hint)
        if not self._fits(value):
            word = "more than" if self.strict else "at least"
            number = "whole number" if self.whole else "number"
            raise SettingsError(f"{name} is {value!r}", f"give a {number} of {word} {self.least:g}")

    def _fits(self, value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        if self.whole and not isinstance(value, int):
            return False
        return value > self.least if self.strict else value >= self.least


def _check_words(_: object, setting: Attribute[Any], value: object) -> None:
    if not _is_words(value):
        hint = "give words: a list, or one text with spaces between them"
        raise SettingsError(f"{setting.name} is {value!r}", hint)
    if added := sorted(word for word in value if word.startswith(_ADDED)):
        hint = "in a file or in Settings.from_mapping, give all words a plus to add them, or none"
        hint = f"{hint} to replace the list"
        raise SettingsError(f"{setting.name} has a plus before {added[0][1:]!r}", hint)


def _check_bounds(_: object, setting: Attribute[Any], value: object) -> None:
    for measure, bounds in _table(setting, value).items():
        match bounds:
            case [int() | float() as least, int() | float() as greatest] if least <= greatest:
                continue
        hint = "give the least and the greatest value, such as [0, 100]"
        raise SettingsError(f"{setting.name} of {measure} is {bounds!r}", hint)


def _table(setting: Attribute[Any], value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        hint = "give a table: the value of each measure by its name"
        raise SettingsError(f"{setting.name} is {value!r}", hint)
    return value


def _is_words(value: object) -> TypeGuard[Collection[str]]:
    return isinstance(value, Collection) and all(isinstance(word, str) for word in value)


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

    rounding_cap: float = field(default=0.05, validator=_Number(0, most=1))
    hedge: float = field(default=0.10, validator=_Number(0, most=1))
    coverage: float = field(default=2.0, validator=_Number(0))
    growth: float = field(default=0.03, validator=_Number(0))
    growth_by_measure: Mapping[str, float] = field(
        factory=dict, converter=_by_measure, validator=_Number(0).by_measure
    )
    flow_factor: float = field(default=3.0, validator=_Number(1))
    series_limit: float = field(default=10.0, validator=_Number(1, strict=True))
    near: float = field(default=1.25, validator=_Number(1))
    order_of_magnitude: float = field(default=10.0, validator=_Number(1, strict=True))
    wide: float = field(default=3.0, validator=_Number(1, strict=True))
    stale_years: float = field(default=20.0, validator=_Number(0))
    historical_years: float = field(default=60.0, validator=_Number(0))
    significant_digits: int = field(default=5, validator=_Number(1, whole=True))
    margin_digits: float = field(default=100.0, validator=_Number(1))
    listed_claims: int = field(default=200, validator=_Number(2, whole=True))
    deepest_pairs: int = field(default=100, validator=_Number(1, whole=True))
    date_scale: float = field(default=365.0, validator=_Number(0, strict=True))
    signed_scale: float = field(default=10.0, validator=_Number(0, strict=True))
    signed_scales: Mapping[str, float] = field(
        factory=dict, converter=_by_measure, validator=_Number(0, strict=True).by_measure
    )
    constants: frozenset[str] = field(default=CONSTANTS, converter=_words, validator=_check_words)
    tallies: frozenset[str] = field(default=TALLIES, converter=_words, validator=_check_words)
    flows: frozenset[str] = field(default=FLOWS, converter=_words, validator=_check_words)
    stocks: frozenset[str] = field(default=STOCKS, converter=_words, validator=_check_words)
    bare_measures: frozenset[str] = field(
        default=BARE_MEASURES, converter=_words, validator=_check_words
    )
    expected_measures: frozenset[str] = field(
        default=EXPECTED_MEASURES, converter=_words, validator=_check_words
    )
    share_measures: frozenset[str] = field(
        default=SHARE_MEASURES, converter=_words, validator=_check_words
    )
    signed_measures: frozenset[str] = field(
        default=SIGNED_MEASURES, converter=_words, validator=_check_words
    )
    bounds: Mapping[str, tuple[float, float]] = field(
        factory=dict, converter=_by_measure, validator=_check_bounds
    )

    @classmethod
    def from_mapping(cls, values: Mapping[str, object], *, place: str = "settings") -> Settings:
        """Settings with *values* in place of the defaults; hyphens read as underscores.

        Words given for a list replace it; words with a plus before each are added to it.

        Raises:
            SettingsError: If a name is unknown, with the nearest known one, or a value is of no
                use.

        >>> Settings.from_mapping({"hedge": 0.2}).hedge
        0.2
        """
        known = [attribute.name for attribute in fields(cls)]
        defaults, given = cls(), {}
        for written, value in values.items():
            name = written.replace("-", "_")
            if name not in known:
                problem = f"{place}: there is no setting {name!r}"
                raise SettingsError(problem, nearest_hint(name, known))
            given[name] = _beside(getattr(defaults, name), value)
        try:
            return evolve(defaults, **cast("dict[str, Any]", given))
        except SettingsError as error:
            raise SettingsError(f"{place}: {error.problem}", error.hint) from error

    @classmethod
    def read(cls, *folders: str | Path) -> Settings:
        """Settings of the first folder that has any.

        A folder has some in ``claimcheck.toml``, else in ``[tool.claimcheck]`` of its
        ``pyproject.toml``.

        Args:
            folders: Where to look, the working folder if none is given; the defaults hold where
                there are no settings.

        Raises:
            SettingsError: If the file is no TOML, or a setting in it is unknown or of no use.
        """
        for folder in folders or (".",):
            own, project = Path(folder) / "claimcheck.toml", Path(folder) / "pyproject.toml"
            if own.is_file():
                return cls.from_mapping(_own(own), place=str(own))
            if project.is_file():
                table = _toml(project).get("tool", {}).get("claimcheck")
                if table is not None:
                    return cls.from_mapping(table, place=f"{project} [tool.claimcheck]")
        return cls()


def _own(path: Path) -> dict[str, Any]:
    values = _toml(path)
    if "tool" in values:
        raise SettingsError(
            f"{path}: there is no setting 'tool'",
            "in claimcheck.toml settings stand at the top, without [tool.claimcheck]",
        )
    return values


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is no TOML: {error}", "mend the line named") from error
