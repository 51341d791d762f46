"""How an office lays its list out: drawn at random, from the headings the tool knows."""

import tomllib
from dataclasses import dataclass
from importlib import resources

from hypothesis import strategies as st

from .dates import FORMS, TEXT_FORMS

HEADINGS: dict[str, dict[str, list[str]]] = tomllib.loads(
    resources.files("partyroll.read").joinpath("headings.toml").read_text("utf-8")
)
BIRTH_PARENTS = sorted(
    heading for heading, children in HEADINGS["parents"].items() if "gender_male" in children
)
EXTRAS = {
    "occupation": "Làm ruộng",
    "education_political": "Trung cấp",
    "position_party": "Chi ủy viên",
    "phone": "0900000000",
    "ethnicity": "Kinh",
    "unknown": "Không dùng",
}
UNREAD = frozenset({"phone", "ethnicity", "unknown"})
_NAMED = (
    *("row_no", "full_name", "family_name_part", "given_name_part", "gender", "birth_date"),
    *("admission_date", "official_date", "card_no", "national_id", "hometown", "note"),
    *("unit_cell", *EXTRAS),
)
CODES = ("nfc", "nfc", "nfd", "tcvn3", "vni")
MESS = (
    *("offset", "heading again", "merged section", "merged unit", "messy names"),
    *("dotted cards", "hints", "summary", "guide", "letters", "legend", "gaps"),
)
DECORATIONS = ("{}", "{}", "{} (*)", "{} *", "{}:", "{}\u00a0", " {}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything about a list but the people in it."""

    file: str  # xlsx, xls, ods, csv
    code: str
    fonts: bool  # old fonts are kept (xlsx only)
    sign: str
    codec: str
    unit: str  # column, section, sheet, title
    gender: str  # column, marks, lone, birth, none
    split_name: bool
    fields: tuple[str, ...]  # in their order; the running number stands before them
    numbered: bool
    headings: dict[str, str]
    two_rows: bool
    dates_parent: bool
    forms: dict[str, tuple[str, ...]]
    capitals: bool
    capital_headings: bool
    title: bool
    column_numbers: str
    section: str
    subtotals: bool
    total: str
    signature: bool
    blank_field: str
    bad_rows: bool
    empty_rows: bool
    mess: frozenset[str]  # of MESS

    @property
    def can_shout(self) -> bool:
        """Whether capitals with tones can be typed: TCVN3 has them only as a font."""
        return self.code != "tcvn3" or self.fonts


def _decorated(heading: str, decoration: str, *, broken: bool) -> str:
    text = decoration.format(heading)
    return text.replace(" ", "\n", 1) if broken and " " in heading else text


@st.composite
def headings(draw: st.DrawFn, fields: tuple[str, ...]) -> dict[str, str]:
    found = {"unknown": "Cột lạ 7"}
    for field in fields:
        if field != "unknown":
            words = draw(st.sampled_from(HEADINGS["fields"][field]))
            decoration = draw(st.sampled_from(DECORATIONS))
            found[field] = _decorated(words, decoration, broken=draw(st.booleans()))
    return found


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    file = draw(st.sampled_from(("xlsx", "xlsx", "xls", "ods", "csv")))
    code = draw(st.sampled_from(CODES))
    fonts = file == "xlsx" and code in {"tcvn3", "vni"} and draw(st.booleans())
    unit = draw(st.sampled_from(("column", "section", "sheet", "title")))
    gender = draw(st.sampled_from(("column", "marks", "lone", "birth", "none")))
    split_name = draw(st.booleans())
    own = ["name", "birth"]
    optional = ("admission", "card_no", "national_id", "hometown", "note")
    own += draw(st.lists(st.sampled_from(optional), min_size=1, unique=True))
    own += ["official"] if "admission" in own and draw(st.booleans()) else []
    own += ["gender"] if gender in {"column", "marks", "lone"} else []
    own += ["unit"] if unit == "column" else []
    own += draw(st.lists(st.sampled_from([*EXTRAS]), max_size=2, unique=True))
    dates_parent = "official" in own and draw(st.booleans())
    forms = TEXT_FORMS if file == "csv" else FORMS
    some = st.lists(st.sampled_from([*forms]), min_size=1, max_size=2).map(tuple)
    return Layout(
        file=file,
        code=code,
        fonts=fonts,
        sign=draw(st.sampled_from(";,\t")),
        codec=draw(st.sampled_from(codecs(code))),
        unit=unit,
        gender=gender,
        split_name=split_name,
        fields=tuple(draw(st.permutations(own))),
        numbered=draw(st.sampled_from((True, True, True, False))),
        headings=draw(headings(_NAMED)),
        two_rows=dates_parent or gender == "birth" or draw(st.booleans()),
        dates_parent=dates_parent,
        forms={field: draw(some) for field in ("birth", "admission", "official")},
        capitals=draw(st.booleans()),
        capital_headings=draw(st.booleans()),
        title=unit == "title" or draw(st.booleans()),
        column_numbers=draw(st.sampled_from(("", "({})", "{}"))),
        section=draw(st.sampled_from(("{0}", "I. {0}", "II- {0}", "{0} ({1} đ/c)", "A|{0}"))),
        subtotals=draw(st.booleans()),
        total=draw(
            st.sampled_from(
                ("", "Tổng cộng: {} đồng chí", "Danh sách này gồm {} đồng chí", "Tổng cộng|{}")
            )
        ),
        signature=draw(st.booleans()),
        blank_field=draw(st.sampled_from(("", "", "birth", "card_no", "admission", "gender"))),
        bad_rows=draw(st.booleans()),
        empty_rows=draw(st.booleans()),
        mess=frozenset(draw(st.sets(st.sampled_from(MESS)))),
    )


def codecs(code: str) -> tuple[str, ...]:
    if code in {"tcvn3", "vni"}:
        return ("cp1252", "utf-8", "utf-8-sig")
    wide = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
    return (*wide, "cp1258") if code == "nfc" else wide
