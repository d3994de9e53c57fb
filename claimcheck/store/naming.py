"""Gives a finished draft its name at once, unless another has taken the name meanwhile."""

from __future__ import annotations

import os
from pathlib import Path


def give_name(draft: Path, path: Path) -> bool:
    """Let *draft* be *path*, whole or not at all, and never over what is there.

    Where the file system has no hard links, a name that is taken in the very same moment is not
    seen.

    Returns:
        Whether the name was given; *draft* is gone in either case.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        given = False
    except OSError:
        given = not path.exists()
        if given:
            draft.rename(path)
    else:
        given = True
    draft.unlink(missing_ok=True)
    return given
