"""What the codes of the record are called on screen, in English and in Arabic."""

from __future__ import annotations

# Each code with its English and its Arabic name.
ACTS = {
    "assert": ("assert", "إفادة"),
    "confirm": ("confirm", "تأكيد"),
    "deny": ("deny", "نفي"),
    "commit": ("commit", "تعهّد"),
    "propose": ("propose", "اقتراح"),
    "demand": ("demand", "مطالبة"),
    "condition": ("condition", "اشتراط"),
    "refuse": ("refuse", "رفض"),
    "support": ("support", "تأييد"),
    "accuse": ("accuse", "اتهام"),
    "condemn": ("condemn", "إدانة"),
    "threaten": ("threaten", "تهديد"),
    "warn": ("warn", "تحذير"),
    "decline": ("decline", "امتناع عن التعليق"),
}

# Acts of one temper share a colour: saying, agreeing, refusing, offering, blaming, alarming, keeping silent.
TEMPERS = {
    "assert": "say",
    "confirm": "agree",
    "support": "agree",
    "deny": "refuse",
    "refuse": "refuse",
    "commit": "offer",
    "propose": "offer",
    "demand": "ask",
    "condition": "ask",
    "accuse": "blame",
    "condemn": "blame",
    "threaten": "alarm",
    "warn": "alarm",
    "decline": "silent",
}

TYPES = {
    "shelling": ("shelling", "قصف"),
    "air_strike": ("air strike", "غارة جوية"),
    "clash": ("clash", "اشتباك"),
    "bombing": ("bombing", "تفجير"),
    "shooting": ("shooting", "إطلاق نار"),
    "killing": ("killing", "قتل"),
    "chemical_attack": ("chemical attack", "هجوم كيميائي"),
    "detention": ("detention", "احتجاز أو إفراج"),
    "destruction": ("destruction", "تدمير"),
    "capture": ("capture", "سيطرة على أرض"),
    "deployment": ("deployment", "نشر قوات"),
    "withdrawal": ("withdrawal", "انسحاب"),
    "ceasefire": ("ceasefire", "وقف إطلاق النار"),
    "violation": ("violation", "خرق"),
    "agreement": ("agreement", "اتفاق"),
    "meeting": ("meeting", "اجتماع"),
    "invitation": ("invitation", "دعوة"),
    "vote": ("vote", "تصويت"),
    "sanction": ("sanction or siege", "عقوبات أو حصار"),
    "aid": ("aid", "مساعدات"),
    "evacuation": ("evacuation", "إجلاء"),
    "exchange": ("exchange", "تبادل"),
    "displacement": ("displacement", "نزوح"),
    "protest": ("protest", "احتجاج"),
}

STATUSES = {
    "happened": ("happened", "وقع"),
    "ongoing": ("ongoing", "مستمر"),
    "planned": ("planned", "مزمع"),
    "hypothetical": ("hypothetical", "افتراضي"),
    "denied": ("denied", "منفي"),
}

FORMS = {
    "direct": ("direct quotation", "اقتباس مباشر"),
    "indirect": ("indirect speech", "كلام منقول بالمعنى"),
    "mixed": ("partly quoted", "مقتبس جزئيا"),
}

KINDS = {
    "person": ("person", "شخص"),
    "state": ("state", "جهة رسمية"),
    "armed_group": ("armed group", "جماعة مسلحة"),
    "organisation": ("organisation", "منظمة"),
    "media": ("media", "وسيلة إعلام"),
    "unnamed": ("unnamed", "مصدر لم يُسمَّ"),
}

PLACE_KINDS = {
    "country": ("country", "دولة"),
    "region": ("region", "منطقة"),
    "governorate": ("governorate", "محافظة"),
    "district": ("district", "ناحية"),
    "city": ("city", "مدينة"),
    "town": ("town", "بلدة"),
    "village": ("village", "قرية"),
    "neighbourhood": ("neighbourhood", "حي"),
    "facility": ("facility", "منشأة"),
    "natural": ("natural feature", "معلم طبيعي"),
}

BASES = {
    "stated": ("stated", "مذكور صراحة"),
    "relative": ("relative to the day of publication", "محسوب من يوم النشر"),
    "context": ("from another date in the text", "محسوب من تاريخ آخر في النص"),
}

RELATIONS = {
    "formerly-named": ("formerly named", "الاسم السابق"),
    "member-of": ("member of", "عضو في"),
    "controls": ("controls", "يسيطر على"),
    "role": ("has the role of", "دوره"),
    "extent": ("extends over", "يشمل"),
    "located-in": ("lies in", "يقع في"),
    "legal-basis": ("rests on", "سنده القانوني"),
}

# Words of the page itself.
WORDS = {
    "title": ("Hudna: a text and what it says", "هدنة: النص وما يقوله"),
    "text": ("Text", "النص"),
    "findings": ("Findings", "ما استُخرج"),
    "statement": ("Statement", "تصريح"),
    "statements": ("Statements", "التصريحات"),
    "event": ("Event", "حدث"),
    "events": ("Events", "الأحداث"),
    "place": ("Place", "مكان"),
    "places": ("Places", "الأماكن"),
    "time": ("Time", "زمن"),
    "times": ("Times", "الأزمنة"),
    "claim": ("Claim", "معلومة"),
    "claims": ("Claims", "المعلومات"),
    "count": ("Count", "حصيلة"),
    "counts": ("Counts", "الحصائل"),
    "problem": ("Open question", "مسألة مفتوحة"),
    "problems": ("Open questions", "المسائل المفتوحة"),
    "source": ("source", "المصدر"),
    "cue": ("word of saying", "لفظ القول"),
    "speaker": ("speaker", "القائل"),
    "unknown_speaker": ("a speaker not told apart", "قائل لم يُعرَف"),
    "post": ("post", "المنصب"),
    "side": ("side", "الجهة"),
    "sides": ("sides", "الجهات"),
    "to": ("to", "إلى"),
    "said_on": ("said on", "تاريخ القول"),
    "via": ("via", "نقلا عن"),
    "answers": ("answers", "ردا على"),
    "actor": ("known as", "المعرّف"),
    "form": ("form", "الصيغة"),
    "kind": ("kind", "النوع"),
    "status": ("status", "الحالة"),
    "when": ("when", "متى"),
    "where": ("where", "أين"),
    "who": ("who", "الفاعل"),
    "whom": ("to whom", "المستهدف"),
    "killed": ("killed", "قتلى"),
    "injured": ("injured", "جرحى"),
    "told_by": ("told by", "الراوي"),
    "outlet": ("the outlet", "الجهة الناشرة"),
    "agenda": ("agenda", "جدول الأعمال"),
    "country": ("country", "الدولة"),
    "position": ("position", "الإحداثيات"),
    "metonym": ("stands for its government", "كناية عن حكومتها"),
    "basis": ("how dated", "أساس التأريخ"),
    "undated": ("not dated", "بلا تاريخ محدد"),
    "by": ("by", "بحسب"),
    "total": ("total", "المجموع"),
    "adds_up": ("the parts add up", "مجموع الأجزاء مطابق"),
    "adds_not_up": ("the parts do not add up", "مجموع الأجزاء غير مطابق"),
    "why": ("why", "التعليل"),
    "published": ("published", "نُشر في"),
    "no_day": ("day of publication unknown", "يوم النشر غير معروف"),
    "coder": ("coder", "المرمِّز"),
    "packs": ("packs", "الحزم"),
    "show": ("Show", "إظهار"),
    "nothing": ("Nothing was found in this text.", "لم يُعثر على شيء في هذا النص."),
    "hint": (
        "Hover over the text, or go through it with the Tab key, to see what each highlight means.",
        "مرّر المؤشر فوق النص أو تنقّل بمفتاح Tab لمعرفة معنى كل تظليل.",
    ),
}
