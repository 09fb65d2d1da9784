"""The measuring programs under `eval/`."""
