"""Whatever is altered in a report is noticed: by its hashes, by its claims, or by the articles."""

import re

from verify_builder import STAGES, alterations, report, sealed_anew

from reconcile.verify.compare import differences
from reconcile.verify.hashes import check_rules, check_seal, unsealed
from reconcile.verify.replay import replay
from reconcile.verify.report import Report, read_report


def place(path):
    """A place without the numbers in lists: `findings.evidence.quote`."""
    return ".".join(step for step in path if isinstance(step, str))


def is_noticed(data, *checks):
    """Whether the report is refused, or one of the checks finds something."""
    read = read_report(data)
    return not isinstance(read, Report) or any(problem for check in checks for problem in check(read))


def replayed(read):
    return (*check_rules(read, STAGES.pack), *replay(read, STAGES.pack))


def test_the_run_has_something_to_alter_in_every_part():
    data = report()
    assert {finding["code"] for finding in data["findings"]} == {"RC101", "RC407", "RC410"}
    assert any(finding["slip"] for finding in data["findings"] if finding["group"])
    assert all(data[part] for part in data)
    assert data["coverage"]["unread"] == data["coverage"]["excused"] == 1
    assert not is_noticed(data, check_seal, replayed)
    assert not list(differences(data, report(), (), "they give"))


def test_the_hashes_notice_every_alteration():
    data = report()
    missed = [(place(path), what) for path, what in alterations(data) if not is_noticed(data, check_seal)]
    assert data == report()
    assert missed == []


def test_the_articles_notice_every_alteration_though_the_hashes_are_made_anew():
    data, again = report(), unsealed(report())
    missed = [
        (place(path), what)
        for path, what in alterations(data)
        if "manifest" in data
        and not str(path[-1]).endswith("_sha256")
        and not any(differences(unsealed(data), again, (), "they give"))
    ]
    assert missed == []


# What the claims of a report cannot show to somebody who has neither its articles nor trusts its hashes.
ON_TRUST = {
    # a key that no reader knows
    r".*\.added": "says nothing",
    # the name of a group holds the key of its fact, which the JSON does not tell
    r"groups\.id": "names nothing that people read",
    # what weighs most is seen where all claims of a story are weighed
    r"groups\.because": "a reason dropped",
    # of a passage of a text only its words stand in the report, and its fingerprint is made of years or of these
    r"findings\.evidence\.(start|end|quote|read_as)": "a passage in no claim",
    # whether a law of one text is broken is seen in the text
    r"findings": "of one text, dropped",
    # the sentence of a check within one text is made of the text
    r"findings\.(message|slip)": "of one text",
    r"findings\.(options|options\.key|options\.label)": "of one text",
    r"findings\.trail\.(rule|note)": "of one text, the step of the check",
    r"findings\.(why|trail)": "of one text",
    # what no claim was made of is known from the text alone
    r"coverage\.sources\.(excused|unread)\.(start|end|quote|excuse)": "of the text",
    r"coverage\.sources\.in_claims\.(start|end)": "of the text",
}


def test_the_claims_notice_what_people_read_though_the_hashes_are_made_anew():
    data = report()
    read = {key: data[key] for key in ("groups", "findings", "coverage", "unread_files")}
    across = {i for i, finding in enumerate(data["findings"]) if finding["group"]}
    for path, what in alterations(read):
        if path[0] not in data or path[0] not in read or is_noticed(sealed_anew({**data, **read}), replayed):
            continue
        assert any(re.fullmatch(known, place(path)) for known in ON_TRUST), (path, what)
        if path[0] == "findings" and path[-1] != "added":
            assert path[1] not in across, (path, what)
