"""From an article to a dossier: the composition without effects."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import Final

from hudna import __version__
from hudna.coding.code import code
from hudna.model import Article, Dossier, Findings, Problem, Resolved
from hudna.model.findings import NO_LANGUAGE
from hudna.packs.gazetteer import Gazetteer, load_gazetteer
from hudna.packs.language import LanguagePack, languages, load_language
from hudna.packs.theatre import TheatrePack, load_theatre
from hudna.resolving import resolve

_YOUNG: Final = 100_000
"""Objects made since the last search for cycles of references, before there is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What coding needs: language packs, gazetteer, and a theatre where one is chosen."""

    languages: dict[str, LanguagePack]
    gazetteer: Gazetteer
    theatre: TheatrePack | None

    def packs(self, lang: str) -> tuple[tuple[str, str], ...]:
        """Name and version of the packs that code a document in `lang`, sorted by name."""
        used = [self.gazetteer.info]
        if lang in self.languages:
            used.append(self.languages[lang].info)
        found = [(info.manifest.name, info.version) for info in used]
        if self.theatre is not None:
            found.append((f"theatre/{self.theatre.name}", self.theatre.version))
        return tuple(sorted(found))


def load_kit(theatre: str | None = None) -> Kit:
    """The packs shipped with Hudna, loaded and joined."""
    gazetteer = load_gazetteer()
    packs = {lang: load_language(lang) for lang in languages()}
    for pack in packs.values():
        gazetteer.add_to(pack.lexicon)
    return Kit(languages=packs, gazetteer=gazetteer, theatre=None if theatre is None else load_theatre(theatre))


def settle() -> None:
    """Searches for cycles of references are rare from now on, and pass over what is loaded.

    For a process that codes many documents, once its kit is loaded. A kit is some ninety thousand objects that live as
    long as the process, and a document leaves next to no cycles behind: the searches cost a twentieth of the time.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG)


def code_article(article: Article, kit: Kit) -> Dossier:
    """Code one article. Same article and same kit give the same dossier."""
    pack = kit.languages.get(article.lang)
    if pack is None:
        reason = f"no language pack for {article.lang!r}: recorded, not coded"
        findings = Findings(problems=(Problem(code=NO_LANGUAGE, reason=reason),))
        resolved = Resolved()
    else:
        findings = code(article, pack.lexicon)
        resolved = resolve(findings, kit.gazetteer, kit.theatre, article)
    return Dossier(
        article=article,
        findings=findings,
        resolved=resolved,
        coder=__version__,
        packs=kit.packs(article.lang),
    )
