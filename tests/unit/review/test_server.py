"""The page answers itself and nobody else."""

import http.client
import json

import pytest
from server_builder import decision, good, own, written

from reconcile.errors import UsageError
from reconcile.review.server import PageServer
from reconcile.review.site import LONGEST_BODY_BYTES


def ask(server, method, path, headers=None, body=None):
    """A raw request: exactly these headers and no others."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=120)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer, text


def test_a_write_of_the_page_itself_is_done(server):
    body = decision(server)
    answer, text = ask(server, "POST", "/decide", good(server, body), body)
    assert answer.status == 200
    assert json.loads(text) == {"words": json.loads(text)["words"], "total": 1, "done": 1}
    assert len(written(server)) == 1
    body = b"{}"
    answer, text = ask(server, "POST", "/undo", good(server, body), body)
    assert (answer.status, written(server)) == (200, [])


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Host": None}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": None}, 403),
        ({"X-Token": "guess"}, 403),
        ({"X-Token": ""}, 403),
        ({"X-Token": None}, 403),
        ({"X-Token": "\u00e9"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Length": None}, 411),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": str(LONGEST_BODY_BYTES + 1)}, 413),
    ],
    ids=str,
)
def test_a_write_that_lacks_anything_is_refused_and_writes_nothing(server, change, status):
    body = decision(server)
    headers = {name: value for name, value in {**good(server, body), **change}.items() if value is not None}
    answer, text = ask(server, "POST", "/decide", headers, body)
    assert answer.status == status
    assert "error" in json.loads(text)
    assert written(server) == []


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"finding": 1}', b"null", b'{"finding": "x", "option": "keep-a"}', b"[" * 5000, b"{}"]
)
def test_a_body_that_is_no_decision_is_refused(server, body):
    answer, text = ask(server, "POST", "/decide", good(server, body), body)
    assert answer.status == 400
    assert json.loads(text)["error"]
    assert written(server) == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT"])
def test_no_other_method(server, method):
    answer, _ = ask(server, method, "/", {"Host": own(server)})
    assert answer.status == 405


@pytest.mark.parametrize("path", ["/nothing", "/../pyproject.toml", "/page.html", "//evil", "/decide"])
def test_no_other_page(server, path):
    answer, _ = ask(server, "GET", path, {"Host": own(server)})
    assert answer.status == 404


def test_the_page_opens_with_its_token_only_and_on_its_host_only(server):
    path = f"/?token={server.site.token}"
    answer, text = ask(server, "GET", path, {"Host": own(server)})
    assert answer.status == 200
    assert "herald.txt" in text
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Access-Control-Allow-Origin"] is None
    for other in ("/", "/?token=guess"):
        answer, text = ask(server, "GET", other, {"Host": own(server)})
        assert answer.status == 403
        assert "herald.txt" not in text
    answer, text = ask(server, "GET", path, {"Host": "rebound.example"})
    assert answer.status == 403
    answer, text = ask(server, "GET", path, {"Host": own(server), "Origin": "http://evil.example"})
    assert answer.status == 403


def test_two_hosts_in_one_request_are_refused(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=120)
    connection.putrequest("GET", f"/?token={server.site.token}", skip_host=True)
    connection.putheader("Host", own(server))
    connection.putheader("Host", "evil.example")
    connection.endheaders()
    assert connection.getresponse().status == 403
    connection.close()


def test_what_is_wrong_with_an_answer_is_stated(server):
    for asked, words in (({"option": "keep-z"}, "no option"), ({"recheck": "soon"}, "not a date")):
        body = json.dumps({**json.loads(decision(server)), **asked}).encode()
        answer, text = ask(server, "POST", "/decide", good(server, body), body)
        assert answer.status == 400
        assert words in json.loads(text)["error"]


def test_a_port_that_is_taken_is_stated(server):
    with pytest.raises(UsageError, match="cannot listen"):
        PageServer(server.site, server.server_address[1])
