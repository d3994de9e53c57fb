"""Half letters, as text has that was decoded wrongly; no file can keep them."""

from __future__ import annotations

import re

_HALF = re.compile("[\ud800-\udfff]")
HALF_LETTER = "it holds half a letter"
HALF_MEND = "mend the text, which was read in the wrong encoding"


def is_halved(cell: object) -> bool:
    r"""Whether *cell* is text with a surrogate that stands alone.

    >>> is_halved("caf\udce9"), is_halved("café"), is_halved(5)
    (True, False, False)
    """
    return isinstance(cell, str) and not cell.isascii() and bool(_HALF.search(cell))


def mended(text: str) -> str:
    r"""*text* with a mark in the place of each half letter.

    >>> mended("caf\udce9") == "caf\ufffd"
    True
    """
    return _HALF.sub("\ufffd", text)
