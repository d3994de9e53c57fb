"""The names of every column, once."""

from __future__ import annotations

from typing import Final

# claims, as written
CLAIM_ID: Final = "claim_id"
SOURCE_ID: Final = "source_id"
ORIGIN_ID: Final = "origin_id"
LOCATOR: Final = "locator"
SUBJECT: Final = "subject"
MEASURE: Final = "measure"
PLACE: Final = "place"
SCOPE: Final = "scope"
METHOD: Final = "method"
AS_OF: Final = "as_of"
FIGURE: Final = "figure"
LOWER: Final = "lower"
UPPER: Final = "upper"
BEST: Final = "best"
UNIT: Final = "unit"
STANCE: Final = "stance"
DISPUTES: Final = "disputes"
NOTE: Final = "note"

CLAIM_COLUMNS: Final = (
    CLAIM_ID,
    SOURCE_ID,
    ORIGIN_ID,
    LOCATOR,
    SUBJECT,
    MEASURE,
    PLACE,
    SCOPE,
    METHOD,
    AS_OF,
    FIGURE,
    LOWER,
    UPPER,
    BEST,
    UNIT,
    STANCE,
    DISPUTES,
    NOTE,
)
CLAIM_REQUIRED: Final = (CLAIM_ID, SOURCE_ID, SUBJECT, MEASURE, UNIT, STANCE)
NUMERIC: Final = (LOWER, UPPER, BEST)

# sources
TITLE: Final = "title"
PUBLISHER: Final = "publisher"
AUTHOR: Final = "author"
KIND: Final = "kind"
PUBLISHED: Final = "published"
URL: Final = "url"
DERIVED_FROM: Final = "derived_from"
INTEREST: Final = "interest"

SOURCE_COLUMNS: Final = (
    SOURCE_ID,
    TITLE,
    PUBLISHER,
    AUTHOR,
    KIND,
    PUBLISHED,
    URL,
    DERIVED_FROM,
    INTEREST,
    NOTE,
)
SOURCE_REQUIRED: Final = (SOURCE_ID,)

# totals
TOTAL_ID: Final = "total_id"
WHOLE: Final = "whole"
PART: Final = "part"
COMPLETE: Final = "complete"

TOTAL_COLUMNS: Final = (TOTAL_ID, WHOLE, PART, COMPLETE, NOTE)
TOTAL_REQUIRED: Final = (TOTAL_ID, WHOLE, PART, COMPLETE)
