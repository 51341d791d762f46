"""A document as one page for a browser."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Column, Document, Shape, Sheet, Table
from partyroll.write.html.bars import chart_of
from partyroll.write.html.page import html_bytes
from trials import trials
from write.documents import document, person, table
from write.page import parsed, seen

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "</style><b>",
    "&amp; & <b>",
    "javascript:alert(1)",
]
YEARS = Table(
    "years",
    "Theo năm",
    (
        Column("year", "Năm"),
        Column("removed", "Xóa tên", Shape.COUNT),
        Column("withdrew", "Xin ra", Shape.COUNT),
    ),
    (("2020", 1200, 800), ("2021", 0, 3), ("Cả kỳ", 1200, 803)),
    total_rows=1,
    chart="stacked",
    chart_columns=("removed", "withdrew"),
)


def page(*tables: Table, intro: tuple[str, ...] = ()) -> Document:
    return document(Sheet("Tóm tắt", "Danh sách", tables, intro), signatures=("T/M CẤP ỦY",))


# --- What a mailed page may hold ----------------------------------------------------------
def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    found = seen(page(YEARS, table(person())))

    attributes = {name for _, given in found.tags for name in given}
    assert {name for name, _ in found.tags} & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
    } == set()
    assert {name for name in attributes if name.startswith("on")} == set()
    assert attributes & {"src", "srcset", "data", "action", "xlink:href"} == set()
    style = html_bytes(page(YEARS)).decode().partition("<style>")[2].partition("</style>")[0]
    assert re.findall(r"url\(|@import|expression", style) == []


def test_the_browser_is_told_to_fetch_nothing() -> None:
    policy = seen(page(YEARS)).named("meta")[1]

    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_links_stay_on_the_page() -> None:
    made = document(Sheet("Một", "Một", ()), Sheet("Hai", "Hai", (YEARS,)))
    found = seen(made)

    places = {attributes.get("id") for attributes in found.named("section")}
    assert [link["href"] for link in found.named("a")] == ["#s2"]
    assert places == {"s1", "s2"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_word_becomes_markup(payload: str) -> None:
    plain = seen(page(table(person("An"), chart="bar"), intro=("An",)))

    made = page(table(person(payload), chart="bar"), intro=(payload,))
    found = seen(replace(made, title=payload, organisation=(payload,), footer=payload))

    assert [tag for tag, _ in found.tags if tag != "div"] == [
        tag for tag, _ in plain.tags if tag != "div"
    ]
    assert payload in found.texts


@given(name=st.text(max_size=60), said=st.text(max_size=60))
@trials(10, many=25)
def test_any_text_gives_a_page_that_closes_what_it_opens(name: str, said: str) -> None:
    found = seen(page(table(person(name)), intro=(said,)))

    assert len(found.named("table")) == 1


def test_equal_documents_give_equal_bytes() -> None:
    assert html_bytes(page(YEARS)) == html_bytes(page(YEARS))


# --- What stands on it --------------------------------------------------------------------
def test_the_first_page_is_a_summary_of_its_own() -> None:
    text = html_bytes(page(YEARS, intro=("Có 1.441 đảng viên.",))).decode()

    assert '<section class="first" id="s1">' in text
    assert ".first { break-after: page; }" in text
    assert "@page { size: A4 portrait" in text
    assert "Có 1.441 đảng viên." in seen(page(intro=("Có 1.441 đảng viên.",))).texts


def test_numbers_are_written_as_vietnamese_writes_them() -> None:
    found = seen(page(YEARS))

    (rows,) = found.tables
    assert rows == [
        ["Năm", "Xóa tên", "Xin ra"],
        ["2020", "1.200", "800"],
        ["2021", "0", "3"],
        ["Cả kỳ", "1.200", "803"],
    ]


def test_totals_stand_out_and_programs_columns_are_left_out() -> None:
    found = seen(page(table(person(), (None, "Cộng", *[None] * 7), total_rows=1)))

    assert [row.get("class") for row in found.named("tr")] == [None, None, "t"]
    assert "REMOVED" not in found.texts


def test_levels_of_a_tree_are_indented() -> None:
    columns = (Column("unit", "Đơn vị", Shape.OUTLINE), Column("level", "Cấp", Shape.ORDER))
    tree = Table("u", "Đơn vị", columns, (("Xã", 1), ("Chi bộ", 2)))

    styles = [cell.get("style") for cell in seen(page(tree)).named("td")]

    assert styles == [None, None, "padding-left:19px", None]


def test_an_empty_table_says_so() -> None:
    assert "Không có dòng nào." in seen(page(table())).texts


def test_a_wide_table_is_printed_on_lying_sheets() -> None:
    columns = tuple(Column(f"c{place}", f"Cột {place}") for place in range(12))
    wide = Table("w", "Rộng", columns, (("x",) * 12,))

    found = seen(document(Sheet("Một", "Một", ()), Sheet("Hai", "Hai", (wide,))))

    assert [one.get("class") for one in found.named("section")] == ["first", "wide"]


def test_the_mark_of_the_office_stands_below_its_name() -> None:
    found = parsed(html_bytes(replace(page(), confidentiality="mật")).decode())

    assert found.texts[found.texts.index("mật") - 1] == "*"
    assert {"class": "mark"} in found.named("div")


def test_signatures_stand_at_the_end_of_the_summary() -> None:
    assert {"class": "sign"} in seen(page(YEARS)).named("div")


# --- Bars ---------------------------------------------------------------------------------
def test_a_drawing_says_what_it_shows_to_those_who_do_not_see_it() -> None:
    (drawing,) = seen(page(YEARS)).named("svg")

    assert drawing["role"] == "img"
    assert drawing["aria-label"] == "Theo năm. 2020: 2.000; 2021: 3."


def test_every_piece_has_a_title_and_those_with_room_their_number() -> None:
    texts = seen(page(YEARS)).texts

    assert {"2020, Xóa tên: 1.200", "2020, Xin ra: 800", "2021, Xin ra: 3"} <= set(texts)


def test_bars_are_as_long_as_their_numbers_and_totals_are_not_drawn() -> None:
    chart = chart_of(YEARS)

    assert chart is not None
    first, second = chart.bars
    assert [part.width for part in first.parts] == pytest.approx(
        [part * 1200 / 800 for part in [first.parts[1].width]] + [first.parts[1].width],
        rel=0.01,
    )
    assert first.parts[1].x == pytest.approx(first.parts[0].x + first.parts[0].width, abs=0.2)
    assert second.total == "3"
    assert max(bar.end for bar in chart.bars) < chart.width


def test_a_series_alone_needs_no_legend() -> None:
    alone = chart_of(replace(YEARS, chart_columns=("removed",)))

    assert alone is not None
    assert alone.legend == ()


def test_nothing_is_drawn_where_nothing_happened() -> None:
    nobody = replace(YEARS, rows=(("2020", 0, 0), ("Cả kỳ", 0, 0)))

    assert chart_of(nobody) is None


def test_a_long_name_is_cut_beside_its_bar_and_whole_in_the_table() -> None:
    name = "Đảng bộ " + "rất " * 30 + "dài"
    long = replace(YEARS, rows=((name, 1, 2),), total_rows=0)

    chart = chart_of(long)

    assert chart is not None
    assert chart.bars[0].name.endswith("…")
    assert name in seen(page(long)).texts
