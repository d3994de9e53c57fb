"""Many quantities at once: what is shared stands, ties are shown, and sources are judged fairly."""

from __future__ import annotations

import cProfile

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.consensus.truth import DEFAULT, METHODS, discover
from claimcheck.consensus.truth.catd import cautious_variance
from claimcheck.consensus.truth.centres import weighted_medians
from claimcheck.consensus.truth.claims import ClaimTable
from claimcheck.consensus.truth.neighbours import lent_support
from claimcheck.errors import RefusedError, UnknownNameError

ROWS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(1, 30)), min_size=1, max_size=40
)


def claims(rows: list[tuple[object, object, float]]) -> pd.DataFrame:
    """Rows of item, source and value as a frame."""
    return pd.DataFrame(rows, columns=["item", "source", "value"])


def simulated(
    items: int, sources: int, seed: int, *, noise: np.ndarray
) -> tuple[pd.DataFrame, np.ndarray]:
    """Claims of every source about every item, with the error of the source, and the truths."""
    random = np.random.default_rng(seed)
    truth = random.uniform(100, 200, items)
    value = truth[:, None] + random.normal(size=(items, sources)) * noise
    item, source = np.indices(value.shape)
    frame = pd.DataFrame(
        {"item": item.ravel(), "source": source.ravel(), "value": value.ravel().round(3)}
    )
    return frame, truth


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=12)
@given(rows=ROWS, seed=st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(
    method: str, rows: list[tuple[int, int, int]], seed: object
) -> None:
    """Not even where a source says several things of one item, and to the last bit."""
    shuffled = list(rows)
    seed.shuffle(shuffled)

    one, other = discover(claims(rows), method), discover(claims(shuffled), method)

    pd.testing.assert_frame_equal(one.truths, other.truths, check_exact=True)
    pd.testing.assert_frame_equal(one.sources, other.sources, check_exact=True)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=10)
@given(rows=ROWS)
def test_an_estimate_never_leaves_what_is_claimed(
    method: str, rows: list[tuple[int, int, int]]
) -> None:
    """Weights may be wrong, yet no value beyond every claim may come out."""
    found = discover(claims(rows), method).truths

    assert (found["truth"] >= found["lower"] - 1e-9).all()
    assert (found["truth"] <= found["upper"] + 1e-9).all()


@settings(max_examples=40)
@given(rows=ROWS)
def test_the_default_gives_a_value_that_a_source_gave(rows: list[tuple[int, int, int]]) -> None:
    """Few items are never taken for judgements: what comes out was said."""
    frame = claims(rows)

    found = discover(frame).truths

    said = set(zip(frame["item"], frame["value"].astype(float), strict=True))
    assert set(zip(found["item"], found["truth"], strict=True)) <= said


def test_an_even_split_is_shown_and_never_averaged() -> None:
    """194 and 1,230 are not 712; without a record of the sources the lower one stands."""
    found = discover(claims([("a", "x", 1230), ("a", "y", 194)]))

    row = found.truths.iloc[0]
    assert (row["truth"], row["rival"], row["tied"], row["rule"]) == (194, 1230, True, "even split")
    assert "never averaged" in found.tie_rule


def test_a_better_record_elsewhere_settles_an_even_split() -> None:
    """Source y is far from the others in every other item, so x has it."""
    others = [(f"i{n}", s, 100 + n) for n in range(8) for s in ("x", "p", "q")]
    wrong = [(f"i{n}", "y", 60 + n) for n in range(8)]

    found = discover(claims([*others, *wrong, ("tie", "x", 1230), ("tie", "y", 194)]))

    tie = found.truths.set_index("item").loc["tie"]
    assert tie["truth"] == 1230
    weight = found.sources.set_index("source")["weight"]
    assert weight["y"] < weight["x"]


@pytest.mark.parametrize(
    ("values", "truth", "rule"),
    [
        ([7], 7, "one source"),
        ([5, 5, 9], 5, "carried"),
        ([5, 9, 9, 12, 20], 9, "carried"),
        ([5, 5, 9, 9, 9, 20, 30, 40], 9, "weighted median"),
        ([5, 7, 9], 7, "weighted median"),
    ],
)
def test_each_item_says_which_rule_it_went_by(values: list[float], truth: float, rule: str) -> None:
    """Half of the sources carry a value, or twice as many as any other."""
    found = discover(claims([("a", f"s{n}", value) for n, value in enumerate(values)])).truths

    assert (found.loc[0, "truth"], found.loc[0, "rule"]) == (truth, rule)


def test_judgements_on_a_scale_are_averaged_and_say_so() -> None:
    """Raters who share no fact and stand far apart: no value can be carried in earnest."""
    random = np.random.default_rng(3)
    truth = random.uniform(20, 80, 60)
    value = (truth[:, None] + random.normal(0, 25, (60, 10))).round(2)
    item, source = np.indices(value.shape)
    frame = pd.DataFrame({"item": item.ravel(), "source": source.ravel(), "value": value.ravel()})

    found = discover(frame).truths

    assert set(found["rule"]) == {"mean of judgements"}
    median = discover(frame, "lower_median").truths["truth"]
    assert np.abs(found["truth"] - truth).mean() < np.abs(median - truth).mean()


@pytest.mark.parametrize("method", ["crh", "catd", "gtm", "student_gtm"])
def test_a_precise_source_gets_more_weight_and_the_answer_gets_better(method: str) -> None:
    """Two of six sources are ten times as precise, and nobody told the method which."""
    noise = np.array([1.0, 1.0, 10.0, 10.0, 10.0, 10.0])
    frame, truth = simulated(200, 6, 11, noise=noise)

    found = discover(frame, method)
    plain = discover(frame, "lower_median").truths["truth"].to_numpy()

    weight = found.sources.set_index("source")["weight"]
    assert weight.loc[[0, 1]].min() > weight.loc[[2, 3, 4, 5]].max()
    error = np.abs(found.truths["truth"].to_numpy() - truth).mean()
    assert error < np.abs(plain - truth).mean()


@pytest.mark.parametrize("method", ["capped_vote", "accu", "accu_copy", "truthfinder"])
def test_a_source_that_is_mostly_right_outvotes_one_that_is_mostly_wrong(method: str) -> None:
    """In the last item one good source stands against one bad one."""
    right = [(f"i{n}", s, 100 + n) for n in range(12) for s in ("good", "p", "q", "r")]
    wrong = [(f"i{n}", "bad", 50 - n) for n in range(12)]

    found = discover(
        claims([*right, *wrong, ("last", "good", 800), ("last", "bad", 90)]), method
    ).truths.set_index("item")

    assert found.loc["last", "truth"] == 800


def test_sources_that_share_wrong_values_are_suspected_of_copying() -> None:
    """Agreement on true values is expected, on false ones it is not."""
    random = np.random.default_rng(5)
    rows = [(item, source, 1000 + item) for item in range(30) for source in ("a", "b", "c", "d")]
    copied = {item: float(random.integers(1, 900)) for item in range(12)}
    rows += [(item, who, value) for item, value in copied.items() for who in ("x", "y")]

    found = discover(claims(rows)).sources.set_index("source")

    assert found.loc["x", "suspected_copies"].startswith("y (")
    assert "copying" in found.loc["x", "caveat"]
    assert found.loc["a", "suspected_copies"] == ""


def test_copied_votes_count_once() -> None:
    """Three copies of one wrong paper do not outvote two independent ones."""
    rows: list[tuple[object, object, float]] = []
    for item in range(40):
        rows += [(item, who, 100 + item) for who in ("a", "b", "c", "d")]
        rows += [(item, who, 5000 + 7 * item) for who in ("x", "y", "z") if item < 20]
    rows += [("last", who, 10) for who in ("a", "b")]
    rows += [("last", who, 99) for who in ("x", "y", "z")]
    frame = claims([(str(item), who, value) for item, who, value in rows])

    copied = discover(frame, "accu_copy").truths.set_index("item")
    counted = discover(frame, "plain_vote").truths.set_index("item")

    assert counted.loc["last", "truth"] == 99
    assert copied.loc["last", "truth"] == 10


def test_a_source_of_which_nothing_is_known_says_so() -> None:
    """Alone on all of its items it agrees with nobody and disagrees with nobody."""
    found = discover(claims([("a", "x", 1), ("b", "y", 2), ("b", "z", 2)])).sources

    alone = found.set_index("source").loc["x"]
    assert np.isnan(alone["agreement"])
    assert alone["caveat"].startswith("no other source")


def test_a_mistyped_zero_is_set_aside_with_the_figure_it_seems_to_mean() -> None:
    """Ten times off most of its item: not heard, and not lost."""
    rows = [(f"i{n}", s, 10.0 ** (n % 5) * 3) for n in range(10) for s in ("x", "y", "z")]
    rows[1] = ("i0", "y", 300.0)

    found = discover(claims(rows), "mean")
    raw = discover(claims(rows), "mean", repair=False)

    aside = found.set_aside.iloc[0]
    assert (aside["item"], aside["source"]) == ("i0", "y")
    assert (aside["factor"], aside["proposed"]) == (100, 3)
    assert found.truths.loc[0, "truth"] == 3
    assert raw.truths.loc[0, "truth"] > 100
    assert any("set aside" in note for note in found.notes)


def test_the_latest_claim_of_a_source_counts() -> None:
    """Where dates are known the newest stands; where none are, the lower median of its claims."""
    frame = claims([("a", "x", 5), ("a", "x", 9), ("a", "x", 7)]).assign(
        when=pd.to_datetime(["2001-01-01", "2003-01-01", "2002-01-01"])
    )

    assert discover(frame, when="when").truths.loc[0, "truth"] == 9
    assert discover(frame).truths.loc[0, "truth"] == 7


def test_columns_may_have_any_name_and_items_several() -> None:
    """A frame of another making is read as it stands."""
    frame = pd.DataFrame(
        {"city": ["a", "a", "b"], "year": [1, 2, 1], "who": list("xyz"), "n": [1.0, 2.0, np.nan]}
    )

    found = discover(frame, item=["city", "year"], source="who", value="n")

    assert found.truths[["city", "year", "truth"]].to_numpy().tolist() == [["a", 1, 1], ["a", 2, 2]]
    assert any("without a finite value" in note for note in found.notes)


def test_what_cannot_be_read_is_refused_with_its_name() -> None:
    """A missing column, no value at all, and no such method."""
    frame = claims([("a", "x", 1)])

    with pytest.raises(RefusedError, match="no column 'who'"):
        discover(frame, source="who")
    with pytest.raises(RefusedError, match="no claim has a finite value"):
        discover(frame.assign(value=np.nan))
    with pytest.raises(UnknownNameError, match="did you mean crh"):
        discover(frame, "chr")


def test_catd_meets_the_tables_of_its_paper() -> None:
    """Table 5 and 6: 200 claims of variance 0.1 bear 0.1229, two claims 3.95."""
    found = cautious_variance(np.array([20.0, 0.2]), np.array([200.0, 2.0]))

    assert found == pytest.approx([0.1229, 3.95], abs=5e-4)


@settings(max_examples=40)
@given(rows=ROWS)
def test_weighted_medians_are_those_of_every_item_alone(
    rows: list[tuple[int, int, int]],
) -> None:
    """One item after the other is slow and plain."""
    item, source, value = (np.array(column) for column in zip(*rows, strict=True))
    item = np.unique(item, return_inverse=True)[1]
    table = ClaimTable.of(item, source, value.astype(float))
    weight = 1.0 + table.source

    found = weighted_medians(table, weight)

    for code in range(table.items):
        mine = table.item == code
        running = np.cumsum(weight[mine])
        assert found[code] == table.value[mine][np.argmax(running >= running[-1] / 2 - 1e-9)]


@settings(max_examples=40)
@given(rows=ROWS)
def test_lent_support_is_the_sum_over_all_pairs(rows: list[tuple[int, int, int]]) -> None:
    """The running sums must give what listing the pairs gives."""
    item, source, value = (np.array(column) for column in zip(*rows, strict=True))
    item = np.unique(item, return_inverse=True)[1]
    table = ClaimTable.of(item, source, value.astype(float))
    weight = 1.0 + table.source

    found = lent_support(table, table.value / 10, weight)

    near = np.exp(-np.abs(table.value[:, None] - table.value) / 10)
    same_item = table.item[:, None] == table.item
    assert found == pytest.approx((near * same_item) @ weight)


def test_no_claim_is_walked_over() -> None:
    """Ten times the claims take no more calls: a loop in Python would make ten times as many."""
    assert _calls(20_000) < 2 * _calls(2_000)


def _calls(size: int) -> int:
    """How many functions are called while *size* claims are worked on."""
    random = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "item": random.integers(0, size // 5, size),
            "source": random.integers(0, 50, size),
            "value": random.integers(1, 40, size).astype(float),
        }
    )
    with cProfile.Profile() as profile:
        discover(frame, DEFAULT)
    return sum(entry.callcount for entry in profile.getstats())
