"""Letters, not words: folding and tokens."""

from hudna.text.fold import Folded, fold, fold_word
from hudna.text.tokens import Tokens, chunks, pieces, tokenise

__all__ = ["Folded", "Tokens", "chunks", "fold", "fold_word", "pieces", "tokenise"]
