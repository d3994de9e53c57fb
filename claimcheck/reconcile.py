"""The run: dossier in, reconciliation out; the one place where the stations meet."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
from attrs import evolve, frozen

from claimcheck.checks.check import Hits
from claimcheck.checks.registry import CHECKS, Tables, findings, run
from claimcheck.comparisons.claims import ReadClaims, read_claims
from claimcheck.comparisons.compare import RELATIONS, measured
from claimcheck.comparisons.figures import Figures
from claimcheck.comparisons.pairs import compare_all
from claimcheck.comparisons.refusals import refuse_once_read
from claimcheck.consensus.estimate import DEFAULT as DEFAULT_METHOD
from claimcheck.consensus.estimate import Estimate
from claimcheck.consensus.estimators.scale import PLAIN, Scale
from claimcheck.consensus.of_claims import discover_from_claims, estimate_of_claims
from claimcheck.consensus.truth.discover import Discovery
from claimcheck.consensus.truth.methods import DEFAULT as DEFAULT_DISCOVERY
from claimcheck.consensus.verdict_tables import camp_table, quantity_table
from claimcheck.consensus.vote import STATUSES, Verdicts, vote
from claimcheck.errors import UnknownNameError
from claimcheck.ledger import settle
from claimcheck.model.claim import Claim
from claimcheck.model.source import Source
from claimcheck.reports.plots.canvas import Axes
from claimcheck.reports.plots.forest import forest
from claimcheck.reports.report import ConflictReport
from claimcheck.settings import Settings
from claimcheck.tables import columns as c
from claimcheck.tables.alike import alike
from claimcheck.tables.dossier import Dossier
from claimcheck.tables.given import dossier_given, settings_given
from claimcheck.tables.results import Results

# What is beyond float64 is infinite, and is compared as that.
_WITHIN_FLOATS = np.errstate(over="ignore")
_READ_COLUMNS = (
    c.QUANTITY_ID,
    c.TOPIC_ID,
    c.READING,
    c.SAID_LOWER,
    c.SAID_UPPER,
    c.SAID_BEST,
    c.POSSIBLE_LOWER,
    c.POSSIBLE_UPPER,
    c.BASE_UNIT,
    c.APPROXIMATE,
    c.ANNOTATIONS,
    c.UNREAD,
    c.TIME_START,
    c.TIME_END,
    c.MEASURE_KIND,
    c.ORIGIN,
    c.OWN_VOICE,
    c.VOTES,
    c.VOTED,
    c.BELOW,
    c.ABOVE,
    c.CAMP,
    c.SEVERITY,
)


@_WITHIN_FLOATS
def reconcile(
    claims: Dossier | pd.DataFrame | Iterable[Claim],
    sources: pd.DataFrame | Iterable[Source] | None = None,
    totals: pd.DataFrame | None = None,
    settings: Settings | None = None,
    *,
    strict: bool = False,
) -> Reconciliation:
    """Reconcile the claims of a dossier.

    Args:
        claims: A dossier, a frame with the columns of ``claims.csv``, or claims as values.
        sources: A frame with the columns of ``sources.csv``, or sources as values; None to make
            them from the ids. A dossier has its own.
        totals: A frame with the columns of ``totals.csv``; None for none. A dossier has its own.
        settings: The constants to use; None for the defaults.
        strict: Whether a figure that cannot be read is an error; else it is kept and named.

    Raises:
        DossierError: If the tables cannot be read as they stand, with every bad row.
        InvalidClaimError: If *claims* are neither, *sources* or *totals* are no tables, or stand
            beside a dossier.
        SettingsError: If *settings* are none.

    >>> claims = pd.DataFrame({
    ...     "claim_id": ["1", "2"], "source_id": ["a", "b"], "subject": "Azerbaijanis abroad",
    ...     "measure": "population", "figure": ["5–10 million", "50 million"], "unit": "people",
    ...     "stance": "asserts",
    ... })
    >>> result = reconcile(claims)
    >>> result.findings[["check", "ratio"]].values.tolist()
    [['contradiction', 5.0]]
    >>> result.quantities["status"].item()
    'conflicting'
    """
    dossier = dossier_given(claims, sources, totals)
    constants = settings_given(settings)
    read = read_claims(dossier.claims, dossier.sources, constants)
    refuse_once_read(dossier, read.table, strict=strict)
    table = read.table
    with ThreadPoolExecutor(1) as beside:
        voted = beside.submit(copy_context().run, vote, table, read.origins.kin, constants)
        tables = Tables(
            claims=table,
            pairs=compare_all(table, read.origins, constants),
            totals=dossier.totals,
            sources=dossier.sources,
            settings=constants,
        )
        found = run(tables)
    return Reconciliation(dossier.name, dossier, read, tables, voted.result(), found)


def _as_given(name: str, given: pd.DataFrame) -> str:
    """The name under which a column that came along is kept beside ours of the same name."""
    while name in given or name in _READ_COLUMNS:
        name = f"{name}_as_given"
    return name


@frozen(eq=False, repr=False)
class Reconciliation:
    """What a reconciliation found.

    Its tables are made when they are first asked for; their columns stand in
    ``claimcheck/tables/columns.py``.

    Attributes:
        name: Name of the dossier.
        dossier: What was reconciled.
    """

    name: str
    dossier: Dossier
    _read: ReadClaims
    _tables: Tables
    _verdicts: Verdicts
    _found: Mapping[str, Hits | np.ndarray]

    @property
    def settings(self) -> Settings:
        """The constants that were used."""
        return self._tables.settings

    @property
    def sources(self) -> pd.DataFrame:
        """One row a source, as written."""
        return self.dossier.sources

    @property
    def totals(self) -> pd.DataFrame:
        """One row a part of a whole, as written."""
        return self.dossier.totals

    @cached_property
    def _named(self) -> Tables:
        """The tables with the names of quantities, topics and origins."""
        table, keys, origins = self._tables.claims, self._read.keys, self._read.origins
        names = {
            c.QUANTITY_ID: keys.quantity.ids.take(keys.quantity.code),
            c.TOPIC_ID: keys.topic.ids.take(keys.topic.code),
            c.ORIGIN: pd.array(origins.names, dtype="str").take(origins.code),
        }
        return evolve(self._tables, claims=table.assign(**names))

    @cached_property
    def claims(self) -> pd.DataFrame:
        """One row a claim: the columns as written, then what was read from them."""
        given = self.dossier.claims
        clash = {name: _as_given(name, given) for name in given.columns if name in _READ_COLUMNS}
        found = self._named.claims.join(self._verdicts.claims)[list(_READ_COLUMNS)]
        found = found.astype(dict.fromkeys((c.READING, c.BASE_UNIT, c.MEASURE_KIND), "str"))
        return given.rename(columns=clash).join(found)

    @cached_property
    @_WITHIN_FLOATS
    def quantities(self) -> pd.DataFrame:
        """One row a quantity: its status and what its sources agree on."""
        key, topic = self._read.keys.quantity, self._read.keys.topic
        topic_of = np.zeros(len(key.shared), np.int64)
        topic_of[key.code] = topic.code
        spelled = zip((c.SUBJECT, c.MEASURE, c.PLACE, c.SCOPE), key.spelled, strict=True)
        names = {c.QUANTITY_ID: key.ids, c.TOPIC_ID: topic.ids.take(topic_of), **dict(spelled)}
        return quantity_table(self._tables.claims, self._verdicts, names, self.settings)

    @cached_property
    @_WITHIN_FLOATS
    def camps(self) -> pd.DataFrame:
        """One row a camp of a conflicting quantity."""
        return camp_table(self._tables.claims, self._verdicts, self._read.keys.quantity.ids)

    @cached_property
    def alike(self) -> pd.DataFrame:
        """One row a pair of quantities that may be one and are not compared.

        Their names differ by an accent, a plural, an article or one letter, or all but the unit is
        the same, and the units cannot be converted.
        """
        return alike(self.quantities)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """One row a pair of figures that were compared, the smaller one left."""
        table = self._measured(np.arange(len(self._tables.pairs)))
        ids = self._tables.claims[c.CLAIM_ID]
        left = table[c.LEFT_ROW].to_numpy()
        names = pd.Index([str(relation) for relation in RELATIONS], dtype="str")
        return pd.DataFrame(
            {
                c.LEFT: ids.to_numpy()[left],
                c.RIGHT: ids.to_numpy()[table[c.RIGHT_ROW].to_numpy()],
                c.QUANTITY_ID: self._named.claims[c.QUANTITY_ID].to_numpy()[left],
                c.RELATION: pd.Categorical.from_codes(table[c.RELATION], names),
                **{
                    name: table[name]
                    for name in (c.RATIO, c.GAP, c.SEVERITY, c.INDEPENDENT, c.YEARS, c.RATE)
                },
            }
        )

    @cached_property
    @_WITHIN_FLOATS
    def findings(self) -> pd.DataFrame:
        """One row a finding, worst first; with what was decided, where the dossier has a record."""
        found = findings(self._found, self._named, self._measured)
        decided = self.dossier.decisions
        if decided is None:
            return found
        return settle(found, self.claims, self.quantities, decided, sources=self.dossier.sources)

    @_WITHIN_FLOATS
    def _measured(self, at: np.ndarray) -> pd.DataFrame:
        pairs = self._tables.pairs.iloc[at]
        return pairs.join(measured(Figures.of(self._tables.claims), pairs, self.settings))

    @cached_property
    def summary(self) -> Mapping[str, object]:
        """Counts: claims, sources, quantities, unparsed, findings, levels, statuses."""
        counts = {name: len(hits) for name, hits in self._found.items() if len(hits)}
        levels: Counter[str] = Counter()
        for check in CHECKS:
            levels[str(check.level)] += counts.get(check.name, 0)
        statuses = Counter(STATUSES[code] for code in self._verdicts.quantities[c.STATUS])
        return {
            "claims": len(self._tables.claims),
            "sources": int(self._tables.claims[c.SOURCE_ID].nunique()),
            "quantities": len(self._verdicts.quantities),
            "unparsed": int((self._tables.claims[c.READING] == "unparsed").sum()),
            "findings": counts,
            "levels": dict(levels),
            "statuses": {name: statuses[name] for name in STATUSES if statuses[name]},
            "summarised": int(self._summarised.sum()),
        }

    @property
    def _summarised(self) -> npt.NDArray[np.bool_]:
        sizes = np.bincount(self._tables.claims[c.QUANTITY_CODE])
        return sizes > self.settings.listed_claims

    @cached_property
    def results(self) -> Results:
        """All tables in one frozen bundle."""
        return Results(
            name=self.name,
            claims=self.claims,
            sources=self.dossier.sources,
            totals=self.dossier.totals,
            quantities=self.quantities,
            camps=self.camps,
            pairs=self.pairs,
            findings=self.findings,
            summary=self.summary,
            settings=self.settings,
            alike=self.alike,
        )

    def report(
        self,
        *,
        quantity: str | None = None,
        check: str | None = None,
        level: str | None = None,
        claim: str | None = None,
        severity: str | None = None,
    ) -> ConflictReport:
        """The report for people.

        Args:
            quantity: Show this quantity whole; None shows all.
            check: Show the findings of this check; None shows all checks.
            level: Show findings of this level and above; None shows all levels.
            claim: Show the findings on this claim; None shows those on all.
            severity: Show findings of this severity and above, minor, material, serious or
                order-of-magnitude, and those that measure no distance; None shows all.

        Raises:
            UnknownNameError: If there is no such quantity, check, level, claim or severity.
        """
        return ConflictReport.of(
            self.results,
            quantity=quantity,
            check=check,
            level=level,
            claim=claim,
            severity=severity,
        )

    def plot(self, quantity_id: str, ax: Axes | None = None) -> Axes:
        """The forest plot of a quantity, by matplotlib.

        Args:
            quantity_id: Which quantity, as in ``quantities``.
            ax: Where to draw; None for a new figure.

        Raises:
            UnknownNameError: If there is no such quantity, with the nearest.
            MissingExtraError: If matplotlib is not installed.
        """
        return forest(self.results, quantity_id, ax)

    def estimate(
        self,
        quantity_id: str,
        method: str = DEFAULT_METHOD,
        *,
        scale: Scale = PLAIN,
        interval: float | None = None,
        **options: object,
    ) -> Estimate:
        """What one estimator makes of the votes on a quantity, or why it refuses.

        Args:
            quantity_id: Which quantity, as in ``quantities``.
            method: Name of an estimator; the default refuses where the sources do not agree.
            scale: ``log`` to pool logarithms and put the result back, as is usual for hazard, odds
                and risk ratios; only for methods that need standard errors.
            interval: Level of the intervals from lower to upper about a best value, where the
                phrase states none: ``0.95`` for columns of values with 95 % intervals.
            options: Further arguments of the method.

        Raises:
            UnknownNameError: If there is no such quantity or no such estimator.
            RefusedError: If no claim votes on it, or the method needs standard errors, and the
                sources state none.
            MissingExtraError: If it needs scipy, which is not installed.
        """
        claims = self._named.claims.join(self._verdicts.claims)
        known = self._read.keys.quantity.ids
        if quantity_id not in known:
            nearest = difflib.get_close_matches(quantity_id, known.tolist(), n=1)
            hint = f"did you mean {nearest[0]}?" if nearest else "see quantities"
            raise UnknownNameError(f"there is no quantity {quantity_id!r}", hint)
        of_quantity = claims[claims[c.QUANTITY_ID] == quantity_id]
        return estimate_of_claims(of_quantity, method, scale=scale, interval=interval, **options)

    def discover(self, method: str = DEFAULT_DISCOVERY) -> Discovery:
        """Weigh origins by how they do on other quantities; opt-in, and never proof.

        Args:
            method: Name of a method of truth discovery.

        Raises:
            RefusedError: If no claim votes with a single value.
            UnknownNameError: If no method has that name.
        """
        return discover_from_claims(self._named.claims, method)

    def _repr_html_(self) -> str:
        return self.report()._repr_html_()

    def __repr__(self) -> str:
        levels = self.summary["levels"]
        return f"<Reconciliation {self.name!r}: {len(self._tables.claims):,} claims, {levels}>"
