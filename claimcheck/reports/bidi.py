"""Text from right to left kept apart, so that numbers and commas beside it keep their place."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUN = re.compile(rf"({_LETTER}(?:[\s\d'’\".&/–-]*{_LETTER})*)")


def isolated(text: str) -> Markup:
    """*text* escaped, with every run of letters from right to left in an element of its own.

    >>> isolated("5 (\u05d4\u05dc\u05de, 2020)")
    Markup('5 (<bdi>\u05d4\u05dc\u05de</bdi>, 2020)')
    """
    parts = _RUN.split(text)
    return Markup("").join(
        Markup("<bdi>{}</bdi>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )


def apart(text: str) -> Markup:
    """*text* escaped; whole in an element of its own, where it has letters from right to left.

    It then runs as its first letter does, with the brackets and numbers in it.

    >>> apart("5"), apart("\u05d4\u05dc (5)")
    (Markup('5'), Markup('<bdi>\u05d4\u05dc (5)</bdi>'))
    """
    return Markup("<bdi>{}</bdi>").format(text) if _RUN.search(text) else escape(text)
