"""Words beside a figure that bound, hedge or scale it: "(min.)", ", or more", "('000)"."""

from __future__ import annotations

from attrs import define

from claimcheck.parsing.asides import Fit, inner_reader
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.said import Said
from claimcheck.parsing.terms import says_by_how_much
from claimcheck.values.figure import FigureKind

_BOUNDS = {
    "at_least": "at_least",
    "after_at_least": "at_least",
    "over": "over",
    "after_over": "over",
    "at_most": "at_most",
    "after_at_most": "at_most",
    "under": "under",
    "after_under": "under",
}
_HEDGES = frozenset({"hedge", "after_hedge", "maybe"})
_BEHIND = tuple(role for role in (*_BOUNDS, *_HEDGES) if role.startswith("after_"))
_BEFORE = tuple(role for role in (*_BOUNDS, *_HEDGES) if not role.startswith("after_"))
_LAST_BOUNDS = ("after_at_least", "after_at_most")
_LONGEST_CUE = 5
_ROLES = (*_BOUNDS, *_HEDGES)
_SIGNS = {"+": "at_least", "≥": "at_least", "≤": "at_most", ">": "over", "<": "under"}
_LIMITS = frozenset({"bound", "limit", "end", "estimate", "estimates", "figure", "value", "est"})
_LOW = frozenset({"lower", "low", "lowest"})
_HIGH = frozenset({"upper", "high", "higher", "highest"})
_MORE = frozenset({"more", "higher", "greater", "larger"})
_LESS = frozenset({"less", "fewer", "lower", "smaller"})
_COMPARING = frozenset({"than", "als", "que", "di", "än", "enn", "end", "de", "чем", "niż"})
_CLOSING = frozenset(",;.:")
_ESTIMATES = {
    "de": "schätzung schätzungen geschätzt schätzwert",
    "fr": "estimation estimations estimé estimée estimés",
    "es": "estimación estimaciones estimado estimada estimados",
    "pt": "estimativa estimativas estimado estimada estimados",
    "it": "stima stime stimato stimata stimati",
    "nl": "schatting schattingen geschat",
    "ru": "оценка оценки оценке оценкам",
    "tr": "tahmin tahmini tahminen tahminî",
    "az": "təxmin təxmini təxminən",
    "pl": "szacunek szacunki szacunkowo szacunkowe szacunkowy szacunkowa",
    "sv": "uppskattning uppskattningar uppskattat",
    "da": "skøn skønnet anslået estimat",
    "no": "anslag anslått estimat",
    "en": "est estimate estimates estimated estimation guesstimate approximate approximation",
}
_OF_LANGUAGE = {code: frozenset(words.split()) for code, words in _ESTIMATES.items()}
_OF_ANY = frozenset().union(*_OF_LANGUAGE.values())
_DENYING = frozenset({"no", "not", "without", "before", "than"})
_LONGEST_CREDIT = 4


@define
class _Words:
    """What a run of qualifying words says.

    Attributes:
        bound: ``at_least``, ``over``, ``at_most`` or ``under``; empty for none.
        hedged: Whether it hedges.
        joined: Whether it starts with "or more" or its like, which bounds whatever follows.
        leading: Whether it has a word such as "over" or "about", which leads to what follows it.
    """

    bound: str = ""
    hedged: bool = False
    joined: bool = False
    leading: bool = False


def is_estimate(reader: Reader, word: str) -> bool:
    """Whether *word*, in lower case, calls a figure an estimate."""
    code = reader.language.code
    return word in (_OF_ANY if code == "en" else _OF_LANGUAGE.get(code, ())) or (
        word in _OF_LANGUAGE["en"]
    )


def credits_estimate(reader: Reader, remark: str) -> bool:
    """Whether a short remark calls the figure an estimate: "Serbian estimate"."""
    words = remark.casefold().replace(".", "").split()
    if not 0 < len(words) <= _LONGEST_CREDIT or not _DENYING.isdisjoint(words):
        return False
    return is_estimate(reader, words[0]) or is_estimate(reader, words[-1])


def hedge(said: Said) -> None:
    """Make *said* hedged."""
    said.hedged = True
    if said.kind is FigureKind.EXACT:
        said.kind = FigureKind.APPROXIMATE


def take_words(inner: Reader, said: Said) -> Fit:
    """Make *said* the bound or hedged figure that a text of such words alone says."""
    words = _read_words(inner)
    if words is None or not inner.done:
        inner.place = 0
        return Fit.OTHER
    return Fit.TAKEN if _apply(said, words) else Fit.UNFIT


def take_words_behind(reader: Reader, said: Said) -> bool:
    """Take words behind a figure that bound or hedge it: ", at least", " or more".

    Raises:
        FigureSyntaxError: If they do not go with the figure.
    """
    start = reader.place
    if says_by_how_much(reader, said.unit):
        return False
    parted = bool(reader.sign(",;–-"))
    words = _read_words(reader) if reader.peek().kind == "w" else None
    if words is not None and _closes(reader, words) and (parted or not words.leading):
        return _apply(said, words) or reader.fail(
            "this does not go with the figure before it", "write one bound", first=start
        )
    reader.place = start
    return False


def qualifier_ahead(reader: Reader) -> bool:
    """Whether words that bound come next and nothing else, or that hedge as well, and a comma."""
    start = reader.place
    said = reader.cue_at(start, _LAST_BOUNDS)[1] > 1
    worded = said or (bool(reader.sign(",;")) and reader.peek().kind == "w")
    words = _read_words(reader) if worded else None
    found = words is not None and _closes(reader, words)
    reader.place = start
    return found


def _closes(reader: Reader, words: _Words) -> bool:
    token = reader.peek()
    if reader.done or token.kind == "b" or token.low in _CLOSING:
        return True
    counted = token.kind in "nf" or reader.language.is_number_word(token.low)
    return words.joined and not counted and token.low not in _COMPARING


def _read_words(reader: Reader) -> _Words | None:
    """The qualifying words that come next; None, and nothing taken, if there are none."""
    if reader.peek().kind == "n":
        return None
    start, words = reader.place, _Words()
    while not reader.done and _take(reader, words):
        pass
    if words.bound or words.hedged:
        return words
    reader.place = start
    return None


def _take(reader: Reader, words: _Words) -> bool:
    token, after = reader.peek(), reader.peek(1)
    length, bound, hedged = 1, "", False
    before = reader.cue_at(reader.place, _BEFORE)
    role, said = reader.cue_at(reader.place, _BEHIND)
    role, said = (role, said) if said else before
    more, certain = _supposed(reader)
    if more:
        length, hedged = more + 1, True
        if certain:
            bound = "at_least" if reader.peek(more).low in _MORE else "at_most"
        words.joined = words.joined or not (words.bound or words.hedged)
    elif token.kind == "s" and token.low in _SIGNS:
        bound = _SIGNS[token.low]
    elif token.low in _LOW | _HIGH and after.low in _LIMITS:
        bound = "at_least" if token.low in _LOW else "at_most"
        length, hedged = 2, is_estimate(reader, after.low)
    elif said:
        length, bound, hedged = said, _BOUNDS.get(role, ""), role in _HEDGES
        words.joined = words.joined or (
            bound != "" and said > 1 and not before[1] and not (words.bound or words.hedged)
        )
        words.leading = words.leading or role in {"over", "under", "hedge"}
    elif token.kind == "w" and is_estimate(reader, token.low):
        hedged = True
    elif token.low != "." and token.low not in reader.language.mark("article"):
        return False
    if bound and words.bound and bound != words.bound:
        return False
    words.bound, words.hedged = words.bound or bound, words.hedged or hedged
    reader.place += length
    return True


def _supposed(reader: Reader) -> tuple[int, bool]:
    """How many words stand before a "more", or 0, and whether they make it a bound.

    "Or possibly more" and "if not more" do; "possibly more" only hedges.
    """
    role, length = reader.cue_at(reader.place, ("or", *_HEDGES))
    certain = role == "or"
    if reader.peek().low == "if" and reader.peek(1).low == "not":
        length, certain = 2, True
    return (length, certain) if length and reader.peek(length).low in _MORE | _LESS else (0, False)


def _apply(said: Said, words: _Words) -> bool:
    """Whether *said* could take *words*."""
    if words.bound and not bind(said, words.bound):
        return False
    if words.hedged:
        hedge(said)
    return True


def bind(said: Said, bound: str) -> bool:
    """Whether *said* could be made a bound: a range is one from its lower end, or stays one."""
    lower = bound in {"at_least", "over"}
    known = FigureKind.AT_LEAST if lower else FigureKind.AT_MOST
    if said.kind is known or (said.kind is FigureKind.RANGE and not lower):
        return True
    if said.kind not in {FigureKind.EXACT, FigureKind.APPROXIMATE, FigureKind.RANGE}:
        return False
    said.kind, said.best = known, None
    if lower:
        said.upper, said.lower_open = None, bound == "over"
    else:
        said.lower, said.upper_open = None, bound == "under"
    return True


def bounds_below(reader: Reader, content: str) -> bool:
    """Whether a text is nothing but the words of a lower bound: "minimum"."""
    inner = inner_reader(reader, content)
    words = None if inner is None else _read_words(inner)
    return words is not None and inner is not None and inner.done and (
        words.bound in {"at_least", "over"}
    )  # fmt: skip


def only_qualifies(reader: Reader, first: int, last: int) -> bool:
    """Whether tokens hold nothing but words that change figures: "half", "minus", "dozen"."""
    language = reader.language
    place, telling = first, False
    while place < last:
        low = reader.lows[place]
        length = reader.cue_at(place, (*_ROLES, "minus"))[1]
        tells = length or low in language.scales or low in language.orders
        if tells or low in language.fractions:
            telling = True
        elif low not in language.mark("and") | language.mark("article") and low not in _CLOSING:
            return False
        place += length or 1
    return telling


def ends_bounded(reader: Reader, first: int, last: int) -> bool:
    """Whether tokens with no digits end in words of a bound or, behind "in", a scale."""
    language = reader.language
    if last <= first or any(token.kind in "nf" for token in reader.tokens[first:last]):
        return False
    places = range(max(first, last - _LONGEST_CUE), last)
    if any(reader.cue_at(place, _LAST_BOUNDS)[1] == last - place for place in places):
        return True
    low = reader.lows[last - 1]
    scaled = low in language.scales or low in language.orders
    return scaled and last - 2 >= first and reader.lows[last - 2] in language.mark("in")
