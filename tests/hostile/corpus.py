"""Broken and hostile files: each is refused with one sentence, or read as it should be."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partyroll.errors import PartyrollError
from partyroll.read import refusals

from .books import (
    AN,
    BOOK,
    HEAD,
    HEADING,
    MAIN,
    ODS_PEOPLE,
    OFFICE,
    PACKAGE,
    PEOPLE,
    SHEET,
    TEXTS,
    WORDS,
    Part,
    Xlsx,
    around,
    book,
    inline,
    number,
    ods,
    ods_cell,
    ods_row,
    row,
    shared,
    sheet,
    sheet_around,
    texts,
    zipped,
)
from .old_books import old_book

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CSV = "STT,Họ và tên,Ngày sinh\n1,Nguyễn Văn An,1979\n2,Trần Thị Bình,1981\n"
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAST_ROW = 1_048_576
MEGABYTE = 1 << 20

Outcome = type[PartyrollError] | int  # the refusal, or how many people are read
Build = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One file: its name, how it is made, what becomes of it."""

    file: str
    build: Build
    outcome: Outcome
    heavy: bool = False  # takes a second or more to make or to read


def _xlsx(outcome: Outcome, *, heavy: bool = False, **parts: Part) -> Case:
    """Return a workbook with another sheet, other texts, another list of sheets."""
    names = {"sheet": SHEET, "texts": TEXTS, "book": BOOK}
    more = {names[name]: part for name, part in parts.items()}
    return Case("so.xlsx", lambda: Xlsx(more).bytes(), outcome, heavy)


def _with(outcome: Outcome, more: dict[str, Part], *without: str) -> Case:
    return Case("so.xlsx", lambda: Xlsx(more, frozenset(without)).bytes(), outcome)


def _raw(file: str, content: bytes | str, outcome: Outcome) -> Case:
    whole = content.encode() if isinstance(content, str) else content
    return Case(file, lambda: whole, outcome)


# --- What is no workbook -----------------------------------------------------------------
OTHER_TYPES = {
    "no_bytes": _raw("a.xlsx", b"", refusals.WorkbookEmpty),
    "shadow_of_an_open_workbook": _raw(
        "~$so.xlsx", b"\x05Nguoi dung", refusals.WorkbookIsLockFile
    ),
    "pdf": _raw("a.xlsx", b"%PDF-1.7\n%", refusals.WorkbookIsOtherType),
    "web_page": _raw("a.xls", "<html><table><tr><td>STT", refusals.WorkbookIsOtherType),
    "web_page_with_mark": _raw("a.xls", "\ufeff\n<TABLE><tr>", refusals.WorkbookIsOtherType),
    "xml_2003": _raw(
        "a.xls",
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        refusals.WorkbookIsOtherType,
    ),
    "rtf": _raw("a.doc", r"{\rtf1\ansi Danh sach}", refusals.WorkbookIsOtherType),
    "picture": _raw("a.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99), refusals.WorkbookIsOtherType),
    "random_bytes": _raw("a.xlsx", bytes(range(256)) * 9, refusals.WorkbookTypeUnknown),
    "word": Case(
        "a.xlsx",
        lambda: zipped({"[Content_Types].xml": "", "word/document.xml": "<x/>"}),
        refusals.WorkbookIsOtherType,
    ),
    "pictures_in_a_zip": Case(
        "a.xlsx", lambda: zipped({"anh1.jpg": b"\xff\xd8\xff"}), refusals.WorkbookIsOtherType
    ),
    "larger_than_any_roll": Case(
        "a.xlsx", lambda: b"PK" + bytes(51 * MEGABYTE), refusals.WorkbookTooHeavy
    ),
}

# --- Right content under a wrong name -----------------------------------------------------
WRONG_NAMES = {
    "xlsx_named_xls": Case("a.xls", Xlsx().bytes, 2),
    "xlsx_named_csv": Case("a.csv", Xlsx().bytes, 2),
    "ods_named_xlsx": Case("a.xlsx", ods, 1),
    "csv_named_xlsx": _raw("a.xlsx", CSV, 2),
    "wide_text_named_xls": Case("a.xls", lambda: CSV.replace(",", "\t").encode("utf-16"), 2),
}


# --- Damage -------------------------------------------------------------------------------
def _half() -> bytes:
    whole = Xlsx().bytes()
    return whole[: len(whole) // 2]


def _flipped() -> bytes:
    whole = bytearray(Xlsx().bytes())
    place = whole.index(b"sheet1.xml") + 60
    whole[place] ^= 0x10
    return bytes(whole)


def _patched(mark: bytes, offset: int, new: bytes) -> Build:
    """Return a sound workbook with other bytes at `offset` of every header with `mark`."""

    def build() -> bytes:
        whole = bytearray(Xlsx().bytes())
        place = whole.find(mark)
        while place >= 0:
            whole[place + offset : place + offset + len(new)] = new
            place = whole.find(mark, place + 1)
        return bytes(whole)

    return build


_CENTRAL = b"PK\x01\x02"
DAMAGED = {
    "half_a_download": Case("a.xlsx", _half, refusals.WorkbookBroken),
    "a_flipped_bit": Case("a.xlsx", _flipped, refusals.WorkbookBroken),
    "only_the_first_bytes": _raw("a.xlsx", b"PK\x03\x04", refusals.WorkbookBroken),
    "sizes_in_the_directory_lie": Case(
        "a.xlsx", _patched(_CENTRAL, 24, b"\x20\0\0\0"), refusals.WorkbookBroken
    ),
    "packed_in_an_unknown_way": Case(
        "a.xlsx", _patched(_CENTRAL, 10, b"\x63\0"), refusals.WorkbookBroken
    ),
    "parts_with_a_password": Case(
        "a.xlsx", _patched(_CENTRAL, 8, b"\x01\0"), refusals.WorkbookHasPassword
    ),
    "password": _raw(
        "a.xlsx",
        OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        refusals.WorkbookHasPassword,
    ),
    "old_word": _raw(
        "a.xls",
        OLE + "Root Entry\0WordDocument".encode("utf-16-le"),
        refusals.WorkbookIsOtherType,
    ),
    "old_workbook_cut_off": _raw(
        "a.xls", OLE + bytes(500) + "Workbook".encode("utf-16-le"), refusals.WorkbookBroken
    ),
    "old_workbook_of_rubbish": _raw(
        "a.xls", OLE + "Workbook".encode("utf-16-le") + b"\xff" * 9000, refusals.WorkbookBroken
    ),
    "xml_that_ends_inside_a_row": _xlsx(
        refusals.WorkbookBroken, sheet=sheet().partition('<c r="C3"')[0]
    ),
    "tags_that_do_not_match": _xlsx(2, sheet=sheet(PEOPLE.replace("</row>", "</rou>", 1))),
    "no_list_of_sheets": _with(refusals.WorkbookBroken, {}, BOOK),
    "no_relations": _with(refusals.WorkbookBroken, {}, "xl/_rels/workbook.xml.rels"),
    "no_sheet_behind_its_name": _with(refusals.WorkbookBroken, {}, SHEET),
    "an_empty_list_of_sheets": _xlsx(refusals.SheetIncomplete, book=book(())),
}


# --- The zip around the parts -------------------------------------------------------------
def _twice() -> bytes:
    file = io.BytesIO(Xlsx().bytes())
    with zipfile.ZipFile(file, "a") as archive:
        # Another case: most readers take it for the same part.
        archive.writestr(SHEET.replace("sheet1", "Sheet1"), sheet(HEADING + AN))
    return file.getvalue()


ZIPS = {
    "two_parts_of_one_name": Case("a.xlsx", _twice, refusals.WorkbookMalformed),
    "a_part_outside": _with(refusals.WorkbookMalformed, {"xl/../../../x.xml": "<x/>"}),
    "a_part_at_the_root": _with(refusals.WorkbookMalformed, {"/etc/x.xml": "<x/>"}),
    "a_part_on_a_drive": _with(refusals.WorkbookMalformed, {"C:\\x.xml": "<x/>"}),
    "no_table_of_contents": _with(refusals.WorkbookMalformed, {}, "[Content_Types].xml"),
    "thousands_of_parts": _with(
        refusals.WorkbookTooHeavy, {f"xl/media/{place}.png": b"" for place in range(3000)}
    ),
    "a_relation_that_leads_outside": _with(
        refusals.WorkbookBroken,
        {
            "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships"
            f' xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/worksheet" Target="../../../etc/passwd"/>'
            "</Relationships>"
        },
    ),
}

# --- Bombs --------------------------------------------------------------------------------
_TEXT_START, _TEXT_END = f'{HEAD}<sst xmlns="{MAIN}">', "</sst>"
_CELL_START, _CELL_END = sheet(row(1, inline("A1", "|"))).split("|")


def _bomb(name: str, build: Callable[[], Iterator[bytes]]) -> Case:
    return Case(
        "a.xlsx", lambda: Xlsx({name: build()}).bytes(), refusals.WorkbookTooHeavy, heavy=True
    )


def _merged() -> bytes:
    """Return a sheet whose every column is merged from top to bottom, a thousand times."""
    lines = "".join(row(place, number(f"A{place}", 1)) for place in range(4, 20_000))
    ranges = "".join(f'<mergeCell ref="B1:B{LAST_ROW}"/>' for _ in range(10_000))
    whole = sheet(PEOPLE + lines, after=f"<mergeCells>{ranges}</mergeCells>")
    return Xlsx({SHEET: whole}).bytes()


BOMBS = {
    "a_long_cell": _bomb(SHEET, lambda: around(_CELL_START, b"a", 64 * MEGABYTE, _CELL_END)),
    "blanks_between_rows": _bomb(SHEET, lambda: sheet_around(b" ", 64 * MEGABYTE)),
    "a_long_attribute": _bomb(
        SHEET, lambda: around(_CELL_START.replace("<c ", '<c x="'), b"a", 64 * MEGABYTE, '"/>')
    ),
    "nested_tags": _bomb(SHEET, lambda: sheet_around(b"<a>", 20 * MEGABYTE)),
    "one_text_of_megabytes": _bomb(
        TEXTS, lambda: around(f"{_TEXT_START}<si><t>", b"a", 8 * MEGABYTE, "</t></si></sst>")
    ),
    "millions_of_texts": _bomb(
        TEXTS, lambda: around(_TEXT_START, b"<si><t>a</t></si>", 4_000_000, _TEXT_END)
    ),
    "millions_of_cells": _bomb(
        SHEET, lambda: sheet_around(b'<c r="A1"><v>1</v></c>', 9_000_000)
    ),
    "a_part_nobody_reads": _bomb("xl/media/a.bin", lambda: around("", bytes(MEGABYTE), 64, "")),
    "many_styles": _bomb(
        "xl/styles.xml",
        lambda: around(
            f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs>',
            b"<xf/>",
            8_000_000,
            "</cellXfs></styleSheet>",
        ),
    ),
    "hundreds_of_sheets": _xlsx(
        refusals.WorkbookTooHeavy, book=book(f"T{place}" for place in range(20_000))
    ),
    "merges_over_every_row": Case("a.xlsx", _merged, refusals.WorkbookTooHeavy, heavy=True),
    "a_text_longer_than_a_cell": _xlsx(
        refusals.WorkbookTooHeavy, texts=texts((*WORDS, "ă" * 40_000))
    ),
}


def _amplified() -> bytes:
    """One long text, shown by very many cells: little on disk, gigabytes in memory."""
    numbers = b"".join(
        f'<row r="{place}">{shared(f"A{place}", 9)}</row>'.encode()
        for place in range(4, 200_000)
    )
    words = texts((*WORDS, "x" * 32_000))
    return Xlsx({TEXTS: words, SHEET: sheet_around(numbers, 1, PEOPLE)}).bytes()


BOMBS["a_long_text_in_every_cell"] = Case(
    "a.xlsx", _amplified, refusals.WorkbookTooHeavy, heavy=True
)

# --- Definitions and encodings --------------------------------------------------------------
DEFINITIONS = {
    "entities": _xlsx(refusals.WorkbookMalformed, sheet=sheet(head=HEAD + DTD)),
    "entities_from_outside": _xlsx(refusals.WorkbookMalformed, sheet=sheet(head=HEAD + XXE)),
    "entities_in_texts": _xlsx(
        refusals.WorkbookMalformed, texts=texts().replace(HEAD, HEAD + DTD)
    ),
    "entities_in_the_list_of_sheets": _xlsx(
        refusals.WorkbookMalformed, book=book().replace(HEAD, HEAD + DTD)
    ),
    "entities_in_ods": Case(
        "a.ods",
        lambda: zipped({"content.xml": HEAD + XXE + "<x/>", "META-INF/manifest.xml": "<x/>"}),
        refusals.WorkbookMalformed,
    ),
    "wide_xml": _xlsx(
        refusals.WorkbookNotUtf8,
        sheet=sheet(head=HEAD.replace("UTF-8", "UTF-16")).encode("utf-16"),
    ),
    "wide_xml_without_mark": _xlsx(refusals.WorkbookNotUtf8, sheet=sheet().encode("utf-16-le")),
    "windows_xml": _xlsx(
        refusals.WorkbookNotUtf8, sheet=sheet(head=HEAD.replace("UTF-8", "windows-1252"))
    ),
}

# --- References -----------------------------------------------------------------------------
REFERENCES = {
    "column_of_twelve_letters": _xlsx(
        refusals.CellMisplaced, sheet=sheet(PEOPLE + row(4, number("ZZZZZZZZZZZZ4", 1)))
    ),
    "column_behind_the_last": _xlsx(
        refusals.CellMisplaced, sheet=sheet(PEOPLE + row(4, number("XFE4", 1)))
    ),
    "row_behind_the_last": _xlsx(
        refusals.CellMisplaced, sheet=sheet(PEOPLE + row(4, number("A1048577", 1)))
    ),
    "row_of_ten_digits": _xlsx(
        refusals.CellMisplaced, sheet=sheet(PEOPLE + row(2**32, number("A4294967296", 1)))
    ),
    "row_of_twenty_digits": _xlsx(
        refusals.CellMisplaced, sheet=sheet(PEOPLE + row(10**20, "<c><v>1</v></c>"))
    ),
    "row_zero": _xlsx(refusals.CellMisplaced, sheet=sheet(row(0, number("A0", 1)) + PEOPLE)),
    "no_column": _xlsx(refusals.CellMisplaced, sheet=sheet(PEOPLE + row(4, number("12", 1)))),
    "an_address_in_single_quotes": _xlsx(
        refusals.CellMisplaced,
        sheet=sheet(PEOPLE + "<row r='4'><c r='ZZZZ4'><v>1</v></c></row>"),
    ),
    "a_value_in_the_last_cell": _xlsx(
        refusals.CellTooFar, sheet=sheet(PEOPLE + row(LAST_ROW, number(f"XFD{LAST_ROW}", 1)))
    ),
    "a_value_far_to_the_right": _xlsx(
        refusals.CellTooFar, sheet=sheet(PEOPLE + row(4, number("ALM4", 1)))
    ),
    "a_wide_table_with_a_value_far_below": _xlsx(
        refusals.CellTooFar,
        sheet=sheet(
            PEOPLE + row(4, number("AZ4", 1)) + row(LAST_ROW, number(f"A{LAST_ROW}", 1))
        ),
    ),
    "a_value_far_below": _xlsx(
        2, heavy=True, sheet=sheet(PEOPLE + row(LAST_ROW - 1, inline(f"C{LAST_ROW - 1}", "x")))
    ),
    "a_text_that_is_not_there": _xlsx(
        refusals.StringMissing, sheet=sheet(PEOPLE + row(4, shared("B4", 9)))
    ),
    "a_text_of_negative_number": _xlsx(
        refusals.StringMissing, sheet=sheet(PEOPLE + row(4, shared("B4", -1)))
    ),
    "a_text_with_a_blank_in_its_number": _xlsx(
        refusals.StringMissing, sheet=sheet(PEOPLE + row(4, shared("B4", " 4")))
    ),
    "a_text_that_is_not_there_in_other_words": _xlsx(
        refusals.StringMissing,
        sheet=sheet(PEOPLE + "<row r='4'><c t='s' r='B4'><f>A1</f><v>9</v></c></row>"),
    ),
    "texts_without_their_part": _with(refusals.StringMissing, {}, TEXTS),
    "one_cell_twice": _xlsx(
        refusals.SheetIncomplete,
        sheet=sheet(PEOPLE + row(4, inline("B4", "A"), inline("B4", "B"))),
    ),
}

# --- Strange and sound ----------------------------------------------------------------------


def _without_address(places: tuple[int, ...]) -> str:
    cells = "".join(f'<c t="s"><v>{place}</v></c>' for place in places)
    return f"<row>{cells}</row>"


_PREFIXED = re.sub(r"<(/?)(\w+)(?=[ />])", r"<\1x:\2", sheet()).replace(" xmlns=", " xmlns:x=")
SOUND = {
    "a_dimension_that_lies": _xlsx(2, sheet=sheet(before='<dimension ref="A1:XFD1048576"/>')),
    "tags_with_a_prefix": _xlsx(2, sheet=_PREFIXED),
    "attributes_in_single_quotes": _xlsx(2, sheet=sheet(PEOPLE.replace('"', "'"))),
    "attributes_in_another_order": _xlsx(
        2, sheet=sheet(PEOPLE.replace('r="B2" t="s"', 't="s" s="0" r="B2"'))
    ),
    "cells_without_address": _xlsx(
        2,
        sheet=sheet("".join(map(_without_address, ((0, 1, 2, 3), (0, 4, 5, 6), (0, 7, 8, 6))))),
    ),
    "formatted_cells_to_the_last_column": _xlsx(
        2, sheet=sheet(PEOPLE + row(4, '<c r="A4" s="1"/>', '<c r="XFD4" s="1"></c>'))
    ),
    "macros": _with(2, {"xl/vbaProject.bin": OLE + bytes(99)}),
    "links_to_other_files": _with(2, {"xl/externalLinks/externalLink1.xml": f"{HEAD}<x/>"}),
    "a_command_as_formula": _xlsx(
        2, sheet=sheet(PEOPLE + row(4, "<c r=\"H4\"><f>cmd|'/C calc'!A0</f><v>0</v></c>"))
    ),
    "a_formula_never_computed": _xlsx(
        2, sheet=sheet(PEOPLE + row(4, '<c r="H4"><f>1+1</f></c>'))
    ),
    "an_escaped_nul": _xlsx(2, texts=texts((*WORDS[:4], "Nguyễn_x0000_ Văn An", *WORDS[5:]))),
    "signs_that_turn_the_text": _xlsx(
        2, texts=texts((*WORDS[:4], "\u202eNguyễn Văn An\u202c", *WORDS[5:]))
    ),
    "an_impossible_date": _xlsx(
        2, sheet=sheet(PEOPLE + row(4, '<c r="H4" s="1"><v>99999999999</v></c>'))
    ),
    "texts_without_a_letter": _xlsx(
        2,
        texts=texts((*WORDS, "", " ")),
        sheet=sheet(PEOPLE + row(4, shared("H4", 9), shared("I4", 10))),
    ),
    "very_many_texts_without_a_letter": _xlsx(
        2,
        texts=texts((*WORDS, *[""] * 300)),
        sheet=sheet(PEOPLE + row(4, *(shared(f"H{n}", n) for n in range(9, 300)))),
    ),
    "thousands_of_names": _xlsx(
        2,
        heavy=True,
        book=book(
            after="<definedNames>"
            + "".join(
                f'<definedName name="n{n}">DS!$A${n}</definedName>' for n in range(1, 200_000)
            )
            + "</definedNames>"
        ),
    ),
    "a_merge_of_everything": _xlsx(
        2,
        sheet=sheet(
            after='<mergeCells count="1"><mergeCell ref="F1:XFD1048576"/></mergeCells>'
        ),
    ),
    "a_million_formatted_rows": Case(
        "a.xlsx",
        lambda: Xlsx({SHEET: sheet_around(_million(""), 1, PEOPLE)}).bytes(),
        2,
        heavy=True,
    ),
    "a_million_rows_of_formatted_cells": Case(
        "a.xlsx",
        lambda: Xlsx(
            {SHEET: sheet_around(_million('<c r="{0}{1}" s="1"/>'), 1, PEOPLE)}
        ).bytes(),
        2,
        heavy=True,
    ),
}


def _million(cell: str) -> bytes:
    rows = (
        f'<row r="{place}" s="1" customFormat="1">'
        + "".join(cell.format(letter, place) for letter in "ABC" if cell)
        + "</row>"
        for place in range(4, LAST_ROW + 1)
    )
    return "".join(rows).encode()


# --- OpenDocument and text ------------------------------------------------------------------
_EMPTY = '<table:table-cell table:number-columns-repeated="16384"/>'
OTHERS = {
    "ods_with_a_million_empty_rows": Case(
        "a.ods",
        lambda: ods(
            ODS_PEOPLE + ods_row(_EMPTY, attributes=' table:number-rows-repeated="1048570"')
        ),
        1,
    ),
    "ods_row_repeated_a_million_times": Case(
        "a.ods",
        lambda: ods(
            ODS_PEOPLE
            + ods_row(
                ods_cell("x", ' table:number-columns-repeated="500"'),
                attributes=' table:number-rows-repeated="1000000"',
            )
        ),
        refusals.WorkbookTooHeavy,
    ),
    "ods_cell_repeated_a_million_times": Case(
        "a.ods",
        lambda: ods(
            ODS_PEOPLE + ods_row(ods_cell("x", ' table:number-columns-repeated="1000000"'))
        ),
        refusals.CellTooFar,
    ),
    "ods_with_a_password": Case(
        "a.ods",
        lambda: ods(more="<manifest:encryption-data/>"),
        refusals.WorkbookHasPassword,
    ),
    "ods_that_ends_inside_a_row": Case(
        "a.ods", lambda: ods(ODS_PEOPLE[:-30], end=""), refusals.WorkbookBroken
    ),
    "csv_with_a_quote_that_never_closes": _raw(
        "a.csv",
        CSV + '3,"Lê Thị Chi,1980\n' + "4,Lý Văn Dũng,1990\n" * 3000,
        refusals.QuoteNotClosed,
    ),
    "csv_with_nul": _raw("a.csv", CSV + "3,Lê\0 Thị Chi,1980\n", refusals.WorkbookTypeUnknown),
    "csv_with_thousands_of_columns": _raw(
        "a.csv", CSV + "," * 3000 + "\n", refusals.WorkbookTooHeavy
    ),
    "csv_with_too_many_lines": Case(
        "a.csv",
        (CSV + "1,x,1980\n" * 400_000).encode,
        refusals.WorkbookTooHeavy,
        heavy=True,
    ),
}

# --- Old Excel ---------------------------------------------------------------------------
OLD = {
    "old_book": Case("a.xls", lambda: old_book(3), 3),
    "old_book_of_many": Case("a.xls", lambda: old_book(10_000), 10_000, heavy=True),
    "old_book_with_a_cell_far_away": Case(
        "a.xls", lambda: old_book(3, far=True), refusals.WorkbookTooHeavy
    ),
    "old_book_of_formatted_rows": Case(
        "a.xls", lambda: old_book(3, formatted=60_000), 3, heavy=True
    ),
}
CASES: dict[str, Case] = {
    **OTHER_TYPES,
    **WRONG_NAMES,
    **DAMAGED,
    **ZIPS,
    **BOMBS,
    **DEFINITIONS,
    **REFERENCES,
    **SOUND,
    **OTHERS,
    **OLD,
}
