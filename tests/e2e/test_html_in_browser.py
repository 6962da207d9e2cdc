"""The HTML report in a real browser: at desk and on a phone, by day and by night, by keyboard, without script."""

import pytest
from playwright.sync_api import expect

from reconcile.model.document import Document, Source
from reconcile.report.formats import FORMATS

pytestmark = pytest.mark.slow

TEXTS = {
    "quay.txt": (
        "Dale Phones sold 14.6 million handsets in 2019. It has more than 300 shops. It employs 1,200 people.\n"
        "Ana Roe, chief executive of Dale Phones, will open another on 4 May. Sales rose in the 3rd hour."
    ),
    "mill.md": (
        "# Dale Phones grows\n\nDale Phones sold 16.4 million handsets in 2019 and made $3 to $4 billion. "
        "It was ranked fourth behind Apple and Nokia, said Ben Hill, chief executive of Dale Phones. "
        "Dale Phones has 310 shops. Dale Phones employs about 1,400 people."
    ),
    "long-name-of-a-newspaper-that-nobody-reads.txt": "Dale Phones sold 14,600 handsets in 2019.",
}
SIZES = {"desk": (1280, 900), "phone": (360, 740)}


@pytest.fixture(scope="module")
def report(stages, tmp_path_factory):
    source = Source(publisher="The Mill", published=None, url="https://mill.example/a?b=1&c=2")
    run = stages.run(Document(n, t, source if n == "mill.md" else Source(), path=f"in/{n}") for n, t in TEXTS.items())
    assert run.findings
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(FORMATS["html"].render(run), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def visit(new_page, report):
    def visit(size="desk", **options):
        width, height = SIZES[size]
        page = new_page(viewport={"width": width, "height": height}, **options)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda request: page.complaints.append(request.url) if request.url != report else None)
        page.goto(report)
        return page

    return visit


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_keeps_anybody_out(visit, axe, size, scheme):
    page = visit(size, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    found = axe.run(page).response
    assert len(found["passes"]) > 20
    assert [(v["id"], v["impact"], [n["target"] for n in v["nodes"][:3]]) for v in found["violations"]] == []


@pytest.mark.parametrize("size", SIZES)
def test_the_page_is_as_wide_as_its_window_and_asks_for_nothing(visit, size):
    page = visit(size)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    assert page.complaints == []


def test_it_can_be_read_without_script(visit):
    page = visit(java_script_enabled=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator("article.finding").first.is_visible()
    assert page.locator("article.finding mark").first.is_visible()
    assert page.locator("svg").first.is_visible()


def test_filters_and_search_leave_what_is_asked_for(visit):
    page = visit()
    cards = page.locator("[data-card]")
    every = cards.count()
    conflicts = page.locator("[data-card][data-verdict='conflict']").count()
    assert 0 < conflicts < every
    left = page.locator("[data-card]:visible")
    page.get_by_label("Verdict").select_option("conflict")
    expect(left).to_have_count(conflicts)
    assert {card.get_attribute("data-verdict") for card in left.all()} == {"conflict"}
    expect(page.get_by_role("status")).to_contain_text(f"{conflicts} of {every}")
    page.get_by_label("Search").fill("no such words anywhere")
    expect(left).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    expect(left).to_have_count(every)
    page.get_by_label("State").select_option("decided")
    expect(left).to_have_count(0)


def test_sources_and_metrics_filter_too(visit):
    page = visit()
    left = page.locator("[data-card]:visible")
    for label in ("Source", "Metric"):
        box = page.get_by_label(label, exact=True)
        for option in box.locator("option").all()[1:]:
            token = option.get_attribute("value")
            bearing = page.locator(f"[data-card][data-{label.lower()}s~='{token}']").count()
            box.select_option(token)
            expect(left).to_have_count(bearing)
            for card in left.all():
                assert token in card.get_attribute(f"data-{label.lower()}s").split()
        box.select_option("")


def test_the_keyboard_reaches_everything(visit):
    page = visit()
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash !== ''")
    page.keyboard.press("Tab")
    expect(page.locator("[name=text]")).to_be_focused()
    summary = page.locator("details.fact > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.fact").first).to_have_attribute("open", "")


def test_a_link_opens_what_is_folded_round_its_target(visit):
    page = visit()
    link = page.locator("table a[href^='#claim-']").first
    link.click()
    target = link.get_attribute("href").removeprefix("#")
    page.wait_for_function(f"document.getElementById({target!r}).closest('details').open")


def test_print_shows_what_is_folded(visit):
    page = visit(java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
    assert page.locator("details.fact .passage").first.bounding_box()["height"] > 0
