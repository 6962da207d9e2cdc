"""The page of a small run, served."""

from threading import Thread

import pytest
from review_builder import COURIER, HERALD, sit

from reconcile.review.server import PageServer
from reconcile.review.site import Site


@pytest.fixture
def server(stages, tmp_path):
    session = sit(stages, tmp_path / "decisions", herald=HERALD, courier=COURIER)
    server = PageServer(Site(session, tmp_path / "rules"), 0)
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
