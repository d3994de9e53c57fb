"""What the page carries: the tables, the words for them, and who agrees with whom."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Mapping
from typing import Any

import pandas as pd

from claimcheck.reports.cards import ruling, size
from claimcheck.reports.catalogue import Catalogue, figure, quantity_name, source_name, text
from claimcheck.reports.json import columns, dumped, plain
from claimcheck.reports.quantity import ends
from claimcheck.reports.selection import Selection
from claimcheck.reports.source_pairs import SourcePairs, source_pairs
from claimcheck.tables import columns as c
from claimcheck.tables.results import Results
from claimcheck.values import wording
from claimcheck.values.relation import Severity

_SOURCES = 24
_COMPRESSION = 6


def packed(results: Results, selection: Selection) -> str:
    """The data of the page: JSON, gzipped, in base64; the same for the same run."""
    text_of_all = dumped(page_data(results, selection)).encode()
    return base64.b64encode(gzip.compress(text_of_all, _COMPRESSION, mtime=0)).decode("ascii")


def shown_claims(results: Results, selection: Selection) -> pd.DataFrame:
    """The claims that the page carries: all, or those that concern the quantity asked for."""
    claims = results.claims
    if selection.quantity is None:
        return claims
    mentioned = claims[c.CLAIM_ID].isin(selection.findings(results)[c.CLAIM_IDS].explode())
    return claims[(claims[c.QUANTITY_ID] == selection.quantity) | mentioned]


def page_data(results: Results, selection: Selection) -> dict[str, Any]:
    """The tables by column, with the words that a reader has for each row."""
    findings, claims = selection.findings(results), shown_claims(results, selection)
    quantities = results.quantities
    if selection.quantity is not None:
        quantities = quantities[quantities[c.QUANTITY_ID] == selection.quantity]
    tables = {
        "claims": claims,
        "sources": results.sources,
        "quantities": quantities,
        "findings": findings,
        "totals": results.totals,
        "camps": results.camps,
        "alike": results.alike,
    }
    return {
        "dossier": results.name,
        "summary": plain(results.summary),
        "tables": {name: columns(frame) for name, frame in tables.items()},
        "words": _words(results, claims, quantities, findings),
        "matrix": _matrix(source_pairs(results, _SOURCES)),
    }


def _words(
    results: Results, claims: pd.DataFrame, quantities: pd.DataFrame, findings: pd.DataFrame
) -> Mapping[str, Mapping[str, list[str]]]:
    catalogue = Catalogue.of(
        results, findings.loc[findings[c.QUANTITY_ID] == "", c.CLAIM_IDS].explode()
    )
    claim_rows = claims.to_dict("records")
    source_rows = results.sources.to_dict("records")
    quantity_rows = quantities.to_dict("records")
    finding_rows = findings.to_dict("records")
    spans = ("core", "median", "10–90 %", "envelope")
    return {
        "claims": {
            "figure": [figure(row) for row in claim_rows],
            "when": [wording.time(text(row, c.AS_OF)) for row in claim_rows],
        },
        "sources": {
            "name": [source_name(row) for row in source_rows],
            "published": [wording.time(text(row, c.PUBLISHED)) for row in source_rows],
        },
        "quantities": {
            "title": [quantity_name(row) for row in quantity_rows],
            "newest": [wording.time(text(row, c.NEWEST)) for row in quantity_rows],
            **{
                name.replace("10–90 %", "spread"): [ends(row, name) for row in quantity_rows]
                for name in spans
            },
        },
        "findings": {
            "title": [catalogue.title(row) for row in finding_rows],
            "size": [size(row, catalogue) for row in finding_rows],
            "word": [_severity(row[c.SEVERITY]) for row in finding_rows],
            "ruling": [ruling(row) for row in finding_rows],
        },
    }


def _severity(severity: float) -> str:
    word = Severity.of(severity)
    return "" if word is Severity.NONE else str(word)


def _matrix(pairs: SourcePairs) -> Mapping[str, object]:
    return {"sources": list(pairs.sources), "cells": [list(cell) for cell in pairs.cells]}
