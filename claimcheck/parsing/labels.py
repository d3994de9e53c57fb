"""Words that make the number behind them a name: "page 12", "Artikel 5", "ISO 9001"."""

from __future__ import annotations

from functools import lru_cache

_SHARED = "no nos nr p pp fig tab vol art isbn issn iso iec din doi § №"
_LABELS = {
    "en": "section sections chapter chapters article articles page pages number numbers figure "
    "figures table tables plate plates note notes volume issue paragraph paragraphs para "
    "resolution law decree version room route highway flight act clause item step line part "
    "appendix annex phase stage grade class level order protocol directive regulation channel "
    "boeing airbus apollo windows covid title type war formula category season episode round "
    "iphone postcode zip tier gate platform district zone block bus tram interstate exit "
    "apartment ref verse psalm symphony opus op web case box track port rule amendment schedule "
    "lot lane proposition question motion bill model mark unit building floor suite convoy brigade "
    "regiment docket",
    "az": "maddə səhifə cədvəl fəsil şəkil qanun nömrə nömrəli cild otaq xətt bənd",
    "da": "side sider artikel kapitel tabel figur nummer bind lov linje værelse paragraf kap",
    "de": "a b artikel seite seiten kapitel tabelle abbildung abb band nummer linie paragraf "
    "absatz abs zimmer gleis gesetz s teil stufe klasse ziffer az aktenzeichen anlage anhang",
    "es": "artículo artículos página páginas pág págs tabla capítulo figura línea número núm ley "
    "tomo sala habitación apartado sección decreto resolución vuelo anexo",
    "fr": "article articles page pages tableau chapitre figure ligne numéro n loi tome salle "
    "chambre alinéa section décret résolution vol annexe",
    "it": "articolo articoli pagina pagine pag tabella capitolo figura linea numero n legge tomo "
    "stanza sala comma sezione decreto risoluzione volo allegato",
    "nl": "artikel pagina blz tabel hoofdstuk figuur nummer lijn wet deel kamer paragraaf bijlage",
    "no": "side sider artikkel kapittel kap tabell figur nummer bind lov linje rom paragraf",
    "pl": "artykuł artykułu strona strony str s tabela rozdział rysunek rys numer ustawa tom sala "
    "pokój linia par ust pkt poz załącznik",
    "pt": "artigo artigos página páginas pág tabela capítulo figura linha número nº lei tomo sala "
    "quarto secção seção decreto resolução voo anexo",
    "ru": "статья статью статьи статье ст страница странице стр с таблица таблице глава главе "
    "рисунок рис номер закон том зал комната линия пункт п часть ч приложение",
    "sv": "sidan sida sid s artikel kapitel kap tabell figur nummer band lag linje rum paragraf",
    "tr": "sayfa sayfası madde maddesi tablo bölüm şekil kanun numara numaralı cilt oda hat s",
}
_DOTTED = (
    "abb abs art bd blz cap ch fig kap n nn no nos nr núm p pag pág págs par op pkt pl poz "
    "pp ref rys s sec sid st str tab vol п рис с ст стр ч"
)
_LISTED = "sections chapters articles pages pp figures tables plates notes paragraphs numbers nos"


@lru_cache(maxsize=32)
def labels_of(code: str) -> frozenset[str]:
    """The labels of a language, in lower case."""
    return frozenset({*_SHARED.split(), *_LABELS.get(code, "").split()})


def is_shortened(word: str) -> bool:
    """Whether a full stop behind a label belongs to it: "vol. 4", but not "the act. 4".

    >>> is_shortened("vol"), is_shortened("act")
    (True, False)
    """
    return word in _DOTTED_WORDS


def opens_list(word: str) -> bool:
    """Whether several numbers may stand behind a label: "pages 12, 14 and 16".

    >>> opens_list("pages"), opens_list("page")
    (True, False)
    """
    return word in _LISTED_WORDS


_DOTTED_WORDS = frozenset(_DOTTED.split())
_LISTED_WORDS = frozenset(_LISTED.split())
