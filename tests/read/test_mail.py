"""E-mails: subject, sender, date and the text part."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest
from tests.read.conftest import STORY, Read

from reportedly.model import Problem, PublishedBasis, Report


def mail(text: str = STORY, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Qamar Post <desk@post.example>", "Subject": "Shelling kills 12 in Qamar", "Date": "Tue, 06 May 2031 23:50:00 -0300"}
    for name, value in (given | headers).items():
        if value:
            message[name] = value
    message.set_content(text)
    return message


def one(found: list[Report | Problem]) -> Report:
    (report,) = found
    assert isinstance(report, Report), report
    return report


def test_the_sender_is_the_outlet_the_subject_the_title_and_the_day_as_written(read: Read) -> None:
    report = one(read("a.eml", mail().as_bytes()))
    assert (report.outlet, report.title) == ("Qamar Post", "Shelling kills 12 in Qamar")
    assert (report.published, report.published_basis) == (dt.date(2031, 5, 6), PublishedBasis.METADATA)
    assert report.text == f"Shelling kills 12 in Qamar\n\n{STORY}"


def test_the_organization_goes_before_the_senders_name(read: Read) -> None:
    assert one(read("a.eml", mail(Organization="Gulf Wire").as_bytes())).outlet == "Gulf Wire"


def test_of_plain_text_and_html_the_plain_text_is_read(read: Read) -> None:
    message = mail()
    message.add_alternative("<html><body><p>Another wording stands here.</p></body></html>", subtype="html")
    assert "Another wording" not in one(read("a.eml", message.as_bytes())).text


def test_html_alone_is_read_as_a_page(read: Read) -> None:
    message = mail()
    message.set_content("<html><body><p>" + STORY.strip().replace("\n\n", "</p><p>") + "</p></body></html>", subtype="html")
    assert STORY.strip() in one(read("a.eml", message.as_bytes())).text


def test_what_stands_around_a_web_message_s_story_is_marked(read: Read) -> None:
    message = mail()
    body = "<p>" + STORY.strip().replace("\n\n", "</p><p>") + "</p>"
    message.set_content(f"<html><body><nav><a href=/>All letters</a></nav><article>{body}</article></body></html>", subtype="html")
    report = one(read("a.eml", message.as_bytes()))
    assert [report.quote(mark.span) for mark in report.boilerplate] == ["All letters"]


def test_attachments_are_no_text(read: Read) -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4 secret", maintype="application", subtype="pdf", filename="a.pdf")
    report = one(read("a.eml", message.as_bytes()))
    assert "secret" not in report.text
    assert STORY.strip() in report.text


@pytest.mark.parametrize("charset", ["utf-8", "us-ascii", "no-such-charset"])
def test_a_wrong_charset_is_overruled_by_the_bytes(read: Read, charset: str) -> None:
    head = f"From: Post <a@post.example>\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert "“Café”" in one(read("a.eml", head.encode() + f"The “Café” was hit. {STORY}".encode("cp1252"))).text


def test_a_coded_subject_is_read(read: Read) -> None:
    assert one(read("a.eml", mail(Subject="Café in Qamar – 12 die").as_bytes())).title == "Café in Qamar – 12 die"


def test_an_unreadable_date_is_left_out(read: Read) -> None:
    head = b"From: Post <a@post.example>\nSubject: S\nDate: some day in May\n\n"
    report = one(read("a.eml", head + STORY.encode()))
    assert (report.published, report.published_basis) == (None, PublishedBasis.NONE)


@pytest.mark.parametrize("sender", ["Qamar Post <desk@", "Desk: Qamar Post <desk@post.example: 1; Post <desk@post.example; b"])
def test_a_damaged_header_is_left_out_and_the_text_is_read(read: Read, sender: str) -> None:
    report = one(read("a.eml", f"From: {sender}\nSubject: Shelling kills 12 in Qamar\n\n{STORY}"))
    assert report.title == "Shelling kills 12 in Qamar"
    assert STORY.strip() in report.text
