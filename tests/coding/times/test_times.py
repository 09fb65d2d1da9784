from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.coding.times.times import find_times
from hudna.coding.words.reading import Reading
from hudna.model import Problem, Time
from tests.words import lexicon

FRIDAY = date(2017, 6, 23)


def read(text: str, published: date | None = FRIDAY) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    return find_times(Reading(text, lexicon(), published))


def dates(text: str, published: date | None = FRIDAY) -> list[tuple[str, str]]:
    return [(str(t.start), str(t.end)) for t in read(text, published)[0]]


def words(text: str) -> list[str]:
    return [t.span.of(text) for t in read(text)[0]]


STATED = [
    # Levantine, both names, and in brackets
    ("2016-07-03", "2016-07-03", "وصل الوفد في 3 تموز 2016"),
    ("2016-05-04", "2016-05-04", "وصل الوفد في 4 أيار/مايو 2016"),
    ("2016-11-05", "2016-11-05", "وصل الوفد في 5 نوفمبر (تشرين الثاني) 2016"),
    # Morocco and Algeria
    ("2016-07-03", "2016-07-03", "وصل الوفد في 3 يوليوز 2016"),
    ("2016-01-12", "2016-01-12", "وصل الوفد في 12 جانفي 2016"),
    # ordinals
    ("2015-03-15", "2015-03-15", "وقع الاتفاق في الخامس عشر من آذار عام 2015"),
    # numbers alone, in every order and script
    ("2017-05-06", "2017-05-06", "صدر في 2017/05/06"),
    ("2017-05-06", "2017-05-06", "صدر في 06-05-2017"),
    ("2017-05-16", "2017-05-16", "صدر في 16.05.2017"),
    ("2017-05-12", "2017-05-12", "صدر في ١٢/٥/٢٠١٧"),
    # as page templates print it
    ("2017-05-12", "2017-05-12", "مايو 12, 2017"),
    # the Islamic calendar
    ("2017-06-05", "2017-06-05", "صدر البيان في 10 رمضان 1438 هـ"),
    ("2017-06-05", "2017-06-05", "صدر البيان بتاريخ 10/9/1438 هـ"),
    # months and years
    ("2016-02-01", "2016-02-29", "بدأ الحصار في شباط 2016"),
    ("2013-01-01", "2013-12-31", "بدأ الحصار عام 2013"),
    ("2013-01-01", "2013-12-31", "يستمر الحصار منذ 2013"),
    ("2011-01-01", "2012-12-31", "شهدت المدينة عامي 2011 و2012 معارك"),
    ("2011-01-01", "2011-12-31", "بدأت الحرب عام ألفين وأحد عشر"),
    # parts of a year
    ("2018-01-01", "2018-01-31", "ينتهي العمل مطلع عام 2018"),
    ("2015-07-01", "2015-12-31", "تراجعت المعارك في النصف الثاني من عام 2015"),
    ("2014-06-01", "2014-08-31", "سقطت البلدة صيف 2014"),
    ("1980-01-01", "1989-12-31", "عاش هناك في ثمانينيات القرن الماضي"),
]


@pytest.mark.parametrize(("start", "end", "text"), STATED)
def test_full_date_is_stated(start: str, end: str, text: str) -> None:
    """A date with its year stands by itself, whatever calendar and spelling it is in."""
    (time,), problems = read(text, None)
    assert (str(time.start), str(time.end), time.basis) == (start, end, "stated")
    assert problems == ()


RELATIVE = [
    ("2017-06-22", "2017-06-22", "وصل الوفد أمس"),
    ("2017-06-21", "2017-06-21", "وصل الوفد أول من أمس"),
    ("2017-06-24", "2017-06-24", "يصل الوفد غدا"),
    ("2017-06-23", "2017-06-23", "وصل الوفد اليوم الجمعة"),
    ("2017-06-22", "2017-06-22", "وصل الوفد يوم الخميس"),
    ("2017-06-16", "2017-06-16", "وصل الوفد الجمعة الماضي"),
    ("2017-06-26", "2017-06-26", "يصل الوفد يوم الاثنين المقبل"),
    # the night between two days
    ("2017-06-21", "2017-06-22", "قصفت القرية ليل الأربعاء - الخميس"),
    ("2017-06-18", "2017-06-19", "توقف القصف يومي الأحد والاثنين الماضيين"),
    # weeks, months, years
    ("2017-06-12", "2017-06-18", "وصل الوفد الأسبوع الماضي"),
    ("2017-07-01", "2017-07-31", "يصل الوفد الشهر المقبل"),
    ("2017-01-01", "2017-12-31", "قتل كثيرون هذا العام"),
    ("2017-06-21", "2017-06-30", "يصل الوفد نهاية الشهر الجاري"),
    ("2017-06-20", "2017-06-22", "اشتد القصف خلال الأيام الثلاثة الماضية"),
    # so long ago
    ("2017-06-19", "2017-06-19", "وصل الوفد قبل أربعة أيام"),
    ("2017-04-01", "2017-04-30", "وصل الوفد قبل نحو شهرين"),
    ("2016-01-01", "2016-12-31", "وصل الوفد قبل عام"),
    # days without a year
    ("2017-07-04", "2017-07-05", "يعقد اللقاء يومي 4 و5 تموز المقبل"),
    ("2017-05-04", "2017-05-06", "عقد اللقاء من 4 إلى 6 أيار الماضي"),
    ("2017-06-15", "2017-06-15", "عقد اللقاء في 15 الجاري"),
    ("2017-07-05", "2017-07-05", "يعقد اللقاء في الخامس من الشهر المقبل"),
    ("2016-08-01", "2016-08-31", "عقد اللقاء في آب"),
    ("2016-06-01", "2016-06-30", "عقد اللقاء في حزيران من العام الماضي"),
    ("2016-06-01", "2016-08-31", "بدأت المعارك الصيف الماضي"),
    # a feast
    ("2017-09-01", "2017-09-04", "يصل الوفد في عيد الأضحى المقبل"),
]


@pytest.mark.parametrize(("start", "end", "text"), RELATIVE)
def test_relative_time_counts_from_publication(start: str, end: str, text: str) -> None:
    """What has no year of its own is placed by the day of publication."""
    (time,), _ = read(text)
    assert (str(time.start), str(time.end), time.basis) == (start, end, "relative")


@pytest.mark.parametrize(("start", "end", "text"), RELATIVE)
def test_relative_time_without_publication_stays_open(start: str, end: str, text: str) -> None:
    """Nothing falls back to a guess: no day, and a problem with the span."""
    (time,), (problem,) = read(text, None)
    assert time.start is None
    assert time.end is None
    assert (problem.code, problem.span) == ("HUD213", time.span)


def test_text_that_dates_itself_is_the_basis() -> None:
    """Without a day of publication, a full date at the head of the text serves."""
    # dimashq, 6 ayyar 2017: wasala al-wafd ams
    text = "دمشق، 6 أيار 2017: وصل الوفد أمس"
    (head, yesterday), problems = read(text, None)
    assert head.basis == "stated"
    assert (str(yesterday.start), yesterday.basis) == ("2017-05-05", "context")
    assert problems == ()


def test_word_published_tells_the_day_among_page_dates() -> None:
    """A date behind "published" outweighs the one in the page's head."""
    text = "السبت 10 شباط 2018. نشر بتاريخ 6 أيار 2017: وصل الوفد أمس"
    *_, yesterday = read(text, None)[0]
    assert str(yesterday.start) == "2017-05-05"


def test_next_day_leans_on_the_one_before() -> None:
    """ "The next day" and "the same month" count from the last time told."""
    text = "وقع الاتفاق في 22 أيار ونفذ في اليوم التالي ثم خرق في الشهر نفسه"
    times, _ = read(text)
    assert [(str(t.start), str(t.end), t.basis) for t in times[1:]] == [
        ("2017-05-23", "2017-05-23", "context"),
        ("2017-05-01", "2017-05-31", "context"),
    ]


def test_next_day_of_nothing_stays_open() -> None:
    """With no time told before it, "the next day" is a problem."""
    # wasala al-wafd fi al-yawm at-tali
    (time,), (problem,) = read("وصل الوفد في اليوم التالي")
    assert time.start is None
    assert problem.code == "HUD213"


def test_today_with_another_weekday_moves_the_text_back() -> None:
    """A page that holds an older text says so: what follows counts from the day that it names."""
    # al-yawm al-arbi'a' ... ams
    text = "أعلن المجلس اليوم الأربعاء وقف القتال، بعد لقاء جرى أمس"
    assert dates(text) == [("2017-06-21", "2017-06-21"), ("2017-06-20", "2017-06-20")]


def test_weekday_ahead_of_us_is_the_dated_one() -> None:
    """A weekday that the text gives with a coming date means that date elsewhere, too."""
    text = "يلقي الوزير خطابه الأحد. وتبدأ الجلسة الأحد 25 حزيران"
    assert dates(text) == [("2017-06-25", "2017-06-25")] * 2


def test_day_that_does_not_exist_is_a_problem() -> None:
    """31 February stays open, and says why."""
    # 31 shubat
    (time,), (problem,) = read("صدر القرار في 31 شباط 2016")
    assert time.start is None
    assert problem.reason == "the calendar has no such day"


@pytest.mark.parametrize(
    ("span", "text"),
    [
        # the conjunction and the preposition stay outside, the article inside
        ("الجمعة", "والجمعة وصل الوفد"),
        ("الشهر الماضي", "مقارنة بالشهر الماضي"),
        # part of the day, day word, weekday and date are one expression
        ("مساء أمس الخميس", "وصل الوفد مساء أمس الخميس"),
        ("يوم الاثنين، 19 حزيران الجاري", "وصل الوفد يوم الاثنين، 19 حزيران الجاري"),
        ("اليوم (الجمعة)", "وصل الوفد اليوم (الجمعة) إلى العاصمة"),
        ("السبت الماضي ليلا", "وصل الوفد السبت الماضي ليلا"),
    ],
)
def test_span_is_the_whole_expression(span: str, text: str) -> None:
    """The span takes in what belongs to the expression, and nothing written onto it."""
    assert words(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        # numbers that count
        "قتل 2000 مقاتل و1990 مدنيا",
        # numbers of resolutions
        "بموجب القرار 1973 وقرار مجلس الأمن الدولي 2042",
        # ranges of men
        "يضم الفصيل من 2000 إلى 2500 مقاتل",
        # words that are also months: father, practised, a man's name
        "قال أب سوري إن الضابط مارس الضغط على رجب طيب أردوغان",
        # one of the leaders
        "وصل أحد القادة",
        # a channel, a paper, a prayer
        'ذكرت قناة "حلب اليوم" وصحيفة اليوم السابع ذلك بعد صلاة الجمعة',
        # the first day, the general secretary
        "في اليوم الأول من المعارك قال الأمين العام",
        # durations and what is vague
        "يستمر الحصار منذ أربع سنوات",
        "اجتمع الوفدان مؤخرا لمدة ساعتين",
        # before something else
        "وصل الوفد قبل ثلاثة أيام من الانتخابات",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    """Counts, names, durations and words with another meaning are no times."""
    assert words(text) == []


_WORDS = """
يوم أمس الجمعة اليوم غدا و من إلى في قبل بعد منذ عام سنة الشهر
الماضي المقبل نفسه التالي نهاية منتصف النصف الأول تموز آب يوليو رمضان شوال كانون الثاني
ليل مساء ألف مليون ثلاثة أيام شهرين عيد الفطر الصيف هذا الأسبوع هـ م الـ
1 5 31 32 99 2015 1436 30.02.2016 1,400 100000000 / - ( ) . :
"""
PIECES = _WORDS.split()


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.sampled_from([None, FRIDAY, date.min, date.max, date(2016, 2, 29)]),
)
def test_any_words_in_any_order_are_read(pieces: list[str], published: date | None) -> None:
    """No sequence of words and no day of publication breaks the reader; spans follow on each other."""
    text = " ".join(pieces)
    times, problems = read(text, published)
    for before, after in pairwise(times):
        assert before.span.end <= after.span.start
    for time in times:
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start <= time.end
    assert [p.span for p in problems] == [t.span for t in times if t.start is None]


def test_each_time_tells_its_rule_and_rows() -> None:
    """A time cites the rule and the pack rows that made it."""
    (time,), _ = read("وصل الوفد أمس")
    rule, row = time.why["start"]
    assert rule == "rule:time-day"
    assert row.startswith("pack:lang/ar/timewords.csv#")


def test_year_beyond_both_calendars_gives_no_day() -> None:
    """A Hijri month with a year that neither calendar knows is no day, and is told at once."""
    found, _ = read("وقع ذلك في 10 شوال 2900")

    assert all(time.start is None or time.start.year != 2900 for time in found)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2017-06-26", "2017-06-26", "تصادم القاربان ثاني أيام عيد الفطر"),
        ("2017-06-27", "2017-06-27", "تصادم القاربان في اليوم الثالث من عيد الفطر"),
        ("2016-09-11", "2016-09-11", "تصادم القاربان في أول أيام عيد الأضحى"),
    ],
)
def test_day_of_a_feast_is_one_day(start: str, end: str, text: str) -> None:
    """The second of the days of a feast is no more than that day."""
    assert dates(text) == [(start, end)]


def test_months_joined_share_the_year() -> None:
    """`March and April 2014`: both are of that year, and March is a month though it may be another word."""
    found = dates("اجتمع المجلس في شهري مارس وأبريل 2014")

    assert found == [("2014-03-01", "2014-03-31"), ("2014-04-01", "2014-04-30")]


def test_days_joined_share_the_month() -> None:
    """`Tuesday 20 and Wednesday 21 June`: the first number is of that month too."""
    assert dates("تصادم القاربان يومي الثلاثاء 20 والأربعاء 21 حزيران") == [
        ("2017-06-20", "2017-06-20"),
        ("2017-06-21", "2017-06-21"),
    ]


def test_city_of_ibb_is_no_august() -> None:
    """Printed with the hamza below it is the city; with madda it is the month."""
    assert dates("تصادم القاربان في إب") == []
    assert dates("تصادم القاربان في آب") == [("2016-08-01", "2016-08-31")]


def test_december_before_january_is_of_the_year_before() -> None:
    """`Between December and January 2014`: December is 2013's."""
    assert dates("اجتمع المجلس بين ديسمبر ويناير 2014") == [
        ("2013-12-01", "2013-12-31"),
        ("2014-01-01", "2014-01-31"),
    ]
