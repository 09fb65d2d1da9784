"""Which actor of the theatre a statement's speaker is: by name, else by post and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hudna.model import Statement, Unresolved
from hudna.packs.theatre import Post, TheatrePack, bare_words, name_words
from hudna.text import letters as L

Words = tuple[str, ...]


def resolve_actor(statement: Statement, theatre: TheatrePack, on: date | None) -> str | Unresolved | None:
    """The actor that the statement's speaker is on the day `on`; `None`: nobody whom the theatre knows.

    A name goes before a post: an official is who he is called, even where our list of posts is behind.
    """
    if statement.kind == "unnamed":
        return None
    words = name_words(statement.speaker or "")
    if len(statement.sides) > 1 and words not in theatre.by_name:
        return _joint(words, theatre)
    named = _by_name(words, statement, theatre)
    if named:
        return _one(named, "several actors have this name")
    return _by_post(statement, theatre, on)


def actor_why(statement: Statement, actor: str, theatre: TheatrePack, on: date | None) -> tuple[str, ...]:
    """The rule and the rows of the theatre by which the statement's speaker is this actor on the day `on`."""
    row = theatre.by_id[actor].why
    if actor in _by_name(name_words(statement.speaker or ""), statement, theatre):
        return "rule:name-in-theatre", row
    words = bare_words(statement.post or statement.speaker or "")
    held = [post.why for post in _posts_worded(words, theatre) if post.actor == actor and post.may_hold_on(on)]
    return "rule:holder-of-post-on-the-day", row, *held


def _by_name(words: Words, statement: Statement, theatre: TheatrePack) -> tuple[str, ...]:
    """The actors of this name: the whole name, a person's name among titles, the end of a person's name."""
    whole = theatre.by_name.get(words, ())
    if whole:
        return _of_side(whole, statement.affiliation, theatre) or whole
    within = _person_within(words, theatre) if statement.kind == "person" else ()
    if within:
        return within
    # A bare family name is somebody only together with the side: there are many of one name.
    return _of_side(theatre.by_tail.get(words, ()), statement.affiliation, theatre)


def _person_within(words: Words, theatre: TheatrePack) -> tuple[str, ...]:
    """The person whose name stands in `words`, the last one: whose name it is comes behind his titles."""
    runs = ((i, j) for j in range(len(words), 1, -1) for i in range(j - 1))
    for i, j in runs:
        persons = tuple(id for id in theatre.by_name.get(words[i:j], ()) if theatre.by_id[id].kind == "person")
        if persons:
            return tuple(id for id in persons if not _is_superior(id, words[:i], theatre))
    return ()


def _is_superior(id: str, before: Words, theatre: TheatrePack) -> bool:
    """Whether the name belongs to the one served: "adviser of the president N" is not N."""
    bare = bare_words(" ".join(before))
    titles = tuple(word for word in bare if (word,) not in theatre.side_words)
    roles = (role for post in theatre.posts if post.actor == id for role in post.roles)
    return any(len(titles) > len(role) and titles[-len(role) :] == role for role in roles)


def _of_side(ids: Iterable[str], side: str | None, theatre: TheatrePack) -> tuple[str, ...]:
    return tuple(id for id in ids if theatre.by_id[id].side == side)


def _by_post(statement: Statement, theatre: TheatrePack, on: date | None) -> str | Unresolved | None:
    """The holder of the post on that day, where no name is given."""
    if statement.post is not None and _is_other_name(statement, theatre):
        return None
    words = bare_words(statement.post or statement.speaker or "")
    posts = [post for post in _posts_worded(words, theatre) if _agrees(post, words, statement, theatre)]
    if not posts:
        return None
    holders = tuple(dict.fromkeys(post.actor for post in posts if post.may_hold_on(on)))
    if holders:
        return _one(holders, "several actors may hold this post")
    former = tuple(dict.fromkeys(post.actor for post in posts))
    return Unresolved(reason="we know no holder of this post for that day", candidates=former)


def _is_other_name(statement: Statement, theatre: TheatrePack) -> bool:
    """Whether the speaker has a name of his own beside the post, one that the theatre doesn't know."""
    speaker = bare_words(statement.speaker or "")
    post = bare_words(statement.post or "")
    return bool(speaker) and speaker != post and not _posts_worded(speaker, theatre)


def _posts_worded(words: Words, theatre: TheatrePack) -> list[Post]:
    """The posts whose wording is `words` apart from words that tell a country."""
    first = theatre.by_role.get(words[0], ()) if words else ()
    return [post for post in first if any(_rest(words, role, theatre) is not None for role in post.roles)]


def _agrees(post: Post, words: Words, statement: Statement, theatre: TheatrePack) -> bool:
    """Whether the post is of the side that its country word tells, else of the statement's affiliation."""
    rests = [rest for role in post.roles if (rest := _rest(words, role, theatre)) is not None]
    told = {theatre.side_words[part] for rest in rests for part in rest}
    if told:
        return post.side in told
    return statement.affiliation in (None, post.side)


def _rest(words: Words, role: Words, theatre: TheatrePack) -> tuple[Words, ...] | None:
    """What `words` hold beyond `role`, as country words; `None` where the role is cut or more is said."""
    beyond: list[str] = []
    at = 0
    for word in words:
        if at < len(role) and word == role[at]:
            at += 1
        else:
            beyond.append(word)
    return _country_words(tuple(beyond), theatre) if at == len(role) else None


def _country_words(words: Words, theatre: TheatrePack) -> tuple[Words, ...] | None:
    found: list[Words] = []
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if words[at : at + n] in theatre.side_words), None)
        if size is None:
            return None
        found.append(words[at : at + size])
        at += size
    return tuple(found)


def _joint(words: Words, theatre: TheatrePack) -> Unresolved:
    """Several who speak with one voice are no single actor: who they are, as far as the names tell."""
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(len(words) - at, 0, -1) if _plain(words[at : at + n], theatre)), 1)
        found.extend(_plain(words[at : at + size], theatre))
        at += size
    return Unresolved(reason="several speak together", candidates=tuple(dict.fromkeys(found)))


def _plain(words: Words, theatre: TheatrePack) -> tuple[str, ...]:
    """The actors of this name, with or without the conjunction written onto it."""
    without = (words[0].removeprefix(L.WAW), *words[1:])
    return theatre.by_name.get(words, ()) or theatre.by_name.get(without, ())


def _one(ids: tuple[str, ...], reason: str) -> str | Unresolved:
    return ids[0] if len(ids) == 1 else Unresolved(reason=reason, candidates=ids)
