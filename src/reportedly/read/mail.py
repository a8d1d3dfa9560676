"""E-mail: subject, sender, date and the text part."""

from __future__ import annotations

import email
import email.errors
import email.policy
from dataclasses import replace
from email.message import EmailMessage, MIMEPart

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead, Capture
from reportedly.read.days import read_date
from reportedly.read.decode import binary, checked, decode, nothing
from reportedly.read.page import Page, said

CUT_OFF = (email.errors.CloseBoundaryNotFoundDefect, email.errors.StartBoundaryNotFoundDefect)
TRIPS = (AttributeError, IndexError, LookupError, TypeError, ValueError)
"""What the standard library raises over some damaged headers."""
HEADERS = ("from", "subject", "date", "received", "message-id", "mime-version", "to")


def page(capture: Capture) -> Page:
    """The plain text part, or else the HTML part. The sender's name is the outlet; attachments are not read.

    Raises:
        CannotRead: no e-mail, cut off, or without a text part.
    """
    data = capture.data
    if not data.strip():
        raise nothing(data)
    if b"\x00" in data:
        raise binary("It holds zero bytes")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not any(name in message for name in HEADERS):
        raise CannotRead(
            ProblemReason.MALFORMED, "It has no e-mail headers. Save the message with its headers, or its text as a .txt file."
        )
    if any(isinstance(defect, CUT_OFF) for part in message.walk() for defect in part.defects):
        raise CannotRead(ProblemReason.TRUNCATED, "The message stops before its last part ends. Get the whole message and run again.")
    day = read_date(_header(message, "date") or "")
    page = said(_sender(message), _header(message, "subject"), None, day)
    return _with_body(page, message)


def _with_body(page: Page, message: EmailMessage) -> Page:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise CannotRead(ProblemReason.NO_TEXT, "The message has no text part, only attachments. Save them as files and read those.")
    text = _content(part)
    if part.get_content_type() != "text/html":
        return replace(page, text=checked(text))
    from reportedly.read.html import page_of_markup  # noqa: PLC0415  (only messages without a plain part need it)

    web = page_of_markup(checked(text), None, page.title)
    return replace(page, text=web.text, title=page.title or web.title, url=web.url, around=web.around)


def _content(part: MIMEPart) -> str:
    """The part's text: in the charset that it names, or, where that fails, in the one its bytes tell."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):  # a wrong charset is named: the bytes decide
        return decode(data)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except TRIPS:  # a damaged header is left out
        return None
    return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace") if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    if organization := _header(message, "organization"):
        return organization
    name, _ = email.utils.parseaddr(_header(message, "from") or "")
    return name or None
