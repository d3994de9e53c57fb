"""Shared by all tests; the helpers stand in ``drawing.py``, which this file makes importable."""
