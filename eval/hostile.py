"""Texts that no newspaper prints, of any size: what breaks a reader or makes it slow.

Each kind is a piece that is repeated, so that a text of twice the size holds twice as much of the same.
`make soak` times them up to 10 MB, `make test` counts the coder's steps over small ones.
"""

from __future__ import annotations

from itertools import cycle, islice

_REPORT = (
    # "said", "denied": a spokesman, a governor, an unnamed source; shelling, a truce, a toll, a day
    "نفى المتحدث باسم مجلس الشمال وقوع أي قصف في شمال السهل أمس",
    "قال مصدر عسكري إن الهدنة صامدة في جميع القرى منذ يوم الجمعة",
    "وأضاف أن ثلاثة أشخاص قتلوا وأصيب سبعة آخرون في غارة على السوق",
    "ودعا محافظ السهل الأطراف إلى سحب المدافع من محيط مدينة حلب",
)

PIECES: dict[str, tuple[str, ...]] = {
    "reports": tuple(f"{line}. " for line in _REPORT),
    "lines of reports": tuple(f"{line}.\n" for line in _REPORT),
    "one line, no full stop": tuple(f"{line} " for line in _REPORT),
    "no spaces": tuple(line.replace(" ", "") for line in _REPORT),
    "unbalanced quotes": tuple(f"«{line} " for line in _REPORT),
    "closing quotes only": tuple(f"{line}» " for line in _REPORT),
    "nested quotes": tuple(f"{mark}{line} " for mark, line in zip('«“"«', _REPORT, strict=True)),
    "straight quotes": tuple(f'"{line} " ' for line in _REPORT),
    "quotes only": ("« ", "“ ", '" ', "” ", "» "),
    "marks only": tuple("،.:؛؟!«»()-…"),
    "commas only": ("،",),
    "colons only": (":",),
    "full stops and spaces": (". ",),
    "line ends only": ("\n",),
    "blank lines between words": ("قال\n\n",),
    "numbers only": ("12 ", "2017 ", "٥ ", "1,000 "),
    "one long number": ("7",),
    "ordinals and number words": ("ثلاثة ", "وعشرون ", "ألفا ", "ومئة "),
    "one word": ("كلمة ",),
    "cue verbs": ("قال ", "وأضاف ", "نفى ", "أكد "),
    "cue verbs with colons": ("قال: ", "وأضاف: "),
    "colon titles": ("لافروف: ",),
    "cues and complementisers": ("قال إن ", "وأكد أن ", "مشيرا إلى أن "),
    "according to": ("بحسب ", "وفقا لـ ", "نقلا عن "),
    "posts": ("وزير الخارجية ", "المتحدث باسم ", "رئيس "),
    "names": ("سامر ", "الحداد "),
    "nationalities": ("الروسي ", "التركية ", "السوري "),
    "bodies": ("مجلس الأمن ", "الأمم المتحدة ", "وزارة الدفاع "),
    "places": ("دمشق ", "حلب ", "إدلب ", "صنعاء "),
    "places joined": ("دمشق وحلب و", "إدلب، "),
    "countrysides": ("ريف حلب ", "الغربي "),
    "events": ("قصف ", "غارة ", "انفجار ", "اشتباكات "),
    "tolls": ("مقتل ثلاثة ", "وإصابة سبعة ", "عشرات القتلى "),
    "days": ("الجمعة ", "أمس ", "الماضي "),
    "dates": ("5 تموز/يوليو 2017 ", "12 رمضان 1438 "),
    "ranges of days": ("من 4 إلى 5 ", "تموز "),
    "negations": ("لم ", "لن ", "لا ", "ليس "),
    "particles": ("من ", "في ", "على ", "إلى "),
    "relative clauses": ("الذي ", "التي ", "قال "),
    "conjunctions": ("و ", "أو ", "ثم "),
    "cues behind commas": ("، ويندد بالقصف",),
    "subjects and cues behind commas": ("، الوزير يندد بالقصف",),
    "brackets": ("( ", "[ "),
    "words in two": ("كتاب ا ", "د. سامر "),
    "stretched words": ("قـــال ", "حـلـب "),
    "vowel marks": ("قَالَ ", "إِنَّ "),
    "marks on one letter": ("\u064b\u0650\u0651\u0670",),
    "ligatures": ("\ufdfa ", "\ufefb "),
    "direction marks": ("\u200fقال\u200e ", "\u2067حلب\u2069 "),
    "Latin": ("the truce ", "held on Friday "),
    "no letters at all": ("\U0001f600", "\u2764\ufe0f", "\ufffd"),
    "counts": ("15 خرقا ", "في حلب ", "و8 في حماة "),
}
"""By kind, what is repeated in turn."""


def hostile(kind: str, *, size: int) -> str:
    """The text of the kind, just under `size` bytes of UTF-8, between two words so that nothing is stripped."""
    pieces = PIECES[kind]
    length = sum(len(piece.encode()) for piece in pieces)
    rounds = max(1, size // length)
    return "قال " + "".join(islice(cycle(pieces), rounds * len(pieces))) + " انتهى"
