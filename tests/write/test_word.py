import re
from dataclasses import replace
from datetime import date

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Length, Pt
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    Annex,
    Column,
    PaperFile,
    PaperForm,
    Passage,
    PassageLook,
    Shape,
    Table,
)
from partyroll.period import PartialDate
from partyroll.write.plain import plain
from partyroll.write.word.file import docx_bytes
from trials import trials
from write.word import AN, made, opened, part, parts, people, resolution, texts

PAYLOADS = [
    "=1+1",
    "<w:t>&amp;</w:t>",
    "Lò & Vàng <ABC>",
    "http://127.0.0.1/x",
    "mailto:a@b",
    'PAGE \\* MERGEFORMAT { HYPERLINK "x" }',
    "Nguyễn\x00\x0b\x1b Văn\ud800 Ế",
]


def rows_of(content: bytes) -> list[str]:
    """Every row of every table, in order."""
    return re.findall(r"<w:tr>.*?</w:tr>", part(content), flags=re.DOTALL)


def mm(length: Length | None) -> int:
    return round(length.mm) if length is not None else 0


# --- The form -----------------------------------------------------------------------------
def test_every_run_names_times_new_roman_for_all_four_kinds_of_letters() -> None:
    content = made(resolution(Passage("Lý do:", blanks=2), annex=people(3)))

    runs = [
        run
        for text in parts(content).values()
        for run in re.findall(r"<w:r>.*?</w:r>", text, flags=re.DOTALL)
    ]
    assert len(runs) > 30
    wanted = {f'w:{kind}="Times New Roman"' for kind in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert [run for run in runs if not all(kind in run for kind in wanted)] == []


def test_the_head_names_the_issuer_the_party_and_leaves_number_and_day_open() -> None:
    found = texts(made(resolution()))

    assert found[:6] == [
        "ĐẢNG BỘ XÃ MẪU",
        "CHI BỘ 3",
        "*",
        "Số ……-……/……",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "………………, ngày …… tháng …… năm ………",
    ]


def test_the_party_line_is_bold_and_underlined_over_its_own_length() -> None:
    word = opened(made(resolution()))

    (run,) = word.tables[0].rows[0].cells[1].paragraphs[0].runs
    assert (run.bold, run.underline, run.font.size) == (True, True, Pt(15))


def test_a_place_of_the_office_stands_before_the_day() -> None:
    found = texts(made(resolution(place="Xã Mẫu")))

    assert "Xã Mẫu, ngày …… tháng …… năm ………" in found


def test_how_confidential_a_document_is_stands_framed_below_its_number() -> None:
    file = PaperFile("Báo cáo", (resolution(),), confidentiality="mật")

    content = docx_bytes(file)

    issuing = opened(content).tables[0].cell(0, 0).text.split("\n")
    assert [line.strip() for line in issuing[-3:]] == ["Số ……-……/……", "", "MẬT"]
    assert part(content).count("<w:bdr ") == 1


def test_a_document_without_a_mark_has_no_frame() -> None:
    assert "<w:bdr " not in part(made(resolution()))


def test_what_a_table_is_of_and_its_notes_stand_around_it_in_an_annex() -> None:
    table = replace(people(1), denominator="Mẫu số: 7 đảng viên.", notes=("Theo sổ.",))

    told = texts(made(resolution(annex=table)))

    assert "Mẫu số: 7 đảng viên." in told
    assert "Theo sổ." in told


def test_a_short_table_is_not_split_and_a_long_one_is() -> None:
    short, long = (rows_of(made(resolution(people(number)))) for number in (3, 40))

    assert ["keepNext" in row for row in short[1:5]] == [True, True, True, True]
    assert not any("keepNext" in row for row in long[2:41])


def test_a_table_of_few_rows_and_many_lines_is_split() -> None:
    rows = rows_of(made(resolution(people(3, name="Nguyễn Văn An " * 60))))

    assert ["keepNext" in row for row in rows[1:5]] == [True, False, False, True]


def test_a_table_of_an_annex_may_be_longer_and_is_not_split() -> None:
    rows = rows_of(made(resolution(annex=people(12))))

    assert ["keepNext" in row for row in rows[-12:]] == [True] * 11 + [False]


def test_a_signature_takes_the_last_row_of_the_table_with_it() -> None:
    rows = rows_of(made(resolution(people(40))))

    assert ["keepNext" in row for row in rows[40:42]] == [False, True]


def test_the_last_row_of_an_annex_waits_for_nothing() -> None:
    rows = rows_of(made(resolution(annex=people(3))))

    assert "keepNext" not in rows[-1]


def test_the_motto_of_the_state_is_in_no_party_document() -> None:
    every = "".join(parts(made(resolution(annex=people(2)))).values()).upper()

    assert "CỘNG HÒA" not in every
    assert "ĐỘC LẬP" not in every


def test_mark_kind_subject_and_notice_stand_in_this_order() -> None:
    found = texts(made(resolution()))

    assert found[6:10] == [
        "DỰ THẢO để chi bộ xem xét",
        "NGHỊ QUYẾT",
        "về việc xem xét đảng viên",
        "Danh sách để xem xét, không phải quyết định.",
    ]


def test_the_text_is_justified_with_an_indented_first_line_of_eighteen_points() -> None:
    word = opened(made(resolution(Passage("Chi bộ đã họp."))))

    shape = next(p for p in word.paragraphs if p.text == "Chi bộ đã họp.").paragraph_format
    assert (shape.alignment, shape.line_spacing) == (3, Pt(18))
    assert mm(shape.first_line_indent) == 13  # 12.7


def test_words_that_lead_a_paragraph_are_bold() -> None:
    word = opened(made(resolution(Passage("vắng 3 tháng", lead="Đồng chí An:"))))

    runs = next(p for p in word.paragraphs if p.text.startswith("Đồng chí")).runs
    assert [(run.text, run.bold) for run in runs] == [
        ("Đồng chí An: ", True),
        ("vắng 3 tháng", False),
    ]


def test_dotted_lines_run_to_the_margin() -> None:
    content = made(resolution(Passage("Lý do:", blanks=3)))

    tabs = re.findall(r"<w:tab w:[^>]*>", part(content))
    stops = [re.findall(r'w:pos="(\d+)"', tab)[0] for tab in tabs if 'leader="dot"' in tab]
    assert len(stops) == 3
    assert {round(int(stop) / 56.7) for stop in stops} == {165}  # millimetres of text


def test_the_signature_stays_in_one_piece_and_with_the_last_line() -> None:
    content = made(resolution(Passage("Một."), Passage("Hai.")))
    word = opened(content)

    row = word.tables[-1].rows[0]
    assert "<w:cantSplit/>" in rows_of(content)[-1]
    assert all(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs)
    last = next(p for p in word.paragraphs if p.text == "Hai.")
    assert last.paragraph_format.keep_with_next
    assert "T/M CHI BỘ" in row.cells[1].text
    assert row.cells[0].text.split("\n") == ["Nơi nhận:", "- Đảng ủy xã Mẫu", "- Lưu chi bộ"]


def test_sizes_and_margins_are_those_of_the_office() -> None:
    form = PaperForm(margin_top=25, margin_left=35, party_size=13, body_size=15)

    word = opened(made(resolution(Passage("Chi bộ đã họp.")), form=form))

    section = word.sections[0]
    assert (mm(section.top_margin), mm(section.left_margin)) == (25, 35)
    assert word.tables[0].rows[0].cells[1].paragraphs[0].runs[0].font.size == Pt(13)
    body = next(p for p in word.paragraphs if p.text == "Chi bộ đã họp.")
    assert body.runs[0].font.size == Pt(15)


def test_a_section_heading_stays_with_its_text() -> None:
    word = opened(made(resolution(Passage("I. Buổi họp", PassageLook.SECTION), Passage("x"))))

    heading = next(p for p in word.paragraphs if p.text == "I. Buổi họp")
    assert heading.runs[0].bold
    assert heading.paragraph_format.keep_with_next


# --- Pages --------------------------------------------------------------------------------
def test_the_number_of_the_page_stands_on_top_from_page_two_and_on_every_page_of_an_annex() -> (
    None
):
    content = made(resolution(annex=people(1)), resolution())

    sections = opened(content).sections
    assert [s.different_first_page_header_footer for s in sections] == [True, False, True]
    headers = [text for name, text in parts(content).items() if "word/header" in name]
    assert sum("<w:instrText>PAGE</w:instrText>" in text for text in headers) == 1
    assert part(content).count('<w:pgNumType w:start="1"/>') == 2


def test_a_document_stands_upright_and_its_annex_lies() -> None:
    word = opened(made(resolution(annex=people(1))))

    upright, lying = word.sections
    assert (upright.orientation, mm(upright.page_width)) == (WD_ORIENT.PORTRAIT, 210)
    assert (lying.orientation, mm(lying.page_width)) == (WD_ORIENT.LANDSCAPE, 297)


def test_the_footer_stands_on_first_and_later_pages() -> None:
    content = made(resolution(), footer="Sổ A&B\n mã 12")

    footers = [text for name, text in parts(content).items() if "word/footer" in name]
    assert sum("Sổ A&amp;B mã 12" in text for text in footers) == 2


# --- Tables -------------------------------------------------------------------------------
def test_the_heading_of_a_table_stands_on_every_page_and_no_row_splits() -> None:
    rows = rows_of(made(resolution(annex=people(40))))[2:]  # after head and signature

    assert [number for number, row in enumerate(rows) if "<w:tblHeader/>" in row] == [0]
    assert sum("<w:cantSplit/>" in row for row in rows) == len(rows) == 41


def test_a_table_shows_what_is_printed_with_numbers_as_vietnamese_writes_them() -> None:
    table = opened(made(resolution(annex=people(1)))).tables[-1]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["STT", "Họ và tên", "Số đảng viên"],
        ["1", AN, "1.441"],
    ]


def test_an_empty_table_says_so() -> None:
    table = opened(made(resolution(annex=people(0)))).tables[-1]

    assert table.rows[1].cells[0].text == "Không có dòng nào."


def test_two_tables_never_touch() -> None:
    content = part(made(resolution(people(1), people(1))))

    assert "</w:tbl><w:tbl>" not in content


# --- Text stays text ----------------------------------------------------------------------
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_name_becomes_a_field_a_link_or_an_element(payload: str) -> None:
    harmless = made(resolution(Passage(AN, lead=AN), people(1, AN), annex=people(1, AN)))
    content = made(
        resolution(Passage(payload, lead=payload), people(1, payload), annex=people(1, payload))
    )

    def marks(text: str) -> list[str]:
        return re.findall(r"<[^>]*>", text)

    assert [marks(text) for text in parts(content).values()] == [
        marks(text) for text in parts(harmless).values()
    ]
    shown = re.sub("[\x00-\x1f\ud800]", "", payload)
    assert sum(shown in text for text in texts(content)) == 3


def test_equal_files_give_equal_bytes_that_say_nothing_of_the_computer() -> None:
    first, second = made(resolution()), made(resolution())

    assert first == second
    core = part(first, "docProps/core.xml")
    assert "<dc:creator>partyroll</dc:creator>" in core
    assert "1980-01-01T00:00:00Z" in core
    assert "thumbnail" not in "".join(parts(first))


# --- Whatever comes -----------------------------------------------------------------------
SIGNS = st.text(st.characters(codec="utf-8"), max_size=40)


@trials(10, many=25)
@given(name=SIGNS, remark=SIGNS, title=SIGNS)
def test_any_text_comes_back_as_plain_paragraphs(name: str, remark: str, title: str) -> None:
    paper = resolution(Passage(remark, lead=name), annex=people(1, name))

    word = opened(made(replace(paper, subject=title, issuer=name), footer=remark))

    shown, told = (plain(text).replace("\t", " ") for text in (name, remark))
    assert word.tables[-1].rows[1].cells[1].text == shown
    assert any(f"{shown} {told}".strip() in p.text for p in word.paragraphs)


def test_dates_and_shares_are_written_as_people_write_them() -> None:
    table = Table(
        "t",
        "T",
        (Column("day", "Ngày", Shape.DATE), Column("share", "Tỷ lệ", Shape.PERCENT)),
        ((date(2024, 3, 5), 47.25), (PartialDate(1990, 2), None)),
    )

    rows = opened(made(resolution(annex=table))).tables[-1].rows

    assert [[cell.text for cell in row.cells] for row in rows][1:] == [
        ["05/03/2024", "47,2"],
        ["02/1990", ""],
    ]


def test_a_word_is_never_broken_while_other_columns_have_room() -> None:
    table = Table(
        "t",
        "T",
        (Column("card", "Số thẻ", Shape.ID, 1), Column("text", "Sổ ghi", width=99)),
        (("0990000000010990000000", "nghỉ ốm"),),
    )

    widths = [
        cell.width for cell in opened(made(resolution(annex=table))).tables[-1].rows[1].cells
    ]

    assert widths[0] is not None
    assert widths[0].pt > 22 * 6  # twenty-two digits at twelve points


def test_words_too_wide_for_the_page_share_it() -> None:
    wide = "W" * 120
    table = Table("t", wide, (Column("a", wide), Column("b", wide)), ((wide, wide),))

    widths = [
        cell.width for cell in opened(made(resolution(annex=table))).tables[-1].rows[1].cells
    ]

    assert sum(round(width.mm) for width in widths if width) <= 253


def test_the_tables_of_an_annex_are_named_where_there_are_several() -> None:
    annexes = (Annex("Phụ lục", (people(1), people(1))),)

    content = made(replace(resolution(), annexes=annexes))

    assert texts(content).count("Danh sách") == 2


def test_a_document_without_a_signer_has_no_signature() -> None:
    content = made(replace(resolution(), signer="", recipients=()))

    assert len(opened(content).tables) == 1
    assert "Nơi nhận:" not in texts(content)


def test_a_document_on_lying_sheets_uses_their_width() -> None:
    content = made(replace(resolution(people(1)), landscape=True))

    assert opened(content).sections[0].orientation == WD_ORIENT.LANDSCAPE
    table = opened(content).tables[1]
    assert sum(round(cell.width.mm) for cell in table.rows[0].cells if cell.width) > 240
