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

# claims, as read
QUANTITY_ID: Final = "quantity_id"
TOPIC_ID: Final = "topic_id"
READING: Final = "reading"
SAID_LOWER: Final = "said_lower"
SAID_UPPER: Final = "said_upper"
SAID_BEST: Final = "said_best"
POSSIBLE_LOWER: Final = "possible_lower"
POSSIBLE_UPPER: Final = "possible_upper"
BASE_UNIT: Final = "base_unit"
APPROXIMATE: Final = "approximate"
ANNOTATIONS: Final = "annotations"
UNREAD: Final = "unread"
TIME: Final = "time"
TIME_START: Final = "time_start"
TIME_END: Final = "time_end"
MEASURE_KIND: Final = "measure_kind"
ORIGIN: Final = "origin"
OWN_VOICE: Final = "own_voice"
VOTES: Final = "votes"
VOTED: Final = "voted"
BELOW: Final = "below"
ABOVE: Final = "above"
CAMP: Final = "camp"
VOTE_LOWER: Final = "vote_lower"
VOTE_UPPER: Final = "vote_upper"

# quantities
CLAIMS: Final = "claims"
SOURCES: Final = "sources"
ORIGINS: Final = "origins"
STATUS: Final = "status"
DEPTH: Final = "depth"
CORE_LOWER: Final = "core_lower"
CORE_UPPER: Final = "core_upper"
MEDIAN_LOWER: Final = "median_lower"
MEDIAN_UPPER: Final = "median_upper"
SPREAD_LOWER: Final = "spread_lower"
SPREAD_UPPER: Final = "spread_upper"
ENVELOPE_LOWER: Final = "envelope_lower"
ENVELOPE_UPPER: Final = "envelope_upper"
CAMPS: Final = "camps"
NEWEST: Final = "newest"
APART: Final = "apart"
SUMMARISED: Final = "summarised"
DISSENTERS: Final = "dissenters"

# pairs
LEFT: Final = "left"
RIGHT: Final = "right"
RELATION: Final = "relation"
RATIO: Final = "ratio"
GAP: Final = "gap"
SEVERITY: Final = "severity"
INDEPENDENT: Final = "independent"
YEARS: Final = "years"
RATE: Final = "rate"

# findings
FINDING_ID: Final = "finding_id"
CHECK: Final = "check"
LEVEL: Final = "level"
CLAIM_IDS: Final = "claim_ids"
MESSAGE: Final = "message"
ARITHMETIC: Final = "arithmetic"
HINT: Final = "hint"

# claims, as read, for comparisons
ROUNDED_LOWER: Final = "rounded_lower"
ROUNDED_UPPER: Final = "rounded_upper"
DEVIATION: Final = "deviation"
GRAIN: Final = "grain"
DIMENSION: Final = "dimension"
COUNTED: Final = "counted"
ADDITIVE: Final = "additive"
LATEST_START: Final = "latest_start"
IS_INTERVAL: Final = "is_interval"
IS_VAGUE: Final = "is_vague"
IS_LONG_PERIOD: Final = "is_long_period"
PERIOD_START: Final = "period_start"
PERIOD_END: Final = "period_end"
QUANTITY_CODE: Final = "quantity_code"
TOPIC_CODE: Final = "topic_code"
ORIGIN_CODE: Final = "origin_code"
SOURCE_CODE: Final = "source_code"
VOICE_CODE: Final = "voice_code"
DOCUMENT_CODE: Final = "document_code"

# pairs, as compared
LEFT_ROW: Final = "left_row"
RIGHT_ROW: Final = "right_row"
SAME_SCOPE: Final = "same_scope"
MEETS: Final = "meets"
MEETS_SAID: Final = "meets_said"
FAR_APART: Final = "far_apart"
SELF_MADE: Final = "self_made"
KNOWN_TIMES: Final = "known_times"
EXPLAINED: Final = "explained"
IMPLAUSIBLE: Final = "implausible"
SLIP: Final = "slip"
FACTOR: Final = "factor"

# claims, constants of their measure
GROWTH: Final = "growth"
SCALE: Final = "scale"

# claims, for checks
PUBLISHED_START: Final = "published_start"
PUBLISHED_END: Final = "published_end"
DIGITS: Final = "digits"
UNIT_FACTOR: Final = "unit_factor"

# quantities that may be one
OTHER_QUANTITY_ID: Final = "other_quantity_id"
DIFFER: Final = "differ"
NAME: Final = "name"
OTHER_NAME: Final = "other_name"
ALIKE_COLUMNS: Final = (QUANTITY_ID, OTHER_QUANTITY_ID, DIFFER, NAME, OTHER_NAME)
