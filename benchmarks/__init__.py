"""Benchmarks, one command: ``python -m benchmarks NAME``. Ratios against a peer or a floor measured in the same run."""
