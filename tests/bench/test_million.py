"""What linking many claims costs, on few of them: the lots, and what is measured of each."""

from __future__ import annotations

from bench.million_world import war

from bench import million


def test_a_war_that_has_begun_is_the_first_reports_of_all_of_it() -> None:
    told = list(war(900))
    some = list(million.begun(iter(told), 300))
    assert some == told[: len(some)]
    assert sum(len(claims) for _, claims, _ in some[:-1]) < 300 <= sum(len(claims) for _, claims, _ in some)
    assert list(million.begun(iter(told), 10_000)) == told


def test_each_lot_is_measured_and_compared_with_all_claims() -> None:
    figures = million.run(300, 900)
    assert figures["begun.claims"] >= 300
    assert figures["all.claims"] > 2 * figures["sparse.claims"]
    assert figures["all.reports"] > figures["begun.reports"]
    assert figures["growth"] == figures["all.link_cpu_seconds"] / figures["begun.link_cpu_seconds"]
    assert figures["growth_denser"] == figures["all.link_cpu_seconds"] / figures["sparse.link_cpu_seconds"]
    for lot in ("begun", "sparse", "all"):
        assert 0 < figures[f"{lot}.b3_precision"] <= 1
        assert figures[f"{lot}.largest_event_claims"] >= 1
        assert figures[f"{lot}.peak_megabytes"] > figures[f"{lot}.made_megabytes"] / 2
