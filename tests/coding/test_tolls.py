from __future__ import annotations

from tests.coding.event_texts import events_of


def test_numbers_told_beside_an_attack_are_its_toll() -> None:
    """Deaths and injuries of the sentence belong to the attack, and are no killing of their own."""
    (event,) = events_of("أسفرت غارة على مدينة سراقب عن مقتل خمسة مدنيين وإصابة 12 آخرين")

    assert (event.type, event.killed, event.injured) == ("air_strike", 5, 12)


def test_vague_number_is_a_range() -> None:
    """Dozens are no number: the toll holds both ends."""
    (event,) = events_of("أدى انفجار سيارة مفخخة في مدينة الباب إلى مقتل العشرات")

    assert event.killed is None
    assert event.toll is not None
    assert event.toll.killed is not None
    low, high = event.toll.killed
    assert low is not None
    assert high is not None
    assert low < high


def test_deaths_without_a_means_are_a_killing() -> None:
    """Where no attack is told, the deaths are the event."""
    (event,) = events_of("قتل أربعة جنود في مدينة البيضاء أمس")

    assert (event.type, event.killed) == ("killing", 4)


def test_named_victim_counts_as_one() -> None:
    """The assassination of one person has one dead."""
    (event,) = events_of("اغتيل القاضي سامر الحسن في مدينة عدن")

    assert event.killed == 1
