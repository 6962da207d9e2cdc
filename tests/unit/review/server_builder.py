"""Requests that the page of a small run accepts."""

import json


def own(server):
    return f"127.0.0.1:{server.server_address[1]}"


def good(server, body):
    return {
        "Host": own(server),
        "Origin": f"http://{own(server)}",
        "X-Token": server.site.token,
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }


def decision(server):
    finding = server.site.session.findings[0].fingerprint
    return json.dumps({"finding": finding, "option": "keep-a", "reason": "asked"}).encode()


def written(server):
    folder = server.site.session.folder
    return list(folder.iterdir()) if folder.is_dir() else []
