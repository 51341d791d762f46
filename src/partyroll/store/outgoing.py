"""Changes that keep what went out: a list, a report.  They state no fact."""

from collections.abc import Mapping

LIST_KEPT = "list"
REPORT_KEPT = "report"

# Undo passes them by; to one who asks for it by number, it says why.
KEEPING: Mapping[str, str] = {
    LIST_KEPT: "danh sách đã lập thì giữ nguyên như lúc lập",
    REPORT_KEPT: "báo cáo đã lập thì giữ nguyên như lúc lập",
}
