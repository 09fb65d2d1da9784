"""In which language a text is: by its letters where they suffice, else by a model."""

from __future__ import annotations

import re

UNKNOWN = "und"

# Long codes and varieties that stand for a two-letter code of ISO 639-1.
_SAME_AS = {
    "ara": "ar", "arb": "ar", "arz": "ar", "ary": "ar", "apc": "ar", "ajp": "ar", "acm": "ar", "ars": "ar",
    "eng": "en", "fas": "fa", "per": "fa", "pes": "fa", "kur": "ku", "sdh": "ku", "rus": "ru", "tur": "tr",
    "urd": "ur", "zxx": UNKNOWN, "mis": UNKNOWN, "mul": UNKNOWN,
}  # fmt: skip

# Codes of ISO 639-1, and of ISO 639-3 those of the region that have no short one.
_WRITTEN = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    aii azb ckb crh glk kmr lki lrc mzn syr tru zza
"""
_CODES = frozenset(_WRITTEN.split())

_SAMPLE = 4000
_GLANCE = 1000
_ENOUGH = 200
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f]")
_ARABIC_RUNS = re.compile(f"{_ARABIC_SCRIPT.pattern}+")
# Letters of Persian, Urdu, Pashto, Kurdish and Uyghur that Arabic does not have.
_FOREIGN = re.compile("[\u0671-\u06d3\u06d5\u0750-\u077f]")
_WORD = re.compile("[\u0620-\u06d3]+")
# alif-lam, after at most one of waw, feh, beh, kaf: the article, in one of five Arabic words.
_ARTICLE = re.compile("[\u0648\u0641\u0628\u0643]?\u0627\u0644[\u0621-\u064a]{2}")


def find_language(text: str) -> str:
    """The ISO 639-1 code of the language that `text` is in; `und` where it holds too few letters."""
    if _is_plainly_arabic(text[:_GLANCE]):
        return "ar"
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters < 3:
        return UNKNOWN
    arabic = len(_ARABIC_SCRIPT.findall(sample))
    if arabic * 2 >= letters and _is_arabic(sample, arabic):
        return "ar"
    import py3langid  # Loads a model: only when letters do not tell.

    return language_code(py3langid.classify(sample)[0]) or UNKNOWN


def _is_plainly_arabic(sample: str) -> bool:
    """Whether most of a text's beginning is of letters that only Arabic has: so in nearly all we read.

    Letters of other languages of the script are so frequent in them that the beginning has some.
    """
    letters = sum(map(len, _ARABIC_RUNS.findall(sample)))
    return letters * 2 >= len(sample) and letters >= _ENOUGH and not _FOREIGN.search(sample)


def language_code(given: str | None) -> str | None:
    """The two-letter form of a language tag (`AR`, `ara`, `ar-SY`); `None` where it names no language."""
    if given is None:
        return None
    primary = re.split("[-_]", given.strip().lower())[0]
    code = _SAME_AS.get(primary, primary)
    return code if code in _CODES else None


def has_articles(text: str, *, one_in: int) -> bool:
    """Whether at least one in so many words of Arabic script begins with the Arabic article."""
    words = _WORD.findall(text)
    return sum(1 for word in words if _ARTICLE.match(word)) * one_in >= len(words)


def _is_arabic(sample: str, arabic: int) -> bool:
    """Whether a text in Arabic script is in Arabic: hardly any foreign letter, or the article everywhere."""
    if len(_FOREIGN.findall(sample)) * 100 <= arabic:
        return True
    # Some sites type Farsi yeh and keheh in Arabic words: the article still tells.
    return has_articles(sample, one_in=10)
