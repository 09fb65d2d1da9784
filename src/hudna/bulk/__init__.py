"""The same coding over archives of any size: parts in, Parquet tables out, one thin file an engine."""

from hudna.bulk.engines import NAMES, Engine, choose
from hudna.bulk.job import PART_BYTES, Job, Progress, forget, run
from hudna.bulk.tables import SCHEMA, TABLES

__all__ = ["NAMES", "PART_BYTES", "SCHEMA", "TABLES", "Engine", "Job", "Progress", "choose", "forget", "run"]
