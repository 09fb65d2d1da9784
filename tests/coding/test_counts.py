from __future__ import annotations

from datetime import date

from hudna.coding.counts import find_counts
from hudna.coding.times.times import find_times
from hudna.coding.words.reading import Reading
from hudna.model import Count, Span, Statement
from tests.words import lexicon


def counts(text: str, statements: tuple[Statement, ...] = ()) -> tuple[Count, ...]:
    reading = Reading(text, lexicon(), date(2017, 6, 23))
    times, _ = find_times(reading)
    return find_counts(reading, times=times, statements=statements)


# sajjala al-janib ar-rusi ams 11 kharqan: sitta fi dimashq, wa-thalatha fi halab, wa-ithnan fi hama
BULLETIN = "سجّل الجانب الروسي أمس 11 خرقا للهدنة: ستة في دمشق، وثلاثة في حلب، واثنان في حماة."


def test_bulletin_gives_side_total_parts_and_day() -> None:
    """A daily bulletin is one count: who counted what, in all and by province, of which day."""
    (count,) = counts(BULLETIN)
    # al-janib ar-rusi
    assert count.by == "الجانب الروسي"
    assert (count.what, count.total) == ("violation", 11)
    assert count.parts == (("Damascus", 6), ("Aleppo", 3), ("Hama", 2))
    assert count.of == (date(2017, 6, 22), date(2017, 6, 22))
    assert count.adds_up is True


def test_parts_that_do_not_add_up_are_kept_and_told() -> None:
    """A sum that is wrong in the source stays as printed."""
    (count,) = counts("رصدت المجموعة التركية 15 انتهاكا في محافظات دمشق (7)، وحلب (4)، وإدلب (3).")
    assert count.parts == (("Damascus", 7), ("Aleppo", 4), ("Idlib", 3))
    assert count.adds_up is False


def test_two_sides_in_one_sentence_are_two_counts() -> None:
    """Each recording verb opens a count of its own, and keeps its own parts."""
    text = "سجل الجانب الروسي 9 خروقات، منها 4 في دمشق و5 في حلب، فيما أحصى الجانب التركي 12 خرقا في إدلب."
    first, second = counts(text)
    assert (first.total, first.parts) == (9, (("Damascus", 4), ("Aleppo", 5)))
    assert (second.total, second.parts) == (12, (("Idlib", 12),))


def test_no_violation_at_all_counts_none() -> None:
    """ "Recorded no violation" is a count of zero."""
    (count,) = counts("ولم يسجل الجانب التركي أي خرق يوم الثلاثاء.")
    assert (count.total, count.of) == (0, (date(2017, 6, 20), date(2017, 6, 20)))


def test_last_day_and_night_is_the_period() -> None:
    """ "The last 24 hours" run from the day before publication."""
    (count,) = counts("رصد المركز خلال الساعات الأربع والعشرين الماضية ثلاثة خروقات.")
    assert count.of == (date(2017, 6, 22), date(2017, 6, 23))


def test_period_that_is_not_told_is_none() -> None:
    """Without a time in the sentence nothing is made up."""
    (count,) = counts("سجلت اللجنة خرقين في إدلب.")
    assert (count.total, count.of) == (2, None)


def test_next_sentence_may_hold_the_parts() -> None:
    """Parts that follow in a sentence of their own are taken where they sum to the total, and only there."""
    head = "سجل الجانب الروسي 11 خرقا. "
    (fits,) = counts(head + "وتوزعت على محافظات دمشق (6) وحلب (5).")
    (differs,) = counts(head + "وقتل في دمشق (6) وفي حلب (7).")
    assert fits.parts == (("Damascus", 6), ("Aleppo", 5))
    assert (differs.parts, differs.adds_up) == ((), None)


def test_speaker_counts_where_the_verb_has_no_subject() -> None:
    """A count in someone's words is theirs."""
    # sujjila 11 kharqan
    text = "سُجّل 11 خرقا في إدلب"
    said = Statement(
        content=(Span(0, len(text)),), form="indirect", act="assert", speaker="المركز", kind="organisation"
    )
    (count,) = counts(text, (said,))
    assert count.by == said.speaker


def test_other_numbers_are_no_counts() -> None:
    """Victims, goals and a breach without a monitor's verb are not counted."""
    assert counts("انتهك الجيش الهدنة وقتل 11 شخصا في دمشق. سجل المنتخب ثلاثة أهداف.") == ()


def test_number_of_provinces_is_no_part() -> None:
    """`In four Syrian provinces` tells how many provinces, not how many violations in Syria."""
    (count,) = counts("الجانب الروسي يسجل 15 خرقا للهدنة في أربع محافظات سورية")
    assert (count.total, count.parts) == (15, ())


def test_provinces_that_are_counted_are_no_part() -> None:
    """ "In four provinces of Syria" gives Syria neither four nor fifteen."""
    (count,) = counts("سجلت اللجنة 15 خرقا في أربع محافظات سورية.")
    assert (count.total, count.parts, count.adds_up) == (15, (), None)


def test_centre_that_announced_the_count_is_its_side() -> None:
    """`The centre in X announced the recording of ...`: the centre counted, not the place where it sits."""
    text = "أعلن مركز الرصد في حميميم تسجيل 9 خروقات في محافظات دمشق 5، حلب 4."
    said = Statement(
        content=(Span(text.index("تسجيل"), len(text) - 1),),
        form="indirect",
        act="assert",
        speaker="مركز الرصد",
        kind="state",
    )
    (count,) = counts(text, (said,))
    assert count.by == "مركز الرصد"
    assert count.parts == (("Damascus", 5), ("Aleppo", 4))


def test_total_of_several_places_is_not_the_first_one_s() -> None:
    """A total told of two places at once is nobody's part."""
    (count,) = counts("رصدت اللجنة 31 خرقا في جبهات تعز ومأرب.")
    assert count.total == 31
    assert count.parts == ()
