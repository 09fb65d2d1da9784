"""A job that is killed when some of its parts are done: `python -m tests.bulk.killed SOURCE OUT PARTS`.

The next part's files are half there then: the process is killed in the middle of writing them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hudna.bulk import work
from hudna.bulk.layout import write_whole
from tests.bulk.jobs import Inline, a_job, finish, kill


def main(source: str, out: str, parts: str) -> None:
    """Run the job to its death."""
    fatal = f"part-{int(parts):06}.parquet"

    def deadly(path: Path, raw: bytes) -> None:
        if path.name == fatal and path.parent.name == "places":
            path.with_name(f".{path.name}.1.tmp").write_bytes(raw[:100])
            kill()
        write_whole(path, raw)

    vars(work)["write_whole"] = deadly
    finish(a_job(Path(source), Path(out)), Inline())


if __name__ == "__main__":
    main(*sys.argv[1:])
