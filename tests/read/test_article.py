"""Headline, boilerplate, story and date are told apart, and nothing is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import BoilerplateKind
from reportedly.read.article import Article, article

FIRST = "Shelling killed at least 12 people in the town of Qamar on Tuesday, the health office said."
SECOND = "Two of the dead were children, and the hospital of the town was hit as well."
HEADLINE = "Shelling kills 12 in Qamar"


def marked(found: Article, kind: BoilerplateKind) -> list[str]:
    return [found.text[b.span.start : b.span.end].strip() for b in found.boilerplate if b.kind is kind]


def headline(found: Article) -> str | None:
    return found.text[found.headline.start : found.headline.end] if found.headline else None


def test_a_short_first_line_without_a_full_stop_is_the_headline() -> None:
    found = article(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n", None)
    assert (headline(found), found.title) == (HEADLINE, HEADLINE)


@pytest.mark.parametrize(
    "first",
    [
        FIRST,
        "QAMAR (Gulf Wire) --",
        "QAMAR, May 3, 2031 (Gulf Wire) -",
        "According to the health office of the town,",
        "Rockets " * 31,
        "Rockets",
    ],
)
def test_a_first_line_that_is_no_headline_is_none(first: str) -> None:
    assert article(f"{first}\n\n{FIRST}\n\n{SECOND}\n", None).headline is None


def test_a_line_that_goes_on_below_is_no_headline() -> None:
    text = "The health office of the town of Qamar said on Tuesday that the\nshelling of the market had killed at least 12 people there.\n"
    assert article(text, None).headline is None


def test_a_known_title_is_found_whatever_its_quotes_and_case() -> None:
    found = article(f"MAYOR SAYS ‘WE HELD’ QAMAR\n\n{FIRST}\n", "Mayor says 'we held'  Qamar")
    assert headline(found) == "MAYOR SAYS ‘WE HELD’ QAMAR"
    assert found.text.startswith("MAYOR")


def test_a_known_title_that_the_text_lacks_is_put_before_it() -> None:
    found = article(f"{FIRST}\nAdvertisement\n{SECOND}\n", HEADLINE)
    assert found.text == f"{HEADLINE}\n\n{FIRST}\nAdvertisement\n{SECOND}\n"
    assert headline(found) == HEADLINE
    assert marked(found, BoilerplateKind.NOTICE) == ["Advertisement"]


def test_a_sentence_that_begins_with_the_titles_words_is_no_headline() -> None:
    found = article("Fire in Qamar port has killed 12 people, the mayor said on Tuesday.\n", "Fire in Qamar port")
    assert found.text.startswith("Fire in Qamar port\n\nFire in Qamar port has killed")


def test_a_title_with_the_outlets_name_is_found_without_it() -> None:
    found = article(f"{HEADLINE}\n\n{FIRST}\n", f"{HEADLINE} | Qamar Post")
    assert headline(found) == HEADLINE
    assert found.text.startswith(f"{HEADLINE}\n\n{FIRST}")


@pytest.mark.parametrize(
    "prefix", ["Tue 03 Jun 2031 ", "Posted on June 3 2031 by Ada Qasim and Omar Idris ", "3 June 2031 - ", "Published June 3 2031 | "]
)
def test_a_date_before_the_title_in_its_line_is_boilerplate(prefix: str) -> None:
    found = article(f"{prefix}{HEADLINE}. {FIRST} {SECOND}", HEADLINE)
    assert marked(found, BoilerplateKind.BYLINE) == [prefix.strip()]
    assert headline(found) == HEADLINE
    assert found.dated == dt.date(2031, 6, 3)


def test_a_date_before_the_story_is_boilerplate_without_a_title_too() -> None:
    found = article(f"Tue 03 Jun 2031 {FIRST} {SECOND}", None)
    assert found.story == f"{FIRST} {SECOND}"
    assert found.dated == dt.date(2031, 6, 3)


@pytest.mark.parametrize(
    "text", ["3 June 2031 was the worst day of the war for Qamar, its mayor said.", "3 June 2031: Shelling killed 12 people in Qamar."]
)
def test_a_sentence_that_begins_with_a_date_keeps_it(text: str) -> None:
    found = article(f"{text}\n{SECOND}\n", None)
    assert (found.boilerplate, found.dated) == ((), None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This story is over 5 years old.", BoilerplateKind.NOTICE),
        ("This article is more than 7 years old", BoilerplateKind.NOTICE),
        ("Advertisement", BoilerplateKind.NOTICE),
        ("Story continues below advertisement", BoilerplateKind.NOTICE),
        ("Sign up for our daily newsletter and never miss a story", BoilerplateKind.NOTICE),
        ("© Qamar Post 2034. All rights reserved.", BoilerplateKind.COPYRIGHT),
        ("Copyright 2034 Qamar Post", BoilerplateKind.COPYRIGHT),
        ("We use cookies to make this site better for you.", BoilerplateKind.COOKIES),
        ("By continuing to browse you agree to our terms of use", BoilerplateKind.COOKIES),
        ("Leave a Reply", BoilerplateKind.COMMENTS),
        ("Your email address will not be published.", BoilerplateKind.COMMENTS),
        ("Required fields are marked *", BoilerplateKind.COMMENTS),
        ("Be the first to comment", BoilerplateKind.COMMENTS),
        ("12 Comments", BoilerplateKind.COMMENTS),
        ("Share on Facebook", BoilerplateKind.MENU),
        ("Facebook Twitter WhatsApp Email", BoilerplateKind.MENU),
        ("Skip to main content", BoilerplateKind.MENU),
        ("Read more: Ceasefire fails in the north", BoilerplateKind.RELATED),
        ("Related stories", BoilerplateKind.RELATED),
        ("Photo: Gulf Wire", BoilerplateKind.CAPTION),
        ("Smoke over the port of Qamar. | Photo: Gulf Wire", BoilerplateKind.CAPTION),
        ("In this photo released by the ministry, a frigate fires a missile at sea.", BoilerplateKind.CAPTION),
        ("This undated photo provided by the mayor shows the market of Qamar.", BoilerplateKind.CAPTION),
        ("Ministry press service photo via Gulf Wire", BoilerplateKind.CAPTION),
        ("Men carry a wounded boy out of the market (Photo: Ada Qasim)", BoilerplateKind.CAPTION),
        ("By Ada Qasim and Omar Idris in Qamar", BoilerplateKind.BYLINE),
        ("(Reporting by Ada Qasim; Editing by Omar Idris)", BoilerplateKind.BYLINE),
        ("Published 23 June 2031", BoilerplateKind.BYLINE),
        ("Last updated: June 23, 2031 at 10:15 GMT", BoilerplateKind.BYLINE),
    ],
)
def test_a_line_that_is_no_story_is_marked_with_its_kind(line: str, kind: BoilerplateKind) -> None:
    found = article(f"{HEADLINE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n", None)
    assert marked(found, kind) == [line]
    assert FIRST in found.story
    assert SECOND in found.story


@pytest.mark.parametrize(
    "line",
    [
        "This report was released by the ministry two days ago and names 12 dead.",
        "A photo released by the ministry shows the wreck of the plane near Qamar.",
        "Pictures posted by residents showed bodies in the street.",
        "He said he would comment on the strike after the inquiry.",
        "By Monday evening the rebels had taken the town.",
        "Share prices fell after the strike.",
        "The image of a burning bus was shown on state television.",
        "Photographs by witnesses show smoke over the port.",
        "News of the strike spread quickly in Qamar.",
        "Watch towers along the border were shelled.",
        "Read together, the statements say that 12 people died.",
        "Homes in the village were hit via drone, he said.",
        "“No comment,” the spokesman said.",
    ],
)
def test_a_sentence_of_the_story_is_never_marked(line: str) -> None:
    assert article(f"{HEADLINE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n", None).boilerplate == ()


def test_menus_sections_and_dates_before_the_story_are_marked() -> None:
    text = f"• Live\n  • Audio Only\nNews > World\n\n{HEADLINE}\n\nJune 3, 2031\nOpinion\n\n{FIRST}\n\n{SECOND}\n"
    found = article(text, None)
    assert marked(found, BoilerplateKind.MENU) == ["• Live", "• Audio Only"]
    assert marked(found, BoilerplateKind.BYLINE) == ["News > World", "June 3, 2031", "Opinion"]
    assert (headline(found), found.dated) == (HEADLINE, dt.date(2031, 6, 3))


def test_a_caption_that_stands_twice_is_marked_twice() -> None:
    caption = "The cruiser at anchor off the coast of Qamar."
    found = article(f"{HEADLINE}\n\n  • {caption}\n\n   {caption} | Photo: Gulf Wire\n\n{FIRST}\n\n{SECOND}\n", None)
    assert marked(found, BoilerplateKind.CAPTION) == [f"• {caption}", f"{caption} | Photo: Gulf Wire"]


def test_of_a_sentence_that_stands_twice_the_caption_is_marked_and_the_body_kept() -> None:
    found = article(f"{HEADLINE}\n\nThe ministry’s ships fired 26 missiles\n\nThe ministry's ships fired 26 missiles\n\n{FIRST}\n", None)
    assert marked(found, BoilerplateKind.CAPTION) == ["The ministry’s ships fired 26 missiles"]
    assert "The ministry's ships fired 26 missiles" in found.story


def test_a_headline_that_stands_twice_stays_once() -> None:
    found = article(f"Shelling kills 12 people in Qamar\n\nShelling kills 12 people in Qamar\n\n{FIRST}\n\n{SECOND}\n", None)
    assert found.headline is not None
    assert found.headline.start == 0
    assert marked(found, BoilerplateKind.CAPTION) == ["Shelling kills 12 people in Qamar"]


def test_the_headline_below_related_is_marked_and_the_story_after_it_kept() -> None:
    found = article(f"{HEADLINE}\n\n{FIRST}\n\nRELATED:\nArmy says it shot down a drone near Qamar\n\n{SECOND}\n", None)
    assert marked(found, BoilerplateKind.RELATED) == ["RELATED:", "Army says it shot down a drone near Qamar"]
    assert SECOND in found.story


def test_the_number_between_comment_lines_is_marked() -> None:
    found = article(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\nComment\n0\nComments\n", None)
    assert marked(found, BoilerplateKind.COMMENTS) == ["Comment", "0", "Comments"]


def test_an_agencys_name_alone_at_the_end_is_marked() -> None:
    assert marked(article(f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}\n\nGulf Wire\n", None), BoilerplateKind.BYLINE) == ["Gulf Wire"]


def test_the_day_of_a_caption_or_copyright_is_no_publication_date() -> None:
    text = (
        f"{HEADLINE}\n\nIn this photo provided on May 31, 2031 by the ministry, a ship fires.\n\n{FIRST}\n\n{SECOND}\n\n© 2034 Qamar Post\n"
    )
    assert article(text, None).dated is None


def test_the_published_line_wins_over_the_updated_one() -> None:
    found = article(f"{HEADLINE}\nUpdated June 9, 2031\nPublished June 3, 2031\n\n{FIRST}\n\n{SECOND}\n", None)
    assert found.dated == dt.date(2031, 6, 3)


def test_an_update_alone_is_no_publication_date() -> None:
    assert article(f"{HEADLINE}\nUpdated June 9, 2031\n\n{FIRST}\n\n{SECOND}\n", None).dated is None


def test_a_dateline_with_a_year_gives_the_date_and_stays_in_the_story() -> None:
    found = article(f"{HEADLINE}\n\nQAMAR, June 3, 2031 (Gulf Wire) - {FIRST}\n\n{SECOND}\n", None)
    assert (found.dated, found.boilerplate) == (dt.date(2031, 6, 3), ())


def test_a_chronicle_keeps_the_dates_above_its_entries() -> None:
    found = article(f"3 June 2031\n{FIRST}\n4 June 2031\n{SECOND}\n", None)
    assert (found.boilerplate, found.dated) == ((), None)


lines = st.lists(
    st.one_of(
        st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=40),
        st.sampled_from(
            [
                HEADLINE,
                FIRST,
                SECOND,
                "Share",
                "RELATED:",
                "0",
                "Comments",
                "Published 3 June 2031",
                "3 June 2031 - ",
                "By Ada Qasim",
                "*",
                "",
            ]
        ),
    ),
    max_size=12,
)


@given(lines, st.none() | st.sampled_from([HEADLINE, "Another title", FIRST]))
def test_nothing_of_a_text_is_lost_and_every_span_stands_in_it(parts: list[str], title: str | None) -> None:
    text = "\n".join(parts)
    found = article(text, title)
    assert found.text in (text, f"{title}\n\n{text}")
    ends = [0]
    for mark in found.boilerplate:
        assert ends[-1] <= mark.span.start < mark.span.end <= len(found.text)
        ends.append(mark.span.end)
    if found.headline is not None:
        assert found.text[found.headline.start : found.headline.end].strip()
        assert not any(mark.span.overlaps(found.headline) for mark in found.boilerplate)
