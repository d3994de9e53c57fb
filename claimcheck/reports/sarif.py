"""Renders findings as SARIF 2.1.0, the OASIS format for results of static analysis.

Reference: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote

from claimcheck.reports.machines import Notice

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"conflict": "error", "warning": "warning", "info": "note"}


def render_sarif(notices: Iterable[Notice]) -> str:
    """One run of claimcheck with a result for each of *notices*."""
    found = tuple(notices)
    rules = list(dict.fromkeys((notice.check, notice.level) for notice in found))
    places = {check: place for place, (check, _) in reversed(list(enumerate(rules)))}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claimcheck",
                        "version": _version(),
                        "rules": [_rule(check, level) for check, level in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(notice, places[notice.check]) for notice in found],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _rule(check: str, level: str) -> Mapping[str, object]:
    return {
        "id": check,
        "name": "".join(word.capitalize() for word in check.split("-")),
        "shortDescription": {"text": check.replace("-", " ")},
        "help": {"text": f"claimcheck explain {check}"},
        "defaultConfiguration": {"level": _LEVELS[level]},
    }


def _result(notice: Notice, place: int) -> Mapping[str, object]:
    message = notice.message.rstrip(".")
    told = f"{message}. Look up: {notice.hint}." if notice.hint else f"{message}."
    named = zip(notice.claims, notice.names, strict=True)
    locations = [_location(notice.file, claim, line, name) for (claim, line), name in named]
    numbers = {"severity": notice.severity, "ratio": notice.ratio}
    return {
        "ruleId": notice.check,
        "ruleIndex": place,
        "level": _LEVELS[notice.level],
        "message": {"text": told},
        "rank": round(100 * notice.severity, 1),
        "locations": locations[:1],
        "relatedLocations": locations[1:],
        "partialFingerprints": {"finding/v1": notice.finding_id},
        "properties": {name: value for name, value in numbers.items() if value is not None},
    }


def _location(file: str, claim: str, line: int | None, name: str) -> Mapping[str, object]:
    path = Path(file)
    uri = path.as_uri() if path.is_absolute() else quote(file)
    physical: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if line is not None:
        physical["region"] = {"startLine": line}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": claim, "kind": "element"}],
        "message": {"text": name},
    }


def _version() -> str:
    try:
        return version("claimcheck")
    except PackageNotFoundError:
        return "0"
