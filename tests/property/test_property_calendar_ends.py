"""A law of resolving times: whatever day a text is of, and whatever time it tells, it is read."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from reconcile import extract, recognise

UNITS = st.sampled_from(("day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"))
SIDES = st.sampled_from(("ago", "later", "earlier", "before"))
NEAR = st.integers(0, 400)
DAYS = st.one_of(
    NEAR.map(lambda n: date.fromordinal(1 + n)),
    NEAR.map(lambda n: date.fromordinal(date.max.toordinal() - n)),
    st.dates(),
)
WRITTEN = st.one_of(
    DAYS.map(lambda d: d.isoformat()),
    DAYS.map(lambda d: f"{d.day} {d:%B} {d.year:04}"),
    st.builds("{} {}".format, st.sampled_from(("last", "next", "this", "the previous", "the following")), UNITS),
    st.builds(
        "{} {}s {}".format, st.integers(0, 20_000), UNITS, st.sampled_from(("ago", "later", "earlier", "before"))
    ),
    st.builds("the {} {}s to {:%B %-d}, {}".format, st.integers(1, 99), UNITS, DAYS, st.integers(1, 9999)),
    st.builds("fiscal {:04}".format, st.integers(0, 10_000)),
    st.builds("week {} of {:04}".format, st.integers(0, 54), st.integers(0, 9999)),
)


@given(DAYS, WRITTEN, WRITTEN)
@example(date.min, "last year", "two days earlier")
@example(date.max, "next century", "9999-12-31")
def test_every_time_reported_on_every_day_is_read(published, first, second):
    text = f"Corvid sold 5 cars {first}; {second} it sold 7, it said."
    extract(text, published=published)
    for mention in recognise(text, published=published):
        where = mention.timex.period if mention.timex is not None else None
        assert where is None or where.start is None or where.end is None or where.start < where.end
