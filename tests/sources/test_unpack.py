"""Packed files are read as what they hold."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from hudna.errors import DamagedInput
from hudna.sources.unpack import unpacked, whole

zstandard = pytest.importorskip("zstandard", reason="needs the extra `bulk`: pip install 'hudna[bulk]'")

PLAIN = bytes(random.Random(1).choices(range(256), k=400_000))


def read(path: Path) -> bytes:
    """All that the file holds."""
    with unpacked(path) as source, whole():
        return source.stream.read()


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN,
        gzip.compress(PLAIN, 1),
        gzip.compress(PLAIN[:1000]) + gzip.compress(PLAIN[1000:]),
        zstandard.compress(PLAIN),
        zstandard.compress(PLAIN[:1000]) + zstandard.compress(b"") + zstandard.compress(PLAIN[1000:]),
    ],
    ids=["plain", "gzip", "gzip in members", "zstd", "zstd in frames"],
)
def test_packed_file_is_read_as_it_was(tmp_path: Path, raw: bytes) -> None:
    """One packing or several in a row."""
    (tmp_path / "a").write_bytes(raw)

    assert read(tmp_path / "a") == PLAIN


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress], ids=["gzip", "zstd"])
@pytest.mark.parametrize("cut", [3, 1000, 200_000])
def test_file_that_ends_too_early_is_damaged(tmp_path: Path, pack: object, cut: int) -> None:
    """Nobody takes half of an archive for the whole."""
    assert callable(pack)
    (tmp_path / "a").write_bytes(pack(PLAIN)[:-cut])

    with pytest.raises(DamagedInput):
        read(tmp_path / "a")


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress], ids=["gzip", "zstd"])
def test_broken_file_is_damaged(tmp_path: Path, pack: object) -> None:
    """Bytes that no packer wrote are told."""
    assert callable(pack)
    raw = bytearray(pack(PLAIN))
    raw[200_000:200_400] = b"\xff" * 400
    (tmp_path / "a").write_bytes(raw + b"trailing")

    with pytest.raises(DamagedInput):
        read(tmp_path / "a")


def test_progress_is_of_the_file_itself(tmp_path: Path) -> None:
    """How far one is counts packed bytes, so that it ends at the file's size."""
    (tmp_path / "a").write_bytes(zstandard.compress(b"\n" * 5_000_000))
    with unpacked(tmp_path / "a") as source:
        source.stream.read()
        assert source.read == (tmp_path / "a").stat().st_size
