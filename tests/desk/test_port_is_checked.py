"""A port that does not exist is refused before anything is served."""

from __future__ import annotations

import pytest

from claimcheck.cli import run


@pytest.mark.parametrize("port", ["0", "99999", "http", "-1"])
def test_a_port_beyond_the_last_is_bad_input(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One message and exit status 2, never a traceback."""
    with pytest.raises(SystemExit) as stopped:
        run(["serve", "claims.db", f"--port={port}"])

    assert stopped.value.code == 2
    assert "1 to 65535" in capsys.readouterr().err
