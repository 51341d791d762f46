"""What a table is about: told by its headings first, then by the words around them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from partyroll.read.doubts import MARKS, Unclear, doubt
from partyroll.read.excuse_columns import lists_excuses
from partyroll.read.facts import TableKind
from partyroll.read.failings import who_failed
from partyroll.read.few_filled import is_roster_all_the_same
from partyroll.read.grid import as_text
from partyroll.read.heading_rows import DECLARED_FIELDS, lists_units
from partyroll.read.heads import NAME_FIELDS, Head
from partyroll.read.lines import LineKind
from partyroll.read.paper_titles import papers_in
from partyroll.read.ratings import REMARK_PLACES, rates_in_short_words
from partyroll.read.stacked import several_lines_each
from partyroll.read.tables import Block
from partyroll.read.time_headings import says_meetings
from partyroll.read.unit_ratings import rates_units
from partyroll.text import fold

_SAMPLE = 40  # rows looked at where headings and title do not tell
_AMOUNT = re.compile(r"\d{1,3}([., ]\d{3})+|\d{4,}")
_DUES_WORDS = frozenset({"mien", "no", "chua nop", "da nop", "chua dong", "nop"})
_MEETING_WORDS = frozenset(
    {"k", "kp", "p", "cp", "co mat", "vang", "co phep", "khong phep", "xin phep", "●"}
)
_EXIT_FIELDS = frozenset({"exit_form", "exit_decision_no", "exit_decision_date", "exit_date"})
_EXIT_TITLE = re.compile(r"xoa ten|ra khoi dang|khai tru|tu tran|dua ra|xin ra|dang vien giam")
_AWAY_TITLE = r"lam an xa|di lam xa|di xa noi cu tru"
# Month by month, but no dues: nobody owes the Party what stands there.
_OTHER_MONEY = (
    r"\b(?:hoi|doan|hoc|cong doan) phi\b|\bphi cong doan\b|\btien (?:dien|nuoc|nha|an|luong)\b"
    r"|\bbang luong\b|\bcham cong\b|\bung ho\b|\bbao hiem\b|\bbhyt\b|\bthu nhap\b"
    r"|\b(?:thu|nop|dong|gop|so) quy\b(?! dinh)|\bquy (?:dong doi|khuyen hoc|tinh nghia"
    r"|vi nguoi|nguoi ngheo|cong doan|hoi|lop|tham hoi|den on)\b"
)
_NUMBERS_TITLE = r"\b(?:so|so luong|tong so) dang vien\b"
_OUR_BOOKS = r"\bdang phi\b|\bcham cong (?:viec )?(?:du )?(?:sinh hoat|hop)\b"
_ABOUT_PEOPLE = frozenset(
    {
        "official_date",
        "hometown",
        "permanent_address",
        "birth_place",
        "national_id",
        "occupation",
        "position_party",
        "education_general",
        "member_code",
        "status",
    }
)
_ROSTER_FIELDS = frozenset(
    {
        "birth_date",
        "birth_male",
        "birth_female",
        "card_no",
        "national_id",
        "admission_date",
        "official_date",
        "member_code",
        "hometown",
        "unit_cell",
        "gender",
        "position_party",
        "member_type",
    }
)


_SUPPORT_FIELDS = frozenset(
    {"support_measure", "support_by", "support_on", "support_amount", "support_outcome"}
    | {"support_closed", "dues_collected", "policy_group"}
)
_OF_PAPERS = frozenset(
    {
        "away_from",
        "away_to",
        "excuse_kind",
        "excuse_why",
        "excuse_by",
        "excuse_on",
        "excuse_paper",
    }
    | {"excuse_share", "exit_decision_no", "exit_decision_date", "exit_reason"}
)
_AWARD_FIELDS = frozenset({"award_on", "award_by", "award_reason", "exit_decision_no"})
_AWARD_TITLE = r"khen thuong|huy hieu|bieu duong|guong dien hinh|dien hinh tien tien"
_DISCIPLINE_FIELDS = frozenset(
    {"discipline_by", "discipline_to", "discipline_reason"}
    | {"exit_decision_no", "exit_decision_date", "exit_reason"}
)


@dataclass(frozen=True, slots=True)
class Clues:
    """All that tells kinds apart."""

    head: Head
    fields: frozenset[str]
    words: str  # title and sheet name, folded

    def has(self, *fields: str) -> bool:
        """Whether any of `fields` has a column."""
        return bool(self.fields & set(fields))

    def says(self, pattern: str) -> bool:
        """Whether title or sheet name say so."""
        return re.search(pattern, self.words) is not None


Kind = TableKind | Unclear
Test = Callable[[Clues], bool]


def _exits(c: Clues) -> bool:
    if c.fields & MARKS:
        return True
    if c.has("exit_form") or (c.has("exit_reason") and c.fields & _EXIT_FIELDS):
        return not c.says(r"ky luat")
    exit_words = _EXIT_TITLE.search(c.words) is not None
    return exit_words and c.has("exit_reason", "exit_decision_no", "exit_date")


def _candidates(c: Clues) -> bool:
    """Whether a table is about people on the way to admission."""
    steps = sum(field.startswith("candidate_") for field in c.fields)
    return steps >= 2 or c.says(
        r"nguon ket nap|quan chung uu tu|cam tinh dang|nguon phat trien dang"
    )


def _dues_of_a_month(c: Clues) -> bool:
    """Whether a table holds one month's dues, paid and unpaid, as the blocks of S01/ĐP do."""
    if not c.has("dues_collected", "dues_outstanding"):
        return False
    beside = c.has("dues_period", "dues_due", "dues_arrears", "dues_total", "dues_exempt")
    return beside or says_meetings(c.words) is False


def _excuses(c: Clues) -> bool:
    """Whether a table says for which time something holds, and what or by whom."""
    judged = c.has("excuse_by") and not c.has("away_place", "admission_date")
    return (c.has("excuse_kind") or judged) and c.has("away_from", "away_to")


def _one_paper_for_all(c: Clues) -> bool:
    """Whether the title says that all on the list are exempt or suspended, and columns how."""
    other = c.says(_AWAY_TITLE) or c.has("exit_form", "rating") or c.fields & MARKS
    return not other and bool(c.fields & _OF_PAPERS) and bool(papers_in(c.words))


def _excused_for_a_time(c: Clues) -> bool:
    """Whether a table gives a reason and how long it holds; a roll may have both beside it."""
    told = c.has("exit_reason") and c.has("away_from", "away_to")
    return told and not _roster_with_more(c)


def _away(c: Clues) -> bool:
    """Whether the places are where people work; in a list of transfers papers went there."""
    if _roster_with_more(c):
        return False
    if c.has("away_transferred", "away_confirmed"):
        return True
    return c.has("away_place") and not _transfers(c)


def _ratings(c: Clues) -> bool:
    if c.has("year_column") and c.says(r"xep loai|danh gia"):
        return True
    rated = c.has("rating", "rating_self", "rating_cell", "rating_state", *REMARK_PLACES)
    return rated and not _roster_with_more(c)


def _roster_with_more(c: Clues) -> bool:
    """Whether a table tells who people are: its ratings and stays away stand beside that."""
    named = c.says(rf"xep loai|danh gia|{_AWAY_TITLE}")
    return c.has("admission_date") and len(c.fields & _ABOUT_PEOPLE) >= 2 and not named


def _transfers(c: Clues) -> bool:
    if c.has("transfer_out_to", "transfer_in_from"):
        return True
    papers = c.has("transfer_out_date", "transfer_in_date", "transfer_kind")
    named = c.says(r"chuyen sinh hoat|chuyen shd") and not c.says(_AWAY_TITLE)
    return c.has("away_place") and (papers or named)


def _support(c: Clues) -> bool:
    """Whether a table says what somebody needs, or what was done for them."""
    if c.says(r"\bgiup do\b|hoan canh kho khan"):
        return True
    home = c.has("support_opened") and c.says(r"xuat ngu|phuc vien|giai ngu")
    need = c.has("support_need", "support_circumstance", "support_opened")
    stated = c.has("support_measure") or (need and c.fields & _SUPPORT_FIELDS)
    return (home or bool(stated)) and not _roster_with_more(c)


def _awards(c: Clues) -> bool:
    """Whether a table praises; a roster may have such columns beside its own."""
    if _roster_with_more(c):
        return False
    if c.has("award_form", "award_example") or (c.has("awards") and c.fields & _AWARD_FIELDS):
        return True
    return c.says(_AWARD_TITLE) and c.has("awards", "badge_no", "award_on")


def _discipline(c: Clues) -> bool:
    """Whether a table holds decisions on discipline; in a list of exits they stand beside."""
    stated = c.has("discipline", "discipline_reason", "exit_form", "exit_reason")
    if stated and c.says(r"ky luat") and not c.has("card_no"):
        return True
    named = c.has("discipline") or (c.has("exit_form") and c.says(r"ky luat"))
    decided = named and c.fields & _DISCIPLINE_FIELDS
    exits = _EXIT_TITLE.search(c.words) is not None or c.has("exit_form", *MARKS)
    return bool(decided) and not _roster_with_more(c) and (not exits or c.says(r"ky luat"))


def _book_without_months(c: Clues) -> bool:
    """Whether a table of dues or meetings has other columns than months, such as quarters."""
    who = c.fields & _ROSTER_FIELDS <= {"unit_cell", "gender", "position_party", "member_code"}
    meetings = c.says(r"diem danh|theo doi (?:viec )?(?:sinh hoat|du hop)|chuyen can")
    return who and (meetings or says_meetings(c.words) is False)


# From the most telling to the least: the first that fits names the kind.
_TESTS: tuple[tuple[TableKind, Test], ...] = (
    (TableKind.REVIEW_ANSWERS, lambda c: c.has("review_answer")),
    (TableKind.EXCUSES, _excuses),
    (TableKind.EXCUSES, _one_paper_for_all),
    (TableKind.CANDIDATES, _candidates),
    (TableKind.DUES, _dues_of_a_month),
    (TableKind.AWAY, _away),
    (TableKind.EXITS, _exits),
    (TableKind.TRANSFERS, _transfers),
    (TableKind.AWAY, lambda c: c.says(_AWAY_TITLE)),
    (TableKind.RATINGS, _ratings),
    (TableKind.SUPPORT, _support),
    (TableKind.AWARDS, _awards),
    (TableKind.DISCIPLINE, _discipline),
    (TableKind.EXCUSES, _excused_for_a_time),
    (TableKind.AWAY, lambda c: c.has("away_from", "away_to") and not _roster_with_more(c)),
    (TableKind.RATINGS, lambda c: c.has("year_column") and not _roster_with_more(c)),
    (TableKind.SKIPPED, _book_without_months),
    (TableKind.ROSTER, lambda c: bool(c.fields & _ROSTER_FIELDS)),
)


def kind_of(block: Block, file: str = "") -> Kind:
    """Return what `block` of a file is about, or what has to be asked of it."""
    head = block.head
    clues = Clues(head, head.fields, words_around(block))
    if not head.fields & NAME_FIELDS:
        return TableKind.UNIT_RATINGS if rates_units(block) else _kind_without_people(clues)
    if head.months:
        return _book_kind(block, clues)
    kind = _kind_of_people(block, clues)
    if kind is not TableKind.ROSTER and is_roster_all_the_same(block, kind):
        kind = TableKind.ROSTER
    return doubt(kind, block, file, whole=_roster_with_more(clues)) or kind


def words_around(block: Block) -> str:
    """Return the folded title of a table and the name of its sheet."""
    return f"{block.title.words} | {fold(block.grid.name)}"


def _kind_of_people(block: Block, clues: Clues) -> TableKind:
    if several_lines_each(block):
        return TableKind.ROSTER
    if lists_excuses(block) and not _is_of_others(clues):
        return TableKind.EXCUSES
    if clues.says(r"xep loai|danh gia") and rates_in_short_words(block):
        return TableKind.RATINGS
    return next((kind for kind, fits in _TESTS if fits(clues)), TableKind.SKIPPED)


def _lists_more(clues: Clues) -> bool:
    """Whether columns say more of units than how many members they have."""
    return lists_units(clues.fields) and clues.has("unit_code", "unit_since", "unit_until")


def _is_of_others(clues: Clues) -> bool:
    """Whether a title speaks of leaving or of stays away, or columns of who members are."""
    left = _EXIT_TITLE.search(clues.words) is not None
    return left or clues.says(_AWAY_TITLE) or _roster_with_more(clues)


def _kind_without_people(clues: Clues) -> TableKind:
    if clues.has("holiday_day"):
        return TableKind.HOLIDAYS
    if clues.has("dues_collected", "dues_due", "dues_kept", "dues_remitted"):
        return TableKind.DUES_TOTALS
    if clues.fields & (MARKS | DECLARED_FIELDS) or clues.says(
        r"xoa ten|ra khoi dang|ket nap|xep loai"
    ):
        return TableKind.DECLARED
    if clues.has("year_column") or (clues.has("year") and clues.has("member_count")):
        return TableKind.HEADCOUNTS
    if clues.says(r"\bdang phi\b"):
        return TableKind.DUES_TOTALS
    if clues.has("member_count") and clues.says(_NUMBERS_TITLE) and not _lists_more(clues):
        return TableKind.HEADCOUNTS
    return TableKind.UNITS if lists_units(clues.fields) else TableKind.DECLARED


def _book_kind(block: Block, clues: Clues) -> Kind:
    if clues.says(_OTHER_MONEY) and not clues.says(_OUR_BOOKS):
        return Unclear("kind_unclear")
    if words := who_failed(block):
        return Unclear("marks_of_failing", words)
    stated = {c.meaning.meeting for c in clues.head.months} - {None}
    for answer in (
        stated.pop() if len(stated) == 1 else None,
        _fields_say(clues),
        says_meetings(block.title.words),
        says_meetings(fold(block.grid.name)),
        _cells_say(block),
    ):
        if answer:
            wide = any(column.meaning.span > 1 for column in clues.head.months)
            return (
                TableKind.SKIPPED if wide else TableKind.MEETINGS
            )  # no meeting is a quarter's
        if answer is False:
            return TableKind.DUES
    return Unclear("kind_unclear")


def _fields_say(clues: Clues) -> bool | None:
    meetings = clues.has("attendance_sum")
    dues = clues.has("dues_rate", "dues_collected", "dues_due", "dues_income", "dues_exempt")
    return None if meetings == dues else meetings


def _cells_say(block: Block) -> bool | None:
    texts = {
        fold(as_text(block.grid.value(line.row, column.index)))
        for line in block.of(LineKind.BODY)[:_SAMPLE]
        for column in block.head.months
    }
    dues = any(_AMOUNT.match(text) for text in texts) or bool(texts & _DUES_WORDS)
    meetings = bool(texts & _MEETING_WORDS)
    return None if meetings == dues else meetings
