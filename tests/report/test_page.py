"""The term report as one page: figures and sentences, no names."""

from partyroll.model import Document, ExitKind, Measure, Reason
from partyroll.report.documents import Letterhead
from partyroll.report.page import term_page
from partyroll.report.prose import opening
from partyroll.report.term import term_report
from partyroll.write.html.page import html_bytes
from report.exits import TERM, left, many
from report.test_documents import SOURCES

SKIPPED = Reason.SKIP_MEETINGS
REMIND = Measure("remind", "Nhắc nhở.", (SKIPPED,))
UNITS = 1200


def page(*exits: object) -> Document:
    report = term_report(TERM, exits or [left(ExitKind.REMOVED, "2021-01-05", SKIPPED)], [])  # type: ignore[arg-type]
    return term_page(
        report,
        unit="",
        provenance=SOURCES,
        letterhead=Letterhead(("ĐẢNG ỦY X",), confidentiality="MẬT"),
        measures=(REMIND,),
    )


def province() -> Document:
    exits = [
        one
        for number in range(UNITS)
        for one in many(
            2, ExitKind.REMOVED, "2021-01-05", SKIPPED, unit=("Tỉnh", f"Đảng bộ xã số {number}")
        )
    ]
    return page(*exits)


def test_the_summary_comes_first_and_sources_last() -> None:
    made = page()

    assert [sheet.name for sheet in made.sheets] == [
        "Tóm tắt",
        "Theo hình thức, theo năm",
        "Nguyên nhân",
        "Đơn vị",
        "Những người đã ra khỏi Đảng",
        "Cần kiểm tra",
        "Đề xuất",
        "Nguồn",
    ]
    assert made.sheets[0].intro[0] == opening(
        term_report(TERM, [left(ExitKind.REMOVED, "2021-01-05", SKIPPED)], [])
    )
    assert made.confidentiality == "MẬT"


def test_nobody_is_named_on_it() -> None:
    assert "Nguyễn Văn An" not in html_bytes(page()).decode()


def test_proposals_are_numbered_and_left_out_where_nobody_left() -> None:
    proposals = {sheet.name: sheet.intro for sheet in page().sheets}

    assert proposals["Đề xuất"] == ("1. Nhắc nhở.",)
    assert "Đề xuất" not in [sheet.name for sheet in page(left(ExitKind.DIED)).sheets]


def test_a_province_of_many_units_can_still_be_mailed() -> None:
    content = html_bytes(province())

    assert len(content) < 100_000
    assert "dòng nữa: xem tệp Excel" in content.decode()
