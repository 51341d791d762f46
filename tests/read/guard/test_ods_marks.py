"""Marks on the cells of an OpenDocument workbook, counted through repeated rows and cells."""

from partyroll.read.guard.ods_marks import ods_marks

STYLES = (
    b'<style:style style:name="ours"><style:table-cell-properties'
    b' fo:background-color="#fff2cc"/></style:style>'
    b'<style:style style:name="red"><style:table-cell-properties'
    b' fo:background-color="#ff0000"/></style:style>'
    b'<style:style style:name="gone"><style:text-properties'
    b' style:text-line-through-style="solid"/></style:style>'
)
COMMENT = (
    b"<office:annotation><dc:date>2026-01-15</dc:date>"
    b"<text:p>ch\xe1\xba\xa5p <text:span>nh\xe1\xba\xadn</text:span></text:p>"
    b"</office:annotation>"
)


def book(*rows: bytes, name: bytes = b"DS") -> bytes:
    table = b'<table:table table:name="' + name + b'">' + b"".join(rows) + b"</table:table>"
    return STYLES + table


def row(*cells: bytes) -> bytes:
    return b"<table:table-row>" + b"".join(cells) + b"</table:table-row>"


def cell(style: bytes = b"ours", inside: bytes = b"") -> bytes:
    return (
        b'<table:table-cell table:style-name="'
        + style
        + b'">'
        + inside
        + b"</table:table-cell>"
    )


BLANKS = b'<table:table-cell table:number-columns-repeated="3"/>'
EMPTY_ROWS = (
    b'<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>'
)


def test_a_comment_stands_where_its_cell_stands() -> None:
    content = book(EMPTY_ROWS, row(BLANKS, cell(inside=COMMENT)))

    assert [*ods_marks(content, ["DS"])] == [("DS", 9, 3, "comment", "chấp nhận")]


def test_only_styles_of_somebody_else_are_marks() -> None:
    content = book(row(cell(), cell(b"red"), cell(b"gone")))

    assert [(column, kind) for _, _, column, kind, _ in ods_marks(content, ["DS"])] == [
        (1, "colour"),
        (2, "strike"),
    ]


def test_other_sheets_are_not_looked_at() -> None:
    content = book(row(cell(inside=COMMENT)), name=b"Khac")

    assert [*ods_marks(content, ["DS"])] == []
