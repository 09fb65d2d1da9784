"""Which place a mention means, and where an event is."""

from __future__ import annotations

from hudna.coding.places import find_places
from hudna.coding.words.reading import Reading
from hudna.model import Article, Event, Place, Span, Unresolved, Where
from hudna.resolving.places import place_events, resolve_places
from tests.words import gazetteer, lexicon


def places(text: str) -> tuple[Place, ...]:
    mentions = find_places(Reading(text, lexicon()))
    return resolve_places(mentions, gazetteer(), Article(text=text, lang="ar"))


def test_place_word_tells_governorate_from_town() -> None:
    """The word before the name decides between a governorate and its seat."""
    # muhafazat Halab, madinat Halab
    (governorate,) = places("عادت الكهرباء إلى محافظة حلب")
    (town,) = places("عادت الكهرباء إلى مدينة حلب")

    assert (governorate.kind, town.kind) == ("governorate", "city")
    assert governorate.id != town.id


def test_document_speaks_of_one_country() -> None:
    """A name of two countries is in the one that the document speaks of."""
    # Tarabulus, beside Bairout and Lubnan, and beside Binghazi and Libya
    lebanon = places("زار وزير من لبنان بيروت ثم صيدا وطرابلس")
    libya = places("سافر الوفد من بنغازي في ليبيا إلى طرابلس")

    assert lebanon[-1].country == "LBN"
    assert libya[-1].country == "LBY"


def test_capital_stays_ahead_of_a_village_of_its_name() -> None:
    """A document about one country does not turn a foreign capital into a hamlet of that country."""
    # ad-Doha, in a text about Palestine
    found = places("قال مسؤول في غزة إن وفدا من رفح وخان يونس وجنين سافر إلى الدوحة")

    assert found[-1].country == "QAT"


def test_countryside_lies_at_the_seat_of_its_governorate() -> None:
    """`rif` with a direction is told as a governorate, at its seat."""
    (rif,) = places("هدأ القصف في ريف حلب الغربي")

    assert (rif.kind, rif.country) == ("governorate", "SYR")
    assert (rif.lat, rif.lon) == (gazetteer().places["aleppo"].lat, gazetteer().places["aleppo"].lon)


def test_unlisted_place_keeps_its_name_and_is_told_nowhere() -> None:
    """What the gazetteer doesn't know has no coordinates and no country: nothing is guessed."""
    # qaryat Zarnouqin (invented)
    (place,) = places("جرح طفل في قرية زرنوقين أمس")

    assert (place.name, place.kind) == ("زرنوقين", "village")
    assert (place.id, place.country, place.lat, place.lon) == ("", None, None, None)


def an_event(text: str, words: str | None) -> Event:
    start = text.index(words) if words else 0
    return Event(type="shelling", trigger=Span(0, 1), place=Span(start, start + len(words)) if words else None)


def where(text: str, words: str | None) -> Where | Unresolved | None:
    (found,) = place_events((an_event(text, words),), places(text), gazetteer())
    return found


def test_event_is_at_the_most_exact_place_of_its_words() -> None:
    """A town in a countryside is the town."""
    # baldat Saraqib bi-rif Idlib
    found = where("قصفت المدفعية بلدة سراقب بريف إدلب", "بلدة سراقب بريف إدلب")

    assert isinstance(found, Where)
    assert (found.place, found.precision) == ("saraqib", "town")


def test_event_in_a_country_is_no_more_exact_than_that() -> None:
    """A country's centre is given with the precision that says so."""
    found = where("تصاعد القتال في السودان", "السودان")

    assert isinstance(found, Where)
    assert (found.place, found.precision) == ("sudan", "country")


def test_events_are_each_placed_by_their_own_words() -> None:
    """Of many places in a text, an event takes those that its words touch, also where one lies within another."""
    text = "قصف في سراقب ثم في ريف إدلب الجنوبي ثم في حلب ثم في سراقب"
    named = places(text)
    wholes = [place.span for place in named]
    wide = Span(wholes[1].start, wholes[2].end)
    inner = Span(wholes[1].end - 2, wholes[1].end - 1)
    spans = (*wholes, wide, inner, Span(0, 3))
    events = tuple(Event(type="shelling", trigger=Span(0, 3), place=span) for span in spans)

    found = place_events(events, named, gazetteer())

    ids = [where.place if isinstance(where, Where) else None for where in found]
    assert ids == [*(place.id for place in named), "aleppo", named[1].id, None]


def test_event_without_a_place_stays_without() -> None:
    """Nothing falls back to the document's country."""
    assert where("تصاعد القتال في السودان", None) is None


def test_event_at_an_unlisted_place_is_unresolved_with_its_reason() -> None:
    """The reviewer is told that the gazetteer lacks the place."""
    found = where("جرح طفل في قرية زرنوقين أمس", "زرنوقين")

    assert isinstance(found, Unresolved)
    assert "gazetteer" in found.reason
