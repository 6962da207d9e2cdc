"""Whatever is sent to the page, it answers in words, prints nothing and lives on."""

import json
import socket
import struct
from concurrent.futures import ThreadPoolExecutor

import pytest
from server_builder import decision, good, own, written

from reconcile.errors import UsageError
from reconcile.review.server import PageServer
from reconcile.review.site import ACTIONS


def exchange(server, *pieces, end=False, timeout=20):
    """All that is answered to bytes sent piece by piece, up to the end of the connection; `end` stops writing first."""
    with socket.create_connection(server.server_address, timeout=timeout) as connection:
        for piece in pieces:
            connection.sendall(piece)
        if end:
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return answer


def request(server, body, path="/decide", method="POST", **changes):
    """The bytes of a request of the page itself, with headers changed; None leaves one out, a list repeats it."""
    headers = {**good(server, body), **{name.replace("_", "-"): value for name, value in changes.items()}}
    lines = [f"{method} {path} HTTP/1.1"]
    for name, value in headers.items():
        values = [value] if isinstance(value, str) else value or []
        lines.extend(f"{name}: {each}" for each in values)
    return "\r\n".join((*lines, "", "")).encode("latin-1") + body


def status_and_words(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), json.loads(body)["error"]


def lives(server):
    """Whether the page still takes a decision."""
    body = decision(server)
    answer = exchange(server, request(server, body, Connection="close"))
    return answer.startswith(b"HTTP/1.1 200 ")


@pytest.fixture(autouse=True)
def quiet_and_alive(server, capfd):
    yield
    assert lives(server)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("lengths", "status", "words"),
    [
        ("9" * 5000, 413, "longer than"),
        ("9" * 19, 413, "longer than"),
        ("-7", 411, "how long"),
        ("+7", 411, "how long"),
        ("7.0", 411, "how long"),
        ("\u00b2", 411, "how long"),
        ("", 411, "how long"),
        (None, 411, "how long"),
        (["2", "2"], 400, "two lengths"),
        (["2", "7"], 400, "two lengths"),
        ("2, 2", 411, "how long"),
    ],
    ids=str,
)
def test_a_length_that_is_none_is_refused(server, lengths, status, words):
    answer = exchange(server, request(server, b"{}", Content_Length=lengths))
    assert status_and_words(answer)[0] == status
    assert words in status_and_words(answer)[1]
    assert written(server) == []


def test_a_length_may_have_as_many_leading_zeros_as_a_header_holds(server):
    body = decision(server)
    answer = exchange(server, request(server, body, Content_Length=f"{'0' * 5000}{len(body)}", Connection="close"))
    assert answer.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("length", [None, "2"])
def test_a_body_in_chunks_is_refused(server, length):
    head = request(server, b"", Content_Length=length, Transfer_Encoding="chunked")
    assert status_and_words(exchange(server, head, b"2\r\n{}\r\n0\r\n\r\n")) == (
        411,
        "a body in chunks is not read; say how long it is",
    )


def test_a_body_that_is_cut_short_decides_nothing(server):
    body = decision(server)
    # the body is sound JSON as far as it goes, but not all that was announced
    answer = exchange(server, request(server, body, Content_Length=str(len(body) + 40)), end=True)
    assert status_and_words(answer) == (400, f"{len(body) + 40} bytes were announced and {len(body)} came")
    assert written(server) == []


def test_a_body_that_never_comes_is_not_waited_for_without_end(server, monkeypatch):
    monkeypatch.setattr("reconcile.review.server.Handler.timeout", 0.2)
    answer = exchange(server, request(server, b"", Content_Length="40"))
    assert status_and_words(answer) == (408, "the rest of the request did not come")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"finding": "\\ud800"}', "half a character"),
        (b'{"\\udfff": "x"}', "half a character"),
        (b'{"finding": "\xff"}', "not readable as JSON"),
        (b"\xef\xbb\xbf{}", "missing"),
        (b'{"a":' * 9000, "not readable as JSON"),
        (b"[" * 60000, "not readable as JSON"),
        (b'{"finding": ' + b"9" * 5000 + b"}", "not readable as JSON"),
        (b'{"finding": NaN}', "object of words"),
        (b'{"finding": ["x"]}', "object of words"),
        (b'{"finding": "x", "finding": {}}', "object of words"),
        (b"\x00" * 50, "not readable as JSON"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_body_of_something_else_is_refused_in_words(server, body, words):
    status, note = status_and_words(exchange(server, request(server, body)))
    assert status == 400
    assert words in note
    assert written(server) == []


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"finding": "0123456789abcdef"}, 400, "no finding 0123456789abcdef"),
        ({"finding": ""}, 400, "no finding"),
        ({"finding": "x" * 50000}, 400, "no finding"),
        ({"option": "keep-z"}, 400, "no option 'keep-z'"),
        ({"option": ""}, 400, "no option"),
        ({"option": "keep-"}, 400, "no option"),
        ({"option": "both-stand", "reason": " \t"}, 400, "say why"),
        ({"recheck": "9999-99-99"}, 400, "not a date"),
    ],
    ids=str,
)
def test_a_decision_on_what_is_not_there_is_refused_in_words(server, fields, status, words):
    body = json.dumps({**json.loads(decision(server)), **fields}).encode()
    note = status_and_words(exchange(server, request(server, body)))
    assert note[0] == status
    assert words in note[1]
    assert written(server) == []


def test_a_rule_of_an_unknown_finding_or_proposal_is_refused_in_words(server):
    known = json.loads(decision(server))["finding"]
    for path in ("/effect", "/adopt"):
        for fields, words in (({"finding": "x", "proposal": "p"}, "no finding x"), ({"finding": known}, "missing")):
            note = status_and_words(exchange(server, request(server, json.dumps(fields).encode(), path)))
            assert (note[0], words in note[1]) == (400, True)
        body = json.dumps({"finding": known, "proposal": "nonsense"}).encode()
        assert "no rule 'nonsense'" in status_and_words(exchange(server, request(server, body, path)))[1]


def test_there_is_nothing_to_take_back_before_anything_is_decided(server):
    assert status_and_words(exchange(server, request(server, b"{}", "/undo"))) == (409, "Nothing to take back.")


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET http://[ HTTP/1.1\r\nHost: OWN\r\n\r\n", 400),
        (b"GET //[x HTTP/1.1\r\nHost: OWN\r\n\r\n", 404),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: OWN\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nHost: OWN\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nHost: OWN\r\n" + b"X: a\r\n" * 200 + b"\r\n", 431),
        (b"BREW / HTTP/1.1\r\nHost: OWN\r\n\r\n", 405),
        (b"\xff\xfe / HTTP/1.1\r\nHost: OWN\r\n\r\n", 405),
        (b"GET / HTTP/1.x\r\n\r\n", 400),
        (b"GET / HTTP/\xb2.1\r\n\r\n", 400),
        (b"GET\r\n\r\n", 400),
        (b"\r\nHost: OWN\r\nContent-Length: 2\r\n\r\n{}", 400),
        (b"\x16\x03\x01\x02\x00 \x01\x00 a b c\r\n", 400),
        (b"POST /decide\r\n\r\n", 400),
        (b"GET /?token=%ED%A0%80 HTTP/1.1\r\nHost: OWN\r\n\r\n", 403),
        (b"GET /?token=\xff HTTP/1.1\r\nHost: OWN\r\n\r\n", 403),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_no_request_of_the_page_is_refused_without_the_librarys_page(server, raw, status):
    answer = exchange(server, raw.replace(b"OWN", own(server).encode()))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split(b" ", 2)[1] == str(status).encode()
    assert b"<" not in body
    assert b"Content-Security-Policy" in head


def test_a_refusal_of_a_long_body_arrives_before_the_body_was_taken(server):
    body = b"a" * 40_000_000
    assert status_and_words(exchange(server, request(server, body)))[0] == 413


@pytest.mark.parametrize("framing", [{}, {"Content_Length": None, "Transfer_Encoding": "chunked"}])
def test_what_follows_a_page_that_was_asked_for_with_a_body_is_not_the_next_request(server, framing):
    smuggled = b"GET /review.css HTTP/1.1\r\nHost: " + own(server).encode() + b"\r\n\r\n"
    answer = exchange(server, request(server, smuggled, "/review.js", "GET", **framing))
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_client_that_goes_away_is_let_go(server):
    """Reset, at once or after half a request: nothing is printed."""
    whole = request(server, decision(server))
    for piece in (b"", whole[:30], whole[:-10]):
        connection = socket.create_connection(server.server_address)
        connection.sendall(piece)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


def test_a_request_may_come_byte_by_byte(server):
    whole = request(server, decision(server), Connection="close")
    answer = exchange(server, *(whole[i : i + 1] for i in range(len(whole))))
    assert answer.startswith(b"HTTP/1.1 200 ")


def test_two_hundred_posts_at_once_are_all_answered(server):
    whole = request(server, decision(server), Connection="close")

    def answered(_):
        return exchange(server, whole, timeout=60)[:12]

    with ThreadPoolExecutor(200) as pool:
        assert set(pool.map(answered, range(200))) == {b"HTTP/1.1 200"}


def test_a_burst_waits_in_line_while_the_page_is_busy(server):
    """Nothing takes connections up here: each of them must find a place in the queue at once."""
    idle = PageServer(server.site, 0)
    try:
        waiting = [socket.create_connection(idle.server_address, timeout=0.9) for _ in range(120)]
        for connection in waiting:
            connection.close()
    finally:
        idle.server_close()


def test_a_fault_of_ours_is_an_answer_and_the_page_lives(server, monkeypatch):
    def broken(*_):
        raise KeyError("lost")

    with monkeypatch.context() as patch:
        patch.setitem(ACTIONS, "/undo", broken)
        note = status_and_words(exchange(server, request(server, b"{}", "/undo")))
    assert note == (500, "a fault of the tool itself, please report it: KeyError: 'lost'")
    with monkeypatch.context() as patch:
        patch.setattr("reconcile.review.server.page", broken)
        path = f"/?token={server.site.token}"
        answer = exchange(server, f"GET {path} HTTP/1.1\r\nHost: {own(server)}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 500 ")


def test_a_ledger_that_cannot_be_written_or_read_is_stated_and_decides_nothing(server):
    session = server.site.session
    session.decide(session.findings[0].fingerprint, "keep-a", "first")
    (path,) = written(server)
    sound = path.read_bytes()
    path.write_bytes(b"finding: \xff\n")
    note = status_and_words(exchange(server, request(server, decision(server))))
    assert note == (400, f"{path} stands where the decision goes and cannot be read: mend or remove it")
    assert path.read_bytes() == b"finding: \xff\n"
    path.write_bytes(sound)


def test_a_decision_that_cannot_be_taken_back_stands(server, monkeypatch):
    session = server.site.session
    session.decide(session.findings[0].fingerprint, "keep-a", "first")

    def refused(*_, **__):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.unlink", refused)
        with pytest.raises(UsageError, match="cannot remove"):
            session.undo()
    assert len(session.steps) == 1
    assert session.open == ()
    assert session.undo() is not None


def test_a_file_is_put_back_byte_for_byte(server):
    session = server.site.session
    session.decide(session.findings[0].fingerprint, "keep-a", "first")
    (path,) = written(server)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    session.decide(session.findings[0].fingerprint, "keep-b", "second")
    session.undo()
    assert path.read_bytes() == before
