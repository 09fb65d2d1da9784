"""Letters, not words: folding and tokens."""

from hudna.text.fold import Folded, fold, fold_word
from hudna.text.tokens import Tokens

__all__ = ["Folded", "Tokens", "fold", "fold_word"]
