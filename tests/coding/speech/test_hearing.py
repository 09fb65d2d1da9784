"""What a text's hearing knows of the reports that it has taken in."""

from __future__ import annotations

from hudna.coding.names.naming import describe
from hudna.coding.speech.hearing import Hearing, Report
from tests.coding.conftest import Read


def a_report(h: Hearing, first: int, stop: int) -> Report:
    """A report whose content is the tokens, told by the text's first two words."""
    source = describe(h.r, 0, 2)
    return Report(cue=None, content=(first, stop), source=source, default="assert", rule="colon", reasons=[])


def test_shortened_report_tells_less(read: Read) -> None:
    """What stands behind the cut is told no longer, and the content is known by its new end."""
    # salim al-haddad: ...
    h = Hearing(read("سالم الحداد: القرى هادئة والقوافل وصلت."))
    report = a_report(h, 3, 7)
    h.add(report)

    h.shorten(report, 5)

    assert report.content == (3, 5)
    assert [h.is_told(i) for i in range(3, 7)] == [True, True, False, False]
    assert h.has_content((3, 5))
    assert not h.has_content((3, 7))


def test_content_told_twice_stays_known(read: Read) -> None:
    """Where two tell the same words, cutting one's leaves those of the other."""
    # salim al-haddad: ...
    h = Hearing(read("سالم الحداد: القرى هادئة والقوافل وصلت."))
    one, other = a_report(h, 3, 7), a_report(h, 3, 7)
    h.add(one)
    h.add(other)

    h.shorten(one, 5)

    assert h.has_content((3, 7))
    assert h.is_told(6)


def test_source_is_known_by_part_of_its_name(read: Read) -> None:
    """A name is a source's where it is part of one, also of one that was heard later."""
    # salim al-haddad: ...
    h = Hearing(read("سالم الحداد: القرى هادئة والقوافل وصلت."))
    # haddad, salim, faris
    last, first, stranger = "حداد", "سالم", "فارس"
    assert not h.is_source(frozenset({last}))

    h.add(a_report(h, 3, 7))

    assert h.is_source(frozenset({last}))
    assert h.is_source(frozenset({first, last}))
    assert not h.is_source(frozenset({stranger, last}))
