"""`python -m hudna.cli` is `hudna`."""

from hudna.cli import main

main()
