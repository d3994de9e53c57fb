"""Renders findings as JUnit XML, which most CI servers read: a suite a check, a case a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.reports.machines import Notice

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(notices: Iterable[Notice], name: str) -> str:
    """Every finding is a failed case of its check; without findings one case has passed."""
    found = sorted(notices, key=lambda notice: notice.check)
    top = Element("testsuites", name="claimcheck", tests=str(max(1, len(found))))
    top.set("failures", str(len(found)))
    top.set("errors", "0")
    for check, members in groupby(found, key=lambda notice: notice.check):
        _suite(top, check, list(members))
    if not found:
        suite = _empty(top, "claimcheck", tests=1, failures=0)
        SubElement(suite, "testcase", name=_legal(name), classname="claimcheck")
    indent(top)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _suite(top: Element, check: str, notices: list[Notice]) -> None:
    suite = _empty(top, check, tests=len(notices), failures=len(notices))
    for notice in notices:
        claims = ", ".join(claim for claim, _ in notice.claims)
        case = SubElement(suite, "testcase", name=_legal(claims), classname=f"claimcheck.{check}")
        told = {"message": _legal(notice.message), "type": notice.level}
        failure = SubElement(case, "failure", told)
        place = notice.file if notice.line is None else f"{notice.file}:{notice.line}"
        failure.text = _legal(
            f"{place}: {', '.join(notice.names)}\n{notice.message}\n{notice.hint}"
        )


def _empty(top: Element, name: str, *, tests: int, failures: int) -> Element:
    counts = {"tests": str(tests), "failures": str(failures), "errors": "0", "skipped": "0"}
    return SubElement(top, "testsuite", {"name": _legal(name), **counts})


def _legal(text: str) -> str:
    """*text* without the characters that no XML document may hold."""
    return _FORBIDDEN.sub("�", text)
