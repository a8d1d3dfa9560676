"""The grammar: which words are a time expression, and the form that they mean.

A sentence is matched as its words joined by single spaces, so that patterns speak of words and marks, and
every match starts and ends at a word's edge. Of the patterns that match at a word the longest wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from reportedly.extract import time_forms as forms
from reportedly.extract import time_relative as relative
from reportedly.extract.time_calendar import Unit
from reportedly.extract.time_feasts import Feast
from reportedly.extract.time_forms import Form
from reportedly.extract.time_words import (
    DAY_NUMBER,
    DAY_ORDINAL,
    DAY_PART,
    FEASTS,
    FIXED_DAYS,
    HYPHEN,
    MONTH,
    MOVING_DAYS,
    NUMBER,
    PART,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    number,
    part,
    unit,
    weekday_number,
)

Build = Callable[[re.Match[str]], Form | None]

_REFERRED = r"(?P<yref>last|this|next|that same|that|the same|the following|the next|the previous|the preceding) year"
_YEAR = rf"(?P<year>{YEAR})(?! ?[\d%])(?! (?:BCE?|B\.C\.))"
_ANCIENT = r"(?P<year>\d{1,4}) (?:BCE?|B\.C\.)(?: ?E\.)?"
_IN_YEAR = rf"(?:(?: ,)? (?:of |in )?(?:the year )?(?P<year>{YEAR})(?!\d)(?! ?%)(?! (?:BCE?|B\.C\.))|(?: ,)? (?:of |in )?{_REFERRED})?"
_HEAD = rf"(?:(?:the )?(?:(?:early|late) )?(?:hours|{DAY_PART})(?: hours)? (?:of|on) (?:the )?|(?:early|late)(?: on)? )?"
_WEEKDAY = rf"(?:(?P<wd>{WEEKDAY})(?: ,)? )?(?:the )?"
_TAIL = rf"(?:(?: ,)? {DAY_PART}\b)?"
_DAY = rf"(?P<day>{DAY_NUMBER}|{DAY_ORDINAL}(?= of))"
_SECOND = rf"(?:{HYPHEN}| (?:to|and|or|until|till|through) (?:the )?)(?:{WEEKDAY}(?: ,)? )?(?P<day2>{DAY_NUMBER})"
_FOLLOWED = r"(?= (?:by|the|that|this|a|an|its|his|her|their|our|of|when|they|he|she|it|[A-Z])|\s?\w)"


def _year(match: re.Match[str]) -> forms.Year:
    if match["year"]:
        return int(match["year"])
    if match["yref"] is None:
        return None
    word = match["yref"].lower().rpartition(" ")[2]
    offset = {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}.get(word, 0)
    return forms.YearRef(offset, story=" " in match["yref"] or word == "that")


def _date(match: re.Match[str]) -> Form:
    groups = match.groupdict()
    last = day_number(groups["day2"]) if groups.get("day2") else None
    last_month = month_number(groups["month2"]) if groups.get("month2") else None
    return forms.Date(_year(match), month_number(match["month"]), day_number(match["day"]), last, last_month)


def _iso(match: re.Match[str]) -> Form:
    return forms.Date(int(match["year"]), int(match["month"]), int(match["day"])) if int(match["month"]) <= 12 else relative.Unclear()


def _slashed(match: re.Match[str]) -> Form:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first > 12 >= second or (match["mark"] == "." and second <= 12):
        return forms.Date(year, second, first)
    return forms.Date(year, first, second) if second > 12 >= first or first == second else relative.Unclear()


def _month(match: re.Match[str]) -> Form:
    return forms.Month(_year(match), month_number(match["month"]), part(match["part"]))


def _month_told(match: re.Match[str]) -> Form:
    return relative.NamedMonth(match["which"].lower(), month_number(match["month"]))


def _month_days(match: re.Match[str]) -> Form:
    size = {"day": 1, "week": 7}[match["unit"].lower()]
    nth, amount = match["nth"].lower(), match["n"]
    several = match["many"].lower() == "s"
    length = size * number(amount) if amount else 7 if several else size
    position = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}.get(nth)
    first = 0 if position is None else 1 + position * size
    return forms.MonthDays(_year(match), month_number(match["month"]), first, length)


def _part_of_unit(match: re.Match[str]) -> Form:
    return relative.PartOfUnit(unit(match["unit"]), part(match["part"]))


def _months(match: re.Match[str]) -> Form:
    first = match["nth"].lower() in {"first", "opening"}
    return forms.Months(int(match["year"]), int(first), number(match["n"]))


def _ancient(match: re.Match[str]) -> Form:
    month, season = match["month"], match["season"]
    return forms.BeforeChrist(int(match["year"]), month_number(month) if month else None, season.lower() if season else None)


def _beside(match: re.Match[str]) -> Form:
    words = match["which"].lower()
    side = -1 if words.rpartition(" ")[2] in {"last", "previous", "preceding"} else 1
    groups = match.groupdict()
    of = forms.Season(None, groups["season"].lower()) if "season" in groups else forms.Month(None, month_number(groups["month"]))
    return forms.Beside(of, side, published=" " not in words)


def _years(match: re.Match[str]) -> Form:
    first, last = int(match["year"]), match.groupdict().get("last")
    if last is None:
        return forms.Years(first, part=part(match["part"]))
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return forms.Years(first, end - first + 1) if end > first else relative.Unclear()


def _decade(match: re.Match[str]) -> Form:
    return forms.Years(int(match["year"]), 10, Unit.DECADE, part(match["part"]))


def _century(match: re.Match[str]) -> Form:
    if match["bc"]:
        return relative.Unclear()
    return forms.Years((day_number(match["nth"]) - 1) * 100 or 1, 100, Unit.CENTURY, part(match["part"]))


def _season(match: re.Match[str]) -> Form:
    groups = match.groupdict()
    year = _year(match)
    if year is None and groups.get("which"):
        word = groups["which"].lower().rpartition(" ")[2]
        if word in {"that", "same"}:
            return forms.Season(forms.YearRef(0, story=True), match["season"].lower(), part(match["part"]))
    return forms.Season(year, match["season"].lower(), part(match["part"]))


def _weekday(match: re.Match[str]) -> Form:
    which = (match["which"] or "").lower()
    week = match["week"]
    told = {"last": -1, "this": 0, "next": 1}[week.split()[0].lower()] if week else which
    return relative.Unclear() if which.startswith(("the ", "that")) else relative.Weekday(weekday_number(match["wd"]), told)


def _deictic(match: re.Match[str]) -> Form:
    offset = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    word, lead = match["unit"].lower(), (match["lead"] or "").lower()
    if word == "weekend":
        return relative.Weekend(offset + (offset < 0))
    return relative.Deictic(unit(word), offset, part(match["part"]), -1 if lead == "earlier" else 1 if lead in {"later", "later on"} else 0)


def _same(match: re.Match[str]) -> Form:
    lead = (match["lead"] or "").lower()
    return relative.Same(unit(match["unit"]), part(match.groupdict().get("part")), -1 if lead == "earlier" else 1 if lead else 0)


def _next(match: re.Match[str]) -> Form:
    earlier = match["which"].lower() in {"previous", "preceding"}
    return relative.Shifted(-1 if earlier else 1, unit(match["unit"]))


def _amount(match: re.Match[str]) -> int | None:
    words, of = match["n"], match["unit"].lower()
    if words is None or not re.fullmatch(NUMBER, words, re.IGNORECASE):
        return None
    return number(words) * 2 if of.startswith("fortnight") else number(words) // 60 if of.startswith("minute") else number(words)


def _half(match: re.Match[str]) -> Form:
    months = 12 * number(match["n"]) + 6
    word = (match["way"] or "").lower()
    return relative.Ago(months, Unit.MONTH) if word == "ago" else relative.Shifted(-months if word == "earlier" else months, Unit.MONTH)


def _ago(match: re.Match[str]) -> Form:
    amount = _amount(match)
    return relative.Unclear(-1) if amount is None else relative.Ago(amount, unit(match["unit"]))


def _shifted(match: re.Match[str], *, sign: int) -> Form:
    amount = _amount(match)
    return relative.Unclear(sign) if amount is None else relative.Shifted(sign * amount, unit(match["unit"]))


def _past(match: re.Match[str]) -> Form:
    sign = 1 if match["which"].lower() in {"next", "coming"} else -1
    several = match["n"] is None and match["many"].lower() == "s"
    amount = 1 if match["n"] is None else _amount(match)
    return _recent(match, sign) if several or amount is None else relative.Span(sign * amount, unit(match["unit"]))


def _recent(match: re.Match[str], sign: int = -1) -> Form:
    """Some of a unit lie within one of the next longer unit: "recent days" within the last week."""
    longer = {"hour": Unit.DAY, "day": Unit.WEEK, "night": Unit.WEEK, "week": Unit.MONTH, "month": Unit.YEAR}
    return relative.Span(sign, longer[match["unit"].lower()]) if match["unit"].lower() in longer else relative.Unclear()


def _past_n(match: re.Match[str]) -> Form:
    return relative.Span(-number(match["n"]), unit(match["unit"]))


def _duration(match: re.Match[str]) -> Form:
    return relative.Duration(_amount(match), unit(match["unit"]))


def _fixed(match: re.Match[str]) -> Form:
    month, day = FIXED_DAYS[match["name"].lower()]
    return forms.Date(_year(match), month, day)


def _feast(match: re.Match[str]) -> Form:
    name = match["name"].lower().replace(" - ", "-").replace(" ul-", " al-")
    return Feast(_year(match), name)


def _overnight(match: re.Match[str]) -> Form:
    weekday = match["wd"]
    return relative.Overnight(None if weekday is None else weekday_number(weekday), weekday is None or match["into"] is not None)


def _built(form: Form, _: re.Match[str]) -> Form:
    return form


_UNIT = rf"(?P<unit>{UNIT})(?P<many>s?)\b"
_N = rf"(?P<n>{NUMBER}|{VAGUE})(?: more| long| full| whole)?"
_ABOUT = (
    r"(?:(?:just|only|about|around|almost|nearly|close to|some|roughly|approximately|over|under|at least|barely|less than|more than|"
    r"(?:a )?little (?:over|under|more than|less than)|another|a further|a mere) )?"
)
_ENDS = r"(?= (?:[.,;:)!?”\"']|and|but|in|at|on|when)|$)"
_SAME = r"(?:the very same|that same|this same|the same|that)"
_DAYLIKE = r"day|night|morning|afternoon|evening|week|month|year|decade|century"
_FIXED = "|".join(sorted(FIXED_DAYS, key=len, reverse=True))
_PERIOD = r"(?P<unit>day|week|weekend|month|year|decade|century)\b"

TABLE: tuple[tuple[str, Build], ...] = (
    (rf"(?P<year>{YEAR}) ?- ?(?P<month>\d\d) ?- ?(?P<day>\d\d)\b", _iso),
    (rf"(?P<a>\d{{1,2}}) ?(?P<mark>[/.-]) ?(?P<b>\d{{1,2}}) ?(?P=mark) ?(?P<year>{YEAR})\b", _slashed),
    (rf"{_HEAD}{_WEEKDAY}{_DAY} (?:of )?(?P<month>{MONTH})\b{_IN_YEAR}{_TAIL}", _date),
    (rf"{_HEAD}{_WEEKDAY}(?P<month>{MONTH}) (?:the )?{_DAY}\b(?! ?[-–] ?\d){_IN_YEAR}{_TAIL}", _date),
    (rf"(?<=\( )(?P<month>{MONTH}) {_DAY} \. (?P<year>{YEAR})(?= \))", _date),  # "(June 3. 2031)"
    (rf"{_HEAD}{_WEEKDAY}{_DAY}{_SECOND} (?:of )?(?P<month>{MONTH})\b{_IN_YEAR}", _date),
    (rf"{_HEAD}{_WEEKDAY}(?P<month>{MONTH}) {_DAY}{_SECOND}\b{_IN_YEAR}", _date),
    (rf"{_DAY} (?P<month>{MONTH}){HYPHEN}(?P<day2>{DAY_NUMBER}) (?P<month2>{MONTH})\b{_IN_YEAR}", _date),
    (rf"(?P<month>{MONTH}) {_DAY}{HYPHEN}(?P<month2>{MONTH}) (?P<day2>{DAY_NUMBER})\b{_IN_YEAR}", _date),
    (rf"(?P<part>{PART})?(?P<month>{MONTH})(?![\w]){_IN_YEAR}", _month),
    (rf"(?P<which>last|next|this) (?P<month>{MONTH})\b", _month_told),
    (r"(?P<which>(?:the )?(?:last|next|following|previous|preceding)) (?P<season>spring|summer|autumn|winter)\b", _beside),
    (rf"(?P<which>the (?:next|following|previous|preceding)) (?P<month>{MONTH})\b", _beside),
    (
        (
            rf"(?:the )?(?P<nth>first|opening|second|third|fourth|last|final|closing) (?:(?P<n>{NUMBER}) )?(?P<unit>day|week)(?P<many>s?) "
            rf"(?:of|in) (?P<month>{MONTH})(?!\w){_IN_YEAR}"
        ),
        _month_days,
    ),
    (rf"the (?P<nth>first|opening|last|final|closing) (?P<n>{NUMBER}) months of {_YEAR}(?!\w)", _months),
    (r"(?P<lead>earlier|later) in the (?P<unit>week|month|year|decade|century)\b", _same),
    (rf"(?P<part>{PART})(?P<unit>week|month|year|decade|century)\b(?! ?- ?long)", _part_of_unit),
    (
        (
            rf"(?:(?:around|circa|c\.|ca\.?) )?(?:{PART})?(?:(?P<month>{MONTH}) |(?P<season>spring|summer|autumn|winter) (?:of |in )?)?"
            rf"{_ANCIENT}(?!\w)"
        ),
        _ancient,
    ),
    (rf"(?:the year )?(?P<part>{PART})?{_YEAR}(?!\w)(?! ?- ?\d\d ?-)", _years),
    (rf"(?P<part>{PART})?{_YEAR}{HYPHEN}(?P<last>{YEAR}|\d\d)\b(?! ?[-–\d])", _years),
    (rf"(?:the )?(?P<part>{PART})?(?P<year>1\d\d0|20\d0) ?['’]?s\b", _decade),
    (rf"(?:the )?(?P<part>{PART})?(?P<nth>\d?\d ?(?:st|nd|rd|th)|{DAY_ORDINAL}) century(?P<bc> (?:BCE?|B\.C\.))?", _century),
    (
        (
            rf"(?P<which>(?:the |that same |that |this |the same ))?(?P<part>{PART})?"
            rf"(?P<season>spring|summer|autumn|winter){_IN_YEAR}"
        ),
        _season,
    ),
    (rf"(?P<which>this |last |next )?(?:the )?(?P<part>{PART})?(?P<season>fall)(?: ,)? (?:of |in )?(?:{_YEAR}|{_REFERRED})", _season),
    (
        (
            rf"{_HEAD}(?:(?P<which>last|this(?: past| coming)?|next|the same|the following|the previous|that) )?(?P<wd>{WEEKDAY})"
            rf"(?P<week> ?(?:last|this|next) week)?{_TAIL}"
        ),
        _weekday,
    ),
    (
        r"(?:(?:earlier|later|early|late) )?(?:today|this (?:morning|afternoon|evening))|tonight",
        partial(_built, relative.Deictic(Unit.DAY, 0)),
    ),
    (rf"(?:(?:earlier|later|early|late) )?(?:yesterday|last night)(?: {DAY_PART})?", partial(_built, relative.Deictic(Unit.DAY, -1))),
    (rf"tomorrow(?: {DAY_PART})?", partial(_built, relative.Deictic(Unit.DAY, 1))),
    (r"tonight", partial(_built, relative.Deictic(Unit.DAY, 0))),
    (r"(?:the )?day before yesterday", partial(_built, relative.Deictic(Unit.DAY, -2))),
    (rf"(?:(?P<lead>earlier|later(?: on)?) )?(?:in )?(?P<part>{PART})?(?P<which>last|this|next) {_PERIOD}", _deictic),
    (r"(?:over |at |during )?the weekend", partial(_built, relative.Weekend())),
    (
        (
            rf"(?:(?P<lead>earlier|later(?: on)?|late) )?(?P<part>{PART})?{_SAME} "
            rf"(?P<unit>{_DAYLIKE}|spring|summer|autumn|winter)\b"
        ),
        _same,
    ),
    (
        rf"(?:(?:early|late) )?the (?:very )?(?P<which>next|following|previous|preceding) (?P<unit>{_DAYLIKE})\b",
        _next,
    ),
    (rf"{_ABOUT}{_N} {_UNIT} ago", _ago),
    (rf"{_ABOUT}{_N} {_UNIT} (?:earlier|previously|prior|beforehand)(?! than\b)", partial(_shifted, sign=-1)),
    (rf"{_ABOUT}{_N} {_UNIT} (?:later|afterwards?|after that|thereafter|hence)(?! than\b)", partial(_shifted, sign=1)),
    (rf"{_ABOUT}{_N} {_UNIT} (?:later|earlier|sooner|longer|more) than\b", _duration),
    (rf"{_ABOUT}{_N} {_UNIT} before{_ENDS}", partial(_shifted, sign=-1)),
    (rf"{_ABOUT}{_N} {_UNIT} after{_ENDS}", partial(_shifted, sign=1)),
    (rf"{_ABOUT}{_N} {_UNIT} (?:before|after|prior to|following|since){_FOLLOWED}", partial(_built, relative.Unclear())),
    (rf"the (?P<unit>day|night|week|month|year) before{_ENDS}", lambda m: relative.Shifted(-1, unit(m["unit"]))),
    (rf"the (?P<unit>day|night|week|month|year) after{_ENDS}", lambda m: relative.Shifted(1, unit(m["unit"]))),
    (rf"the (?:day|night|morning|week|month|year) (?:before|after|following){_FOLLOWED}", partial(_built, relative.Unclear())),
    (rf"(?:just |only )?{UNIT}s (?:later|afterwards?|after)\b", partial(_built, relative.Unclear(1))),
    (rf"(?:just |only )?{UNIT}s (?:earlier|ago|before)\b", partial(_built, relative.Unclear(-1))),
    (rf"(?P<n>{NUMBER}) and a half years (?P<way>ago|earlier|later)", _half),
    (
        rf"(?:the|these) (?P<which>past|last|next|coming) (?:(?P<n>{NUMBER}|{VAGUE}) )?{_UNIT}",
        _past,
    ),
    (
        rf"(?:the (?:past|last) |past )(?P<n>{NUMBER}) {_UNIT}",
        _past_n,
    ),
    (r"(?:the )?(?:most )?recent (?P<unit>hour|day|week|month)s\b", _recent),
    (r"(?:the )?recent years\b", partial(_built, relative.Unclear())),
    (rf"overnight(?:(?: on| from)? (?:(?P<into>in ?to|to|into) )?(?P<wd>{WEEKDAY}))?", _overnight),
    (rf"(?P<name>{_FIXED}){_IN_YEAR}", _fixed),
    (rf"(?P<name>{FEASTS}){_IN_YEAR}", _feast),
    (rf"(?:{MOVING_DAYS})(?: \d{{4}})?\b", partial(_built, relative.Unclear())),
    (rf"(?:{WEEKDAY} )?the (?P<day>(?:[12]\d|3[01]|[1-9]) ?(?:st|nd|rd|th))\b", lambda m: relative.DayOfMonth(day_number(m["day"]))),
    (rf"(?:the following )?{_ABOUT}{_N}(?: ?- ?| ){_UNIT}(?: old\b| of age\b|(?: ?- ?| )long\b)?", _duration),
    (rf"(?:(?<=\bfor )|(?<=\bin )|(?<=\bwithin ))(?P<unit>{UNIT})s\b", lambda m: relative.Duration(None, unit(m["unit"]))),
)
LOOSE: tuple[tuple[str, relative.Loosely], ...] = (
    (r"(?:right )?now|currently|nowadays|these days|present ?- ?day|modern ?- ?day|at present", relative.Loosely.PRESENT),
    (r"(?<=\b(?:at|by|in) )this time|(?<=\bat )the time(?= (?:[.,;:)”\"']|being|and|but))|(?<=\bto )date", relative.Loosely.PRESENT),
    (r"the current|current(?= (?!of)\w)", relative.Loosely.PRESENT),
    (r"former|formerly|recently|recent|(?<=\bin )the past", relative.Loosely.PAST),
    (r"the future|future", relative.Loosely.FUTURE),
    (r"(?:this|that|the same) period", relative.Loosely.STRETCH),
    (r"daily|every day|each day|everyday", relative.Loosely.DAILY),
    (r"weekly|every week", relative.Loosely.WEEKLY),
    (r"annually|yearly|every year", relative.Loosely.YEARLY),
    (r"(?<=\bat )night|night(?= ?- ?\w)|night(?= (?:attack|raid|assault|strike|patrol|fighting|operation)s?\b)", relative.Loosely.NIGHT),
    (r"daytime", relative.Loosely.DAYTIME),
    (
        (
            r"(?:[01]?\d|2[0-3])(?: ?[:.] ?[0-5]\d)? ?(?:a\.m\.|p\.m\.|am|pm|hrs|hours(?= (?:local|GMT|UTC)))(?!\w)|"
            r"(?:[01]?\d|2[0-3]):[0-5]\d(?! ?[:\d])|(?:[01]\d|2[0-4])[0-5]\d ?(?:GMT|UTC|hrs|hours|local time)\b"
        ),
        relative.Loosely.CLOCK,
    ),
)


def _rate(match: re.Match[str]) -> Form:
    return relative.Loose(relative.Loosely.RATE, unit(match["unit"]))


_ROWS: tuple[tuple[str, Build], ...] = (
    *TABLE,
    *((pattern, partial(_built, relative.Loose(kind))) for pattern, kind in LOOSE),
    (r"per (?P<unit>hour|day|week|month|year)\b", _rate),
)

RULES: tuple[tuple[re.Pattern[str], Build], ...] = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _ROWS)
