import io
import sys

import pytest

from reconcile.cli.terminal import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "many", "quiet", "drawn"),
    [
        (Terminal, 50, False, True),
        (Terminal, 20, False, True),
        (Terminal, 19, False, False),
        (Terminal, 50, True, False),
        (io.StringIO, 50, False, False),
    ],
)
def test_a_bar_only_on_a_terminal_for_long_work_that_is_not_quiet(monkeypatch, stream, many, quiet, drawn):
    monkeypatch.setattr(sys, "stderr", stream())
    assert list(progress(range(many), quiet=quiet)) == list(range(many))
    assert bool(sys.stderr.getvalue()) is drawn


def test_no_stream_is_no_trouble(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert list(progress(range(50))) == list(range(50))
