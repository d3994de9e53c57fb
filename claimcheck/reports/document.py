"""What a report says, as frozen values that know no output format."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Span:
    """The values of a figure, to be drawn.

    Attributes:
        said: Its ends as its source has them, infinite where open.
        best: The value that its source calls best; NaN where there is none.
        possible: The ends of what it leaves possible.
        is_day: Whether the values are days.
    """

    said: tuple[float, float]
    best: float
    possible: tuple[float, float]
    is_day: bool


@frozen(kw_only=True)
class Statement:
    """One figure of a card: what is said, by whom, and for when.

    Attributes:
        claim_id: The claim.
        figure: The phrase as the source has it, with its unit where the phrase names none.
        who: Title and publisher of the document.
        credits: Whom the document credits; empty where it speaks in its own voice.
        when: The time that the figure is true of, in words; empty where none is given.
        stance: ``asserts``, ``reports``, ``disputes`` or ``denies``.
        scope: Who is in and who is out; empty for the plain reading.
        place: Where in the document it stands; empty where that is not told.
        url: Address of the document, as written and not to be trusted; may be empty.
        span: Its values; None where the claim has no figure.
    """

    claim_id: str
    figure: str
    who: str
    credits: str = ""
    when: str = ""
    stance: str = "asserts"
    scope: str = ""
    place: str = ""
    url: str = ""
    span: Span | None = None

    @property
    def credited(self) -> str:
        """Who says it, and whom they credit."""
        return f"{self.who}, crediting {self.credits}" if self.credits else self.who


@frozen(kw_only=True)
class Card:
    """One finding, whole.

    Attributes:
        finding_id: Stable name of the finding.
        check: The rule that found it.
        level: ``conflict``, ``warning`` or ``info``.
        title: The quantity in words.
        size: How far apart, such as ``×5``; empty where nothing is apart.
        word: The word for the severity; empty where it is none.
        quantity_id: The quantity; empty where the finding has none.
        statements: The figures that it is about.
        more: How many further figures it is about.
        message: Why, in one sentence with the numbers.
        arithmetic: The steps.
        hint: What to look up next.
        ruling: What a person has ruled on it; empty where nobody has.
    """

    finding_id: str
    check: str
    level: str
    title: str
    size: str = ""
    word: str = ""
    quantity_id: str = ""
    statements: tuple[Statement, ...] = ()
    more: int = 0
    message: str = ""
    arithmetic: str = ""
    hint: str = ""
    ruling: str = ""

    @property
    def extent(self) -> str:
        """How far apart, with the word for it; empty where nothing is apart."""
        return " ".join(part for part in (self.size, self.word) if part)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What is told of the finding, by label, as far as there is something to tell."""
        labelled = (
            ("why", self.message),
            ("how", self.arithmetic),
            ("look up", self.hint),
            ("ruling", self.ruling),
        )
        return tuple((label, text) for label, text in labelled if text)


@frozen(kw_only=True)
class Brief:
    """One finding in a line: the rule and its message.

    Attributes:
        check: The rule that found it.
        title: The quantity in words; empty where the message names it.
        message: Why, in one sentence with the numbers.
        claim_ids: The claims that it is about.
    """

    check: str
    title: str
    message: str
    claim_ids: tuple[str, ...] = ()


@frozen(kw_only=True)
class Table:
    """Rows of words under headings.

    Attributes:
        headings: One a column.
        rows: The cells, as words.
        numeric: Columns that are read as numbers, by position; they stand to the right.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


@frozen(kw_only=True)
class Entry:
    """One quantity of a roll.

    Attributes:
        title: The quantity in words.
        quantity_id: The quantity.
        status: What its sources agree on, in a word.
        facts: Names with their values; a value may be empty.
    """

    title: str
    quantity_id: str
    status: str
    facts: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Roll:
    """Quantities, one after the other, with facts of the same names.

    Attributes:
        entries: The quantities.
    """

    entries: tuple[Entry, ...]


@frozen
class Paragraph:
    """A sentence or two.

    Attributes:
        text: What it says.
    """

    text: str


Block = Card | Brief | Table | Roll | Paragraph


@frozen(kw_only=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        name: Short name, fit for a link.
        title: The heading.
        total: How many entries there are, shown or not; None where they are not counted.
        blocks: What is shown.
        left_out: Says how many entries are not shown and how to see them; empty where none.
    """

    name: str
    title: str
    total: int | None = None
    blocks: tuple[Block, ...] = ()
    left_out: str = ""

    @property
    def counted(self) -> str:
        """The total behind a heading; empty where entries are not counted."""
        return "" if self.total is None else f" ({self.total:,})"


@frozen(kw_only=True)
class Document:
    """A report, arranged for reading.

    Attributes:
        title: What it is about.
        summary: What is read in ten seconds: names with their values.
        sections: The rest, in reading order.
    """

    title: str
    summary: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
