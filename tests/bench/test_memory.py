from bench import memory


def test_memory_is_told_of_early_and_late_reports() -> None:
    found = memory.measured(30)
    assert found["reports"] > 25
    assert found["claims"] > found["reports"]
    assert found["reading_growth"] == found["reading_megabytes_at_the_end"] / found["reading_megabytes_after_a_tenth"]
    assert found["most_megabytes_with_linking"] > 100


def test_what_is_held_now_grows_with_what_is_held() -> None:
    before = memory.held_now()
    held = bytearray(b"x" * 60_000_000)
    assert memory.held_now() - before > 50
    assert len(held) == 60_000_000
