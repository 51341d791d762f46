"""A report that went out is printed again as it was."""

from e2e.desk import Desk


def test_a_report_is_written_again_to_the_byte_whatever_was_undone(sample_desk: Desk) -> None:
    sample_desk("report", "2024", "--xlsx", "--out", "signed.xlsx")
    sample_desk("undo", "--yes")

    again = sample_desk("report", "--again", "1", "--xlsx", "--out", "again.xlsx")

    assert again.code == 0
    signed = (sample_desk.folder / "signed.xlsx").read_bytes()
    assert (sample_desk.folder / "again.xlsx").read_bytes() == signed


def test_a_report_only_looked_at_is_not_kept(sample_desk: Desk) -> None:
    sample_desk("report", "2020-2025")
    looked = sample_desk("report", "--reports", "--json").json

    sample_desk("report", "2020-2025", "--save")
    saved = sample_desk("report", "--reports", "--json").json

    assert looked["reports"] == []
    assert [(one["number"], one["totals"]["REMOVED"]) for one in saved["reports"]] == [(1, 708)]
