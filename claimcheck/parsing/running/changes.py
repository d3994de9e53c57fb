"""Changes in running text: "rose from 5 to 7 million" gives two figures and no range."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.parsing.numerals import read_numeral
from claimcheck.parsing.reader import Reader
from claimcheck.parsing.scales import scale_at
from claimcheck.parsing.tokens import Token
from claimcheck.parsing.unit_reading import read_unit

_FARTHEST_VERB = 8
_LONGEST_FIGURE = 8
_FAR = 100
_SENTENCE_ENDS = frozenset({";", "!", "?"})
_SPANNING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "anywhere"})
_VERBS = {
    "en": "rose rise rises rising risen fell fall falls falling fallen grew grow grows growing "
    "grown increase increased increases increasing decrease decreased decreases "
    "decreasing drop dropped drops dropping decline declined declines declining climb "
    "climbed climbs climbing jump jumped jumps jumping soar soared soaring surge surged "
    "surging plunge plunged plunging sank sunk sink sinking shrank shrunk shrink shrinks "
    "shrinking slid slipped slipping tumbled went gone goes going moved moves moving cut "
    "cuts cutting raised raises raising reduced reduces reducing reduction lowered "
    "lowering changed change changes doubled tripled expanded expanding improved worsened "
    "eased easing swelled swollen swelling up down advanced dipped edged gained halved "
    "narrowed widened recovered rebounded escalated ballooned dwindled crashed",
    "da": "op "
    "ned steg steget stiger faldt falder faldet voksede vokset øget øgede sank gik hævet sænket",
    "de": "stieg stiegen steigt gestiegen sank sanken sinkt gesunken wuchs wuchsen wächst "
    "gewachsen fiel fielen fällt gefallen erhöhte erhöht erhöhten verringerte verringert "
    "ging gingen kletterte kletterten schrumpfte schrumpften sprang sprangen angehoben "
    "gesenkt gekürzt zunahme anstieg rückgang",
    "es": "subió subieron sube subir subido bajó bajaron bajar bajado cayó cayeron caer caído "
    "cae aumentó aumentaron aumentar aumento aumentado pasó pasaron pasar pasado creció "
    "crecieron crecer disminuyó disminuyeron descendió descendieron redujo redujeron "
    "saltó",
    "fr": "passe passer passé passée passés passées passent monté montée augmenté augmente "
    "augmenter baissé baisse tombé tombée tombés chuté chute reculé progressé grimpé "
    "réduit descendu bondi",
    "it": "salito salita saliti salite salì sceso scesa scesi scese passato passata passati "
    "passate cresciuto cresciuta cresciuti calato calata calati aumentato aumentata "
    "aumentati diminuito ridotto",
    "nl": "steeg stegen gestegen stijgt daalde daalden gedaald daalt groeide groeiden gegroeid "
    "viel vielen ging gingen zakte nam namen",
    "no": "opp "
    "ned steg steget stiger falt falle falt økt økte øker vokst vokste sank gikk gått hevet "
    "senket",
    "pl": "wzrósł wzrosła wzrosło wzrosły spadł spadła spadło spadły zmalał zmalała zmalało "
    "zmniejszył zmniejszyła zwiększył zwiększyła zwiększyło podniesiono obniżono",
    "pt": "subiu subiram subir sobe caiu caíram cair aumentou aumentaram aumentar passou "
    "passaram passar cresceu cresceram crescer diminuiu diminuíram reduziu reduziram "
    "saltou",
    "ru": "вырос выросла выросло выросли упал упала упало упали увеличился увеличилась "
    "увеличилось увеличились снизился снизилась снизилось снизились сократился "
    "сократилась сократилось сократились поднялся поднялась поднялось возрос возросла "
    "возросло уменьшился уменьшилась",
    "sv": "upp "
    "ned steg stigit stiger ökade ökat ökar minskade minskat minskar föll fallit faller sjönk "
    "växte växt gick gått höjdes sänktes",
}
_CERTAIN = {"de": "auf", "nl": "naar", "pt": "para"}
"""Words for "to" that tell a change without a verb before it."""
_FROM = {
    "en": "from",
    "da": "fra",
    "de": "von",
    "es": "de desde",
    "fr": "de",
    "it": "da dai dal",
    "nl": "van",
    "no": "fra",
    "pl": "z ze od",
    "pt": "de",
    "ru": "с со от",
    "sv": "från",
}
_TO = {
    "en": "to",
    "da": "til",
    "de": "auf",
    "es": "a hasta",
    "fr": "à",
    "it": "a ai al",
    "nl": "naar tot",
    "no": "til",
    "pl": "do na",
    "pt": "para a",
    "ru": "до",
    "sv": "till",
}


def change_at(reader: Reader) -> int:
    """Index of the "to" between the two figures of a change that "from" opens here; 0 if none."""
    code = reader.language.code
    if reader.peek().kind != "w" or reader.peek().low not in _words(_FROM, code):
        return 0
    certain = code in _CERTAIN
    if not certain and not _has_verb(reader, code):
        return 0
    furthest = min(len(reader.tokens), reader.place + _LONGEST_FIGURE)
    for place in range(reader.place + 2, furthest):
        token = reader.tokens[place]
        if _ends_sentence(reader, place):
            return 0
        if token.low in _words(_TO, code) and (not certain or token.low == _CERTAIN[code]):
            return place
    return 0


def leads_to_end(reader: Reader) -> bool:
    """Whether the next token is the "to" of "rose to", which is no bound there."""
    code, token = reader.language.code, reader.peek()
    return token.kind == "w" and token.low in _words(_TO, code) and _has_verb(reader, code)


def opens_change(reader: Reader) -> bool:
    """Whether the next token is the verb of "passed from 5 to 7", which is no bound there."""
    code = reader.language.code
    if reader.peek().low not in _words(_VERBS, code) or reader.peek(1).low not in _words(
        _FROM, code
    ):
        return False
    closing = _words(_TO, code)
    return any(reader.peek(ahead).low in closing for ahead in range(3, _LONGEST_FIGURE))


def leads_to_start(reader: Reader) -> bool:
    """Whether the next token is the "from" of "down from 1990", which opens no period there."""
    code, token = reader.language.code, reader.peek()
    if token.kind != "w" or token.low not in _words(_FROM, code) or not _has_verb(reader, code):
        return False
    closing = _words(_TO, code)
    return all(reader.peek(ahead).low not in closing for ahead in range(2, _LONGEST_FIGURE))


def _has_verb(reader: Reader, code: str) -> bool:
    """Whether a verb of change stands before the next token, in its sentence."""
    for place in range(reader.place - 1, max(-1, reader.place - 1 - _FARTHEST_VERB), -1):
        low = reader.tokens[place].low
        if low in _SPANNING or _ends_sentence(reader, place):
            return False
        if low in _words(_VERBS, code):
            return True
    return False


def _ends_sentence(reader: Reader, place: int) -> bool:
    """Whether a sentence ends here; the dot of "57 тыс. до" ends none."""
    low = reader.tokens[place].low
    if low != ".":
        return low in _SENTENCE_ENDS
    after = reader.tokens[place + 1 : place + 2]
    return not after or not reader.text[after[0].start].islower()


def shared_tail(reader: Reader, middle: int) -> int:
    """How many tokens behind the second number, scale and unit, are those of the first as well.

    "From 5 to 7 million" has one scale for both; "from 500 to 2 million" and "from 1,500 to 2
    million" have not.
    """
    first, second = reader.tokens[middle - 1], reader.peek(middle + 1 - reader.place)
    if first.kind != "n" or second.kind != "n":
        return 0
    place = reader.place
    reader.place = middle + 2
    found = scale_at(reader, after_digits=True)
    if found is not None:
        reader.place += found[1]
    read_unit(reader)
    length = reader.place - middle - 2
    reader.place = place
    return length if found is None or _alike(first, second, reader.decimal) else 0


def _alike(first: Token, second: Token, decimal: str | None) -> bool:
    """Whether two numbers may be written in one scale."""
    one, other = read_numeral(first.low, decimal), read_numeral(second.low, decimal)
    if one is None or other is None or (one.grouped and not other.grouped):
        return False
    return one.value < _FAR * other.value and other.value < _FAR * one.value


def _words(table: dict[str, str], code: str) -> frozenset[str]:
    return _split(table.get(code, ""))


@lru_cache(maxsize=64)
def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())
