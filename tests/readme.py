"""Parts of README.md that are made from the package: run this file to write them anew."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from attrs import fields

import claimcheck as cc
from claimcheck.checks.registry import CHECKS
from claimcheck.settings import Settings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_EXCERPT_LINES = 22


def written(text: str) -> str:
    """*text* of the README with its generated parts as they should be."""
    parts = {"checks": checks(), "settings": settings(), "excerpt": excerpt()}
    for name, part in parts.items():
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(
            pattern, lambda match, part=part: match[1] + part + match[2], text, flags=re.DOTALL
        )
    return text


def checks() -> str:
    """A table of the checks: name, level, and the first sentence of their docstring."""
    rows = [f"| {check.name} | {check.level} | {check.why.split(chr(10))[0]} |" for check in CHECKS]
    return "\n".join(["| check | level | found when |", "|---|---|---|", *rows, ""])


def settings() -> str:
    """A table of the settings: name, default, and what the docstring says of each."""
    told = re.findall(
        r"^    (\w+): (.*(?:\n        .*)*)", inspect.getdoc(Settings) or "", re.MULTILINE
    )
    words = {name: " ".join(text.split()) for name, text in told}
    defaults = Settings()
    rows = []
    for attribute in fields(Settings):
        value = getattr(defaults, attribute.name)
        shown = " ".join(sorted(value)) if isinstance(value, frozenset) else value or "none"
        rows.append(f"| {attribute.name.replace('_', '-')} | {shown} | {words[attribute.name]} |")
    return "\n".join(["| setting | default | meaning |", "|---|---|---|", *rows, ""])


def excerpt() -> str:
    """The start of the report on the bundled dossier."""
    dossier = cc.read_dossier(ROOT / "fixtures" / "azerbaijani-diaspora")
    lines = cc.reconcile(dossier).report().to_text().splitlines()[:_EXCERPT_LINES]
    return "\n".join(["```text", *lines, "...", "```", ""])


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")
