"""Moments as the store writes them, and as people name them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from claimcheck.errors import InvalidDateError


def written(moment: datetime) -> str:
    """The moment in UTC, such that the order of texts is that of time.

    >>> written(datetime(2026, 3, 2, 9, tzinfo=UTC))
    '2026-03-02T09:00:00.000000+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(value: str | date | datetime) -> datetime:
    """The moment that *value* names; a bare day means its end, a bare time is local.

    Raises:
        InvalidDateError: If it is neither a day nor a time in ISO form.

    >>> moment_of("2026-03-02T09:00+00:00").hour
    9
    """
    if isinstance(value, str):
        try:
            day = len(value.strip()) <= len("2026-03-02")
            value = (date if day else datetime).fromisoformat(value.strip())
        except ValueError as error:
            raise InvalidDateError(
                f"{value!r} is no day or time", "write 2026-03-02 or 2026-03-02T09:30"
            ) from error
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.max)
    return value.astimezone()
