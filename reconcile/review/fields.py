"""The fields of a request to the review page: an object of words in JSON, of a length that was announced."""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.message import Message
from http import HTTPStatus
from io import BufferedIOBase

LONGEST_BODY = 64_000


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of ours
    """A request that is not done; carries status and reason."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status, self.why = status, why


def has_body(headers: Message) -> bool:
    """Whether something follows the headers that is not the next request."""
    lengths = headers.get_all("Content-Length", [])
    return "Transfer-Encoding" in headers or any(length.strip("0 ") for length in lengths)


def read_fields(headers: Message, stream: BufferedIOBase) -> Mapping[str, str]:
    """The fields of a body. Raises Refused where it is not whole, not JSON, or holds anything but words."""
    if headers.get_content_type() != "application/json":
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "JSON only")
    length = _length(headers)
    try:
        data = stream.read(length)
    except TimeoutError:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, "the rest of the request did not come") from None
    if len(data) < length:
        raise Refused(HTTPStatus.BAD_REQUEST, f"{length} bytes were announced and {len(data)} came")
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        raise Refused(HTTPStatus.BAD_REQUEST, "not readable as JSON") from None
    if not isinstance(fields, dict) or not all(isinstance(word, str) for word in fields.values()):
        raise Refused(HTTPStatus.BAD_REQUEST, "expected an object of words")
    if not all(_is_text(word) for pair in fields.items() for word in pair):
        raise Refused(HTTPStatus.BAD_REQUEST, "half a character (a lone surrogate) is no text")
    return fields


def _length(headers: Message) -> int:
    if "Transfer-Encoding" in headers:
        raise Refused(HTTPStatus.LENGTH_REQUIRED, "a body in chunks is not read; say how long it is")
    lengths = headers.get_all("Content-Length", [])
    if len(lengths) > 1:
        raise Refused(HTTPStatus.BAD_REQUEST, "two lengths in one request")
    length = lengths[0].strip() if lengths else ""
    if not length.isascii() or not length.isdigit():
        raise Refused(HTTPStatus.LENGTH_REQUIRED, "say how long it is")
    digits = length.lstrip("0") or "0"
    # Python makes no number of thousands of digits
    if len(digits) > len(str(LONGEST_BODY)) or int(digits) > LONGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"longer than {LONGEST_BODY:,} bytes")
    return int(digits)


def _is_text(word: str) -> bool:
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
