"""README.md tells what the package does, and no more than it does."""

from __future__ import annotations

import readme


def test_the_generated_parts_are_those_of_the_package() -> None:
    """Checks, settings and the excerpt of the report come from the code: `make readme`."""
    text = readme.README.read_text(encoding="utf-8")

    assert text == readme.written(text)
