"""Which statement answers which, where the text says so."""

from __future__ import annotations

from hudna.model import Span
from tests.coding.conftest import Hear

# qala al-mutahaddith inna ... ; nafa al-wazir ...
CLAIM = "قال المتحدث باسم مجلس الشمال كريم البحري إن القرية قصفت ليلا."
DENIAL = "ونفى وزير الدفاع سالم الحداد وقوع أي قصف."
OTHER = "ونفى العقيد فارس النجار نقل أي مدافع."


def test_denial_answers_the_statement_named_behind_after(hear: Hear) -> None:
    """`The denial comes after statements by X` points to the last statement of X."""
    # wa-ya'ti n-nafyu ba'da tasrihat al-bahri
    claim, denial = hear(f"{CLAIM} {DENIAL} ويأتي النفي بعد تصريحات البحري.")
    assert denial.in_reply_to == 0
    assert claim.in_reply_to is None
    assert denial.why["in_reply_to"] == ("rule:comes-after-statement",)


def test_statement_told_behind_the_denial_is_answered(hear: Hear) -> None:
    """What is answered may be told only where the text says that it is."""
    # wa-ja'a hadha n-nafyu ba'da bayan li-majlis ash-shamal bi-anna
    denial, claim = hear(f"{DENIAL} وجاء هذا النفي بعد بيان لمجلس الشمال بأن القرية قصفت.")
    assert (denial.in_reply_to, claim.in_reply_to) == (1, None)


def test_statement_that_the_text_does_not_tell_is_a_span(hear: Hear) -> None:
    """Where the answered statement is only named, its span stands for it."""
    # wa-ya'ti t-tawdihu raddan 'ala tasrihat al-mutahaddith
    text = f"{DENIAL} ويأتي التوضيح ردا على تصريحات المتحدث باسم مجلس الشمال كريم البحري."
    (denial,) = hear(text)
    assert isinstance(denial.in_reply_to, Span)
    # tasrihat al-mutahaddith bi-ism majlis ash-shamal karim al-bahri
    assert denial.in_reply_to.of(text) == "تصريحات المتحدث باسم مجلس الشمال كريم البحري"


def test_only_the_last_denier_answers(hear: Hear) -> None:
    """A denial by somebody else, told before, is not the one that came after the statement."""
    # wa-ya'ti n-nafyu ba'da tasrihat al-bahri
    _, other, denial = hear(f"{CLAIM} {OTHER} {DENIAL} ويأتي النفي بعد تصريحات البحري.")
    assert (other.in_reply_to, denial.in_reply_to) == (None, 0)


def test_both_sides_answer_where_the_text_says_so(hear: Hear) -> None:
    """`The clarification from both sides` takes in the last two that denied."""
    # wa-ya'ti t-tawdihu mina t-tarafayn
    _, other, denial = hear(f"{CLAIM} {OTHER} {DENIAL} ويأتي التوضيح من الطرفين بعد تصريحات البحري.")
    assert (other.in_reply_to, denial.in_reply_to) == (0, 0)


def test_speaker_does_not_answer_himself(hear: Hear) -> None:
    """A denial by the one whose statement is named is no answer to it."""
    # nafa al-mutahaddith ... ; wa-ja'a n-nafyu ba'da tasrihat al-bahri
    text = "نفى المتحدث باسم مجلس الشمال كريم البحري وقوع أي قصف. وجاء النفي بعد تصريحات البحري."
    (denial,) = hear(text)
    assert denial.in_reply_to is None


def test_denial_without_the_words_answers_nothing(hear: Hear) -> None:
    """That one statement stands behind another does not make it an answer."""
    assert [statement.in_reply_to for statement in hear(f"{CLAIM} {DENIAL}")] == [None, None]


def test_reply_named_at_the_start_answers_who_spoke_before(hear: Hear) -> None:
    """`In reply to that, X said ...` answers the last statement of somebody else; a reply to a question does not."""
    reply = "قال وزير الدفاع سالم الحداد إن الطريق آمن."
    # wa-raddan 'ala dhalika
    claim, answer = hear(f"{CLAIM} وردا على ذلك، {reply}")
    assert (claim.in_reply_to, answer.in_reply_to) == (None, 0)
    # wa-raddan 'ala su'al
    _, other = hear(f"{CLAIM} وردا على سؤال، {reply}")
    assert other.in_reply_to is None
    # wa-raddan 'ala al-qasf, wa-ta'liqan 'ala irtifa' al-as'ar
    for matter in ("وردا على القصف", "وتعليقا على ارتفاع الأسعار"):
        _, other = hear(f"{CLAIM} {matter}، {reply}")
        assert other.in_reply_to is None


def test_who_replies_answers_who_spoke_before(hear: Hear) -> None:
    """`And X replied by saying that ...` answers the statement before."""
    # wa-radda wazir ad-difa' ... bil-qawl inna
    claim, answer = hear(f"{CLAIM} ورد وزير الدفاع سالم الحداد بالقول إن الطريق آمن.")
    assert (claim.in_reply_to, answer.in_reply_to) == (None, 0)


def test_denial_of_this_answers_who_spoke_before(hear: Hear) -> None:
    """Who denies `these charges` answers what was told before; who denies a matter of his own does not."""
    # wa-nafa ... hadhihi l-ittihamat
    claim, denial = hear(f"{CLAIM} ونفى العقيد فارس النجار هذه الاتهامات.")
    assert (claim.in_reply_to, denial.in_reply_to) == (None, 0)
    _, other = hear(f"{CLAIM} {OTHER}")
    assert other.in_reply_to is None
