"""Optional packages."""

from __future__ import annotations

import tomllib

import pytest

from hudna.errors import MissingExtra
from hudna.sources.extras import needed
from tests.tools import ROOT

EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]


def test_missing_package_is_told_with_its_extra() -> None:
    """One learns what needs it, and the command that installs it."""
    with pytest.raises(MissingExtra, match="flying needs the package broomstick") as told:
        needed("broomstick.twigs", extra="witch", what="flying")

    assert told.value.hint == "install the extra `witch`: pip install 'hudna[witch]'"


def test_package_that_is_there_is_given() -> None:
    """As an import would."""
    assert needed("json", extra="none", what="this").loads("1") == 1


def test_each_package_of_an_extra_has_a_pin() -> None:
    """CI installs them all, in the releases that were tested."""
    wanted = {row.split(">")[0].split("[")[0].lower() for rows in EXTRAS.values() for row in rows}
    pins = {
        row.split("==")[0].lower().replace("_", "-")
        for row in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }

    assert {"pyarrow", "pyspark", "distributed"} <= wanted
    assert wanted - pins - {"hudna"} == set()
