"""A pytest plugin that gives hypothesis many examples and no deadline; only `soak.py` loads it."""

from hypothesis import HealthCheck, settings

settings.register_profile("soak", max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
