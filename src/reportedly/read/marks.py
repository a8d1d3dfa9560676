"""What lines that are no story look like: tables of general language, a kind to each.

Every pattern is held against one stripped line of at most LONGEST_LINE characters (captions: LONGEST_CAPTION),
so none of them can run long.
"""

from __future__ import annotations

import re

from reportedly.model import BoilerplateKind
from reportedly.read.days import DATE, MONTH, NUMERIC, WEEKDAY

LONGEST_LINE = 300
LONGEST_CREDITED = 350
LONGEST_CAPTION = 600

NAME = r"(?:[A-Z][\w.'’-]*|al|de|der|van|von|bin|ibn|el)"
NAMES = rf"{NAME}(?: {NAME}){{0,4}}"
TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,4}|local time)(?:[+-]\d{1,4})?\)?)?"
LABEL = (
    r"(?:first |last |originally )?(?:published|updated|posted|modified|issued|created|filed|"
    r"(?:release |publication )?date(?: of publication)?)(?: (?:on|at|by))?"
)

DATE_LINE = re.compile(
    rf"(?P<label>{LABEL}:? ?)?(?:{TIME},? )?(?:on )?(?:{DATE}|{NUMERIC})(?:,? (?:[-–—|•·] ?)?(?:at )?{TIME})?"
    rf"(?:(?: by | ?[,|–—-] ?(?:by )?)(?-i:{NAMES}(?: and {NAMES})?))?[ .|•·–—-]*",
    re.IGNORECASE,
)
"""A line that holds a date and nothing of the story: "Published 23 June 2031", "Tuesday, May 3, 2031 - 10:15 GMT"."""

DATE_PREFIX = re.compile(rf"(?P<label>{LABEL}:? )?{DATE}(?:,? (?:at )?{TIME})?(?P<by> by (?!\d))?[ |:–—-]*", re.IGNORECASE)
"""A date at the very start of a text that goes on with the headline or story in the same line."""

DATE_WORDS = re.compile(rf"(?:{LABEL}[: ]+)?(?:(?:{WEEKDAY}|{MONTH}|\d{{1,8}}(?:st|nd|rd|th)?)(?:[\W_]+|$)|{MONTH}(?=\d))+", re.IGNORECASE)
"""What may stand before a known title in its line: words and figures of a date, even of one that cannot be read."""

DATE_IN_DATELINE = re.compile(
    rf"[A-Z][A-Z.'’-]{{2,30}}(?:[ ,]+[A-Z][\w.'’-]{{0,30}}){{0,5}}[,(/ ]+(?P<date>(?i:{DATE}))[),]?[^.!?\n]{{0,30}}?(?:--|[-–—:)])"
)
"""A dateline with a full date: "ADEN, May 3, 2031 (Agency) -"."""


def _lines(kind: BoilerplateKind, *patterns: str, flags: int = re.IGNORECASE) -> tuple[BoilerplateKind, re.Pattern[str]]:
    return kind, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


ANYWHERE = (
    _lines(
        BoilerplateKind.COPYRIGHT,
        r"(?:©|\(c\)|&copy;).*",
        r"copyright\b.{0,40}\b(?:19|20)\d\d\b.*",
        r".{0,80}\ball rights reserved\b.{0,160}",
        r"this (?:material|article|story|content) may not be (?:published|reproduced|copied).*",
    ),
    _lines(
        BoilerplateKind.COOKIES,
        r"(?:we|this (?:web ?)?site|our (?:web ?)?site|our partners)\b.{0,60}\buse[sd]? (?:\w+ ){0,3}cookies\b.*",
        r"by (?:continuing|using|clicking|browsing)\b.{0,120}\b(?:cookies|privacy policy|terms of (?:use|service))\b.*",
        r"(?:accept|reject|manage|allow)(?: all)?(?: (?:cookies|preferences))?",
        r"(?:cookie|privacy) (?:policy|settings|preferences|notice)",
    ),
    _lines(
        BoilerplateKind.COMMENTS,
        r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment)s?\b.{0,40}",
        r"(?:your )?e-?mail address will not be (?:published|shown|shared).*",
        r"required fields are marked ?\*?",
        r"(?:post|be the first to|no) (?:with no )?comments?(?: yet)?\.?",
        r"(?:view |show |see |read |hide )?(?:all )?(?:\(?\d[\d,.]*\)? )?comments?(?: ?[:(]? ?\d[\d,.]*\)?)?(?: are closed\.?| policy)?",
        r"(?:please )?let us know if you(?:'|’)?(?:re| are) having (?:issues|problems|trouble) with comment.*",
        r"(?:join|start) the (?:conversation|discussion)\.?",
        r"you must be (?:logged|signed) in to (?:post a )?(?:comment|reply).*",
        r"(?:log|sign) in to (?:comment|reply|leave a comment).*",
        r"save my name,? e-?mail.{0,60}",
        r"(?:name|e-?mail|website|comment) ?\*",
        r"comments powered by .{1,40}",
        r"notify me of (?:new|follow-?up) (?:posts|comments).*",
        r"\*",
    ),
    _lines(
        BoilerplateKind.NOTICE,
        r"this (?:story|article|post|page|report) (?:is|was (?:first |originally |last )?(?:published|posted|updated|written))"
        r"(?: \w+){0,3} \d+ (?:years?|months?|days?) (?:old|ago)\.?",
        r"(?:last )?updated:? .{0,20}\b(?:ago|today|yesterday)\.?",
        r"\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
        r"(?:advertisement|advertisements|sponsored(?: content)?|promoted(?: content)?|ad)",
        r"(?:article|story) continues below(?: (?:this )?(?:advertisement|ad|video))?\.?",
        r"continue reading(?: (?:the main|below).{0,40})?\.?",
        r"this (?:article|story|post) (?:was|has been) (?:originally |first |last )?(?:published|updated|corrected|amended|edited)"
        r"\b.{0,200}",
        r"(?:sign up|subscribe)\b.{0,30}\b(?:newsletters?|e-?mails?|alerts?|channel|updates)\b.{0,80}",
        r"(?:click|tap) here\b.{0,120}",
        r"download (?:our|the) (?:free )?(?:mobile )?apps?\b.{0,80}",
        r"(?:please )?(?:enable|turn on) javascript\b.{0,40}",
        r"(?:follow|like|find|join) us on\b.{0,80}",
        r"(?:listen to|watch|print|save|share|e-?mail|bookmark) this (?:article|story|page|post)\.?",
        r"(?:reading time:? )?\d+ ?-?(?:min(?:ute)?s?)\.? read(?:ing time)?",
        r"(?:send|report) (?:us )?(?:a )?(?:correction|tip|typo|feedback)s?\b.{0,60}",
        r"support (?:our|independent) journalism\b.{0,80}",
    ),
    _lines(
        BoilerplateKind.MENU,
        r"(?:share|tweet|pin|e-?mail|print|save|like|follow|reply|facebook|twitter|whatsapp|telegram|linked ?in|reddit|pinterest|tumblr|"
        r"messenger|instagram|youtube|rss|google ?(?:plus|\+)|copy (?:the )?link|"
        r"x|viber|flipboard|share (?:on|via|to|with) .{2,30}|tweet this|"
        r"share this(?: (?:on|via|with) .{2,30})?:?)",
        r"(?:(?:share|tweet|facebook|twitter|whatsapp|telegram|linkedin|e-?mail|print|reddit|pinterest)[ ,|•·/]*){2,}",
        r"\d[\d,.]*[km]? (?:shares?|views?|likes?|retweets?)",
        r"(?:skip to (?:main )?(?:content|navigation)|main menu|menu|navigation|search|home|home ?page|"
        r"log ?in|sign ?(?:in|up|out)|register|"
        r"subscribe|close|open|back to top|back|next|previous|toggle (?:navigation|menu)|about us|contact(?: us)?|terms of (?:use|service)|"
        r"site ?map|advertise(?: with us)?|live|live tv|watch live|audio only|listen(?: live)?|play|pause|mute|loading\.*|"
        r"load more|show more|"
        r"read more|see more|view gallery|tags?:?|topics?:?)",
    ),
    _lines(
        BoilerplateKind.RELATED,
        r"(?:read (?:more|also|next)|see also|also read|more (?:on|about) this(?: story)?|more (?:on|from)|related(?: \w+)?|recommended|"
        r"don(?:'|’)t miss|watch|must read|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested in))"
        r"(?: ?[:|»>-] ?\S.{0,150}| ?[:|»>])",
        r"(?:related (?:articles?|stories|posts|news|content|topics|coverage|links)|"
        r"most (?:read|popular|viewed)(?: (?:stories|articles|news))?|"
        r"recommended(?: for you| stories)?|"
        r"more (?:news|stories|top stories)(?: from .{2,40})?|trending(?: now| stories)?|latest (?:news|stories)|"
        r"you (?:may|might) also like|also in the news|read also|see also|top stories|around the web|from the web|editor(?:'|’)s picks?)",
    ),
    _lines(
        BoilerplateKind.BYLINE,
        r"\(?(?:additional )?(?:reporting|writing|editing|edited|written|compiled|translated|reported) by [^.!?]{2,150}\.?\)?",
    ),
    _lines(
        BoilerplateKind.BYLINE,
        rf"[Bb][Yy]:? {NAMES}(?:(?:,| and| &|, and) {NAMES}){{0,4}}(?:(?:,| in| \||/| -| –) ?{NAMES}){{0,2}}",
        r"[Bb][Yy]:? [A-Z][A-Z .,'’&-]{2,60}",
        flags=0,
    ),
)
"""Lines that are no story wherever they stand."""

CAPTION = _lines(
    BoilerplateKind.CAPTION,
    r".*\| ?(?:photos?|image|picture|credit|source|photograph|video)s? ?: ?\S.{0,80}",
    r"(?:file )?(?:photos?|image|picture|photo credit|image credit|picture credit|photograph|caption|credit|image source|image caption|"
    r"media caption|image copyright|video caption) ?(?::|\||–|—| - ).*",
    r"(?:photo(?:graph)?|picture|image|video)s? by (?-i:" + NAMES + r")(?: ?[/,|(] ?.{0,40})?\.?",
    r".*(?:\bphotos?|\bpictures?|\bimages?|\bvideo|\bhandout|\bgetty images|\bpool)(?: photos?)? via .{2,40}",
    r".*[\[(](?:[^()\[\]]{0,30} )?(?:photos?|images?|pictures?|file|handout|photo by [^()\[\]]{2,60})(?: ?[/:|] ?[^()\[\]]{2,60})?[\])]",
    r".*[\[(](?:photos?|images?|pictures?|credit|source) ?[:/] ?[^()\[\]]{2,60}[\])]",
    r".*\b(?:afp|ap|epa|reuters|getty)(?: photo)?/[\w .,/-]{2,40}",
    r".{0,200}\b(?:getty images|ap photo|shutterstock|istock)\.?",
    r".*[\[(](?:ap|afp|epa|reuters|getty(?: images)?|anadolu(?: agency)?|xinhua)(?: photo)?\]",
)
"""Lines that say of themselves that they stand under a picture, by a label or a credit. Up to LONGEST_CREDITED characters."""

PICTURED = _lines(
    BoilerplateKind.CAPTION,
    r"in th(?:is|ese) (?:\w+[ -]){0,4}?(?:frame grab|photo(?:graph)?|image|picture|still|screen ?(?:shot|grab)|video grab)s?\b"
    r".{0,60}?\b(?:provided|taken|released|made|posted|supplied|grabbed|shot|published|distributed|obtained|from)\b.*",
    r"this (?:\w+[ -]){0,3}(?:frame grab|photo(?:graph)?|image|picture|still|screen ?(?:shot|grab)|handout)\b.{0,30}"
    r"\b(?:taken|released|provided|posted|made available|supplied) .{0,60}\b(?:shows?|showing|depicts?)\b.*",
)
"""Lines that describe a picture: "In this photo released by …". Up to LONGEST_CAPTION characters."""

SECTION_WORDS = (
    "news|world|international|middle east|africa|asia|europe|americas|opinion|analysis|politics|conflict|defen[cs]e|security|national|"
    "local|breaking(?: news)?|top stor(?:y|ies)|headlines|editorial|features?|commentary|report|press release|blog|latest|"
    "exclusive|world news|"
    "latest news|for immediate release|region|regional|war|military"
)
HEAD = (
    _lines(BoilerplateKind.BYLINE, rf"(?:{SECTION_WORDS})(?: ?[>»›|/,] ?[\w&' -]{{2,30}}){{0,4}}"),
    _lines(BoilerplateKind.BYLINE, r"[\w&'’-]+(?: [\w&'’-]+){0,3}(?: ?[>»›] ?[\w&'’-]+(?: [\w&'’-]+){0,3}){1,5}"),
    _lines(BoilerplateKind.MENU, r"[•·▪►*–-]\s*[^\W\d]+(?: [^\W\d]+){0,2}"),
    _lines(BoilerplateKind.BYLINE, r"(?-i:[\dA-Z./-]{0,30}\d[\dA-Z./-]{0,30})"),
)
"""Lines that are no story before the story has begun: sections, paths of sections, short list items, numbers of releases."""

CAPTION_HINTS = tuple(
    "photo|picture|image|credit|caption|source|via |getty|shutterstock|istock|grab|still|screen|handout|file|afp|ap/|(ap|[ap|epa|reuters|"
    "anadolu|xinhua|video| pool".split("|")
)
"""Words, in lower case, without which no line is a caption: a quick look before the slow one."""

RELATED_LEADS = re.compile(
    r"(?:related|read (?:more|also|next)|see also|also read|more on this(?: story)?|don(?:'|’)t miss|watch|must read) ?:", re.IGNORECASE
)
"""A line that announces the headline of another story in the line below."""

COMMENT_HEADS = re.compile(r"comments?", re.IGNORECASE)
BULLET = re.compile(r"^[•·▪►]\s*")
SENTENCE_END = tuple('.!?”"…')
FULL_STOPS = (".", ".”", '."', ".’", ".'", "!”", "?”")
