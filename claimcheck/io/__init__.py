"""Files to tables and back: CSV, Excel, Parquet and JSON lines."""

from claimcheck.io.files import read_dossier, write_dossier

__all__ = ["read_dossier", "write_dossier"]
