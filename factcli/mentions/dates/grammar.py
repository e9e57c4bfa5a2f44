"""The forms in which a single date is printed: one regular expression over the letters of ``dates.words``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.calendar import MONTHS
from factcli.english.marks import APOSTROPHES
from factcli.english.numbers import CARDINALS, ORDINAL_SUFFIXES, ORDINALS
from factcli.mentions.dates.when import When
from factcli.mentions.dates.words import spoken_year
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    import re

    from factcli.mentions.lexer import Tokens

# Two digits are a year of the last century from here on: '45 is 1945, '20 is 2020.
_PIVOT, _LAST_CENTURY, _THIS_CENTURY = 30, 1900, 2000

_DIGITS = 4  # of the greatest year

# What the {names} in the forms below mean.
_PIECES = {
    "weekday": r"(?:W[.p]?,?)?+",
    "day": r"(?P<day>d(?:'?h)?|w-?O|O)",
    "days": r"(?P<days>(?:d|w-?O|O)h?(?:(?:[-~/]|cT?)(?:W,?)?(?:d|w-?O|O)h?|(?:,dh?){0,8},?aT?(?:d|w-?O|O)h?))",
    # The dot of "Dec." belongs to it only where the date goes on.
    "month": r"(?P<month>M|m(?:[.p](?=,?[ydtOY']))?)",
    # Two digits are a year after an apostrophe, or at the end of the phrase: "Aug 96." but not "5 August 45 people".
    "year": r"(?:,?(?:o|i)?T?(?P<year>y|Yz*+|'[dt]|t(?=[.,;)p~]|$)(?![.][dt])))",
    "era": r"(?P<count>[dtyn_]|d,[n_])(?P<era>Ee*+)",
    "ordinal_or_last": r"T?(?:(?P<day>dh|w-?O|O)|(?P<last>L))",
    # A figure of digits alone goes on neither here nor as a telephone number or version.
    # "3:50 pm," or "15:50:06 EDT" between a day and its year.
    "clock": r"(?:,?x?[dt](?:[:.][dt]){0,2}(?:A|_[.]_[.p]?)?(?:Z|[_~]_)?)",
    "quarter": r"(?P<short>qd|dq)",
    "fiscal": r"(?P<mark>F)'?(?P<year>y|[dt])(?:[-/](?P<next>[dty]))?",
    "of": r"(?:[,oi]?T?(?:U(?=y))?)",
    "nth": r"(?:dh|w-?O|O)",
    "end": r"(?![./][dty](?!-d-d))(?!-[dty](?![-/.]d))",
}

# Name of the form: how it is printed.  The first form that matches at a place wins, so the longer ones come first.
# What a form says is a function in ``days`` or ``periods``.
FORMS = {
    "iso": r"(?P<year>y)(?P<sign>[-/.])(?P<month>d)(?P=sign)(?P<day>d){end}",
    "numeric": r"{weekday}(?P<first>d)(?P<sign>[-/.])(?P<second>d)(?P=sign)(?P<year>y|[dt]){end}",
    "day_month_era": r"{weekday}T?{day}o?{month},?{era}",
    "month_day_era": r"{weekday}{month}T?{day},?{era}",
    "day_month_digits": r"{weekday}(?P<day>d)(?P<sign>[-/]?){month}(?P=sign)(?!t(?:[.,p~]|$))(?P<year>[dt])(?!:){end}",
    "month_era": r"{month},?{era}",
    "days_numeric": r"(?P<from>d)[-~](?P<to>d)/(?P<month>d)/(?P<year>y){end}",
    "month_days": r"{month}b?T?{days}(?![Mm]){year}?",
    "days_month": r"{weekday}T?{days}o?{month}{year}?",
    "day_month": r"{weekday}(?:T(?=dh|do|O|w))?{day}(?:o|-|/)?{month}(?:(?:[-/]|{clock})?{year})?",
    "month_day": r"{weekday}{month}(?:[-/.]?T?{day}|,T?(?P<ordinal>dh))(?:(?:[-/]|{clock})?{year})?",
    "year_month_day": r"(?P<year>y)[-/]?{month}[-/]?{day}",
    "month_year_day": r"(?:(?P<month>M|m)(?P<sign>[-/])(?P<year>y)(?P=sign)(?P<day>d)){end}",
    "day_year_month": r"(?P<day>d)(?P<sign>[-/])(?P<year>y)(?P=sign)(?P<month>M|m)",
    "year_day_month": r"(?P<year>y)(?P<sign>[-/])(?P<day>d)(?P=sign)(?P<month>M|m)",
    "late_day": r"{weekday}T?(?P<day>t)h?o?{month},?(?P<year>y)",
    "month_late_day": r"{weekday}{month}T?(?P<day>t)h?,(?P<year>y)",
    "months": r"(?P<listed>[Mm](?:,[Mm]){1,9},?aT?[Mm])(?:o?T?U?){year}",
    "month_year": r"{month}(?:-|/|oTU)?{year}(?![-/][dt])",
    "year_month": r"(?P<year>y)(?:Ee*+)?(?P<glue>[-/,])?{month}(?!')",
    "holiday": r"(?P<holiday>Hz*+){year}?",
    "half_month": r"T?{day}(?P<part>Q)o{month}{year}?",
    "quarter_fiscal": r"(?:T?{day}-?Q|qd|dq)[,oi/~-]?T?(?:{fiscal}|fU?(?P<spoken>y))",
    "fiscal_quarter": r"fT?(?:{day}-?Q|qd|dq)[,oi]?T?U?(?P<spoken>y)",
    "fiscal_first": r"fU?(?P<spoken>y),?(?:qd|dq|T?{day}-?Q)",
    "quarters": r"(?P<from>qd|dq)(?P<dash>[-/~ac])(?P<to>qd|dq)(?:[-/]|{of}){year}",
    "quarters_listed": r"T?(?P<listed>{nth}(?:,{nth}){0,2}(?P<joint>,?[ac]|[-~])T?{nth})-?(?P<part>Q){of}{year}",
    "part_of_years": r"T?(?:{day}|(?P<last>L))-?(?P<part>Q)oT(?:(?P<decade>y)'?s|(?P<century>{nth})-?C(?P<era>Ee*+)?)",
    "decades_of_century": (r"T?(?:{day}|(?P<last>L))(?P<count>w|d)?(?P<unit>U)oT(?P<century>{nth})-?C(?P<era>Ee*+)?"),
    "quarter_digits": r"(?:dq[-/]?|qd[-/])(?P<digits>[dt])(?![./-][dty])",
    "quarter": r"(?:T?(?:{day}|(?P<last>L))-?(?P<part>Q)|{quarter}|(?P<noun>Q)(?P<count>d))(?:(?:[-/]|{of}){year})?",
    "year_quarter": r"(?P<year>y)[-/]?(?:(?P<short>qd)|T?{day}(?P<part>Q))",
    "nth_weekday": r"{ordinal_or_last}(?P<weekday>W)o{month}{year}",
    "nth_day": r"{ordinal_or_last}(?P<unit>U)o{month}{year}?",
    "nth_unit": r"{ordinal_or_last}(?P<unit>U)oT?(?:U(?=y))?{year}",
    "week_number": r"U(?P<count>d|t),?(?:o|i)?(?P<year>y)",
    "first_days": r"{ordinal_or_last}(?P<count>w|d|t)(?P<unit>U)(?:o|i){month}(?!'){year}?",
    "first_months": r"{ordinal_or_last}(?P<count>w|d|t|n)(?P<unit>U|Q)(?:o|i)T?{year}",
    "season": r"(?P<season>S)o?{year}(?:[-/](?P<next>[dty]))?",
    "decade": r"T?(?P<year>y)'?(?P<plural>s)",
    "early_decade": r"T?(?P<year>n)'?(?P<plural>s)",
    "short_decade": r"(?P<the>T)?(?P<mark>')?(?P<tens>[dt])'?s",
    "fiscal": r"{fiscal}",
    "spoken_decade": r"(?P<the>T)?(?:(?P<tens>w)-?)?(?P<decade>X)",
    "centuries": r"T?(?P<listed>{nth}(?:,{nth}){0,6}(?P<joint>~?,?[ac]|[-~/])T?(?:P-?)?{nth})-?C(?P<era>Ee*+)?",
    "century": r"T?(?P<century>{nth})-?C(?P<era>Ee*+)?",
    "years_era": r"(?P<from>[dtyn])(?P<dash>[-~c]|a)(?P<about>_[.p]?)?(?P<count>[dtyn])(?P<era>Ee*+)",
    "year_era": r"{era}",
    "era_years": r"(?P<era>Ee*+)(?P<from>[dtyn])(?P<dash>[-~c])(?P<count>[dtyn])",
    "era_first": r"(?P<era>Ee*+)(?P<count>[dtyn_])",
    "years": r"(?P<from>y)(?P<dash>[-/~]|c|a)T?(?P<to>y|[dt])(?![.,'][dt])(?![/-][dtyMm])",
    "short_years": r"'(?P<from>[dt])(?P<dash>[-/~])'?(?P<to>[dt])(?![-/.][dty])",
    "digits_month": r"(?P<month>d)(?:[/-]|[|~](?=y[.,;)p]|y$))(?P<year>y){end}",
    "year_digits": r"(?P<year>y)(?:[/-]|[|~](?=d[.,;)p]|d$))(?P<month>d){end}",
    "slash": r"{weekday}(?P<first>d)/(?P<second>d){end}",
    "seasons": r"(?P<from>[dt])(?P<dash>[-/])(?P<to>[dt])(?![-/.][dty])",
    "year": r"(?P<year>y|Yz*+)",
    "short_year": r"(?P<year>'[dt])",
    "early_year": r"U(?P<year>[nt])(?!E)",
    "month": r"(?P<month>[Mm])",
}


class Point(NamedTuple):
    """A date at its place: the tokens from ``first`` to before ``after``, what they say, and the form that says it.

    ``is_possible`` is False of a day that no calendar has; what it says is then its month.
    """

    first: int
    after: int
    when: When
    form: str = ""
    is_possible: bool = True


# What a form says: one date, several at their places, no date (an empty list), or something else than a date (None).
Meaning = When | list[Point] | None


class Page(NamedTuple):
    """What the forms need to know of the whole text: its tokens, their letters, and how it writes its dates.

    ``day_first`` is None where no date of the text shows whether 3/4 means March or April.
    """

    tokens: Tokens
    classes: str
    day_first: bool | None
    is_lower: bool


class Printed(NamedTuple):
    """One match of the grammar: which form, and the tokens of its pieces."""

    page: Page
    match: re.Match[str]
    form: str

    def has(self, piece: str) -> bool:
        """Whether the form has such a piece, and it is there."""
        group = f"{self.form}_{piece}"
        return group in GRAMMAR.groupindex and self.match.start(group) >= 0

    def words(self, piece: str) -> list[str]:
        """The words of the piece, in lower case."""
        first, after = self.match.span(f"{self.form}_{piece}")
        return self.page.tokens.words[first:after]

    def number(self, piece: str) -> int:
        """The figure of a piece that is one token of digits."""
        return int(self.words(piece)[0])

    @property
    def year(self) -> int | None:
        """The year, None where none is printed."""
        return _year(self.words("year")) if self.has("year") else None

    @property
    def era_year(self) -> int | None:
        """The year with its era: 44 BC is -43, as EDTF has a year 0; None where it is another word ("5 ad spots")."""
        word, digits = self.words("era")[0], "".join(self.words("count")).replace(",", "")
        first = self.match.start(f"{self.form}_era")
        if (
            not digits.isdigit()
            or len(digits) > _DIGITS + 1
            or not self.page.tokens.surface(first, first + 1).isupper()
        ):
            return None
        return 1 - int(digits) if word.startswith("b") else int(digits)

    @property
    def month(self) -> int:
        """The month of a name."""
        return MONTHS[self.words("month")[0]]

    @property
    def day(self) -> int:
        """The day, or another ordinal (the third quarter), of digits or of words."""
        return ordinal(self.words("day"))


def ordinal(words: list[str]) -> int:
    """The number of an ordinal: ``25 th``, ``third``, ``twenty - first``; 0 where such words are none."""
    if words[0].isdigit():
        return int(words[0])
    tens = CARDINALS[words[0]] if len(words) > 1 else 0
    return tens + ORDINALS[words[-1]] if tens % 10 == 0 else 0


def ordinal_without_suffix(words: list[str]) -> int:
    """The number of an ordinal whose "th" is a word of its own: ``16 th``."""
    return ordinal([word for word in words if word not in ORDINAL_SUFFIXES])


def _year(words: list[str]) -> int | None:
    digits = words[-1] if words[0] in APOSTROPHES else words[0]
    if not digits.isdigit():
        return spoken_year(words)
    if len(digits) > 2:  # noqa: PLR2004 - two digits leave the century to the reader
        return int(digits)
    return year_of_two_digits(int(digits))


def year_of_two_digits(digits: int) -> int:
    """The year that ends in these: 45 is 1945, 20 is 2020."""
    return digits + (_LAST_CENTURY if digits >= _PIVOT else _THIS_CENTURY)


def _expression() -> str:
    from factcli.mentions.dates.beginnings import beginnings, lookahead

    rows = []
    starts: set[str] = set()
    pieces = {piece: beginnings(meaning) for piece, meaning in _PIECES.items()}
    for name, form in FORMS.items():
        starts |= beginnings(form, pieces)
        shape = form
        for piece, meaning in _PIECES.items():
            shape = shape.replace("{" + piece + "}", meaning)
        shape = shape.replace("(?P=", f"(?P={name}_").replace("(?P<", f"(?P<{name}_")
        rows.append(f"(?P<{name}>{shape})")
    return f"{lookahead(starts)}(?:{'|'.join(rows)})"


GRAMMAR = late_pattern(_expression)
