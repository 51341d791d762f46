"""The sentences of findings and gaps: Vietnamese, one place."""

from functools import lru_cache

from partyroll.model import Ground
from partyroll.period import Month, month_list

_HELD = {
    Ground.UNPAID_DUES: "chưa đóng đảng phí",
    Ground.SKIP_MEETINGS: "vắng sinh hoạt không phép",
    Ground.MIXED: "chưa đóng đảng phí hoặc vắng sinh hoạt",
}
_LATE = "đóng chậm đảng phí"
_HELD_OR_LATE = {
    Ground.UNPAID_DUES: "chưa đóng hoặc đóng chậm đảng phí",
    Ground.MIXED: "chưa đóng, đóng chậm đảng phí hoặc vắng sinh hoạt",
}
_HELD_OR_EXCUSED = _HELD | {Ground.SKIP_MEETINGS: "vắng sinh hoạt"}
_NOTED = {
    Ground.UNPAID_DUES: "có ghi lý do",
    Ground.SKIP_MEETINGS: "sổ ghi có phép",
    Ground.MIXED: "có ghi lý do",
}

BY_REMARK = "có ghi lý do"
PAID_LATE = "đóng chậm"
INFERRED = "suy ra từ ô trống"


@lru_cache(maxsize=10_000)  # many owe for the same months
def why(
    ground: Ground,
    months: tuple[Month, ...],
    *,
    noted: int = 0,
    by_remark: bool = False,
    inferred: int = 0,
    late: int = 0,
    crossing: bool = False,
) -> str:
    """Return the one sentence that says what a finding rests on.

    `by_remark`: some reason stands in a remark of the roster, not in the book's own mark.
    `late`: months paid late, where the settings count them: they are no debt any more.
    """
    listed = sorted(months)
    if late == len(listed):
        said, late = _LATE, 0
    elif late:
        said = _HELD_OR_LATE[ground]
    else:
        said = (_HELD_OR_EXCUSED if noted else _HELD)[ground]
    reason = BY_REMARK if by_remark else _NOTED[ground]
    parts = [
        f"{len(listed)} tháng {said}",
        "liền nhau vắt qua hai năm" if crossing else "",
        of_which(len(listed), {reason: noted, INFERRED: inferred, PAID_LATE: late}),
    ]
    return f"{', '.join(filter(None, parts))}: {month_list(listed)}"


def of_which(months: int, shares: dict[str, int]) -> str:
    """Return how many of the months are of which sort: "đều …" where all of them are."""
    all_of_them = "đều " if months > 1 else ""
    every = [f"{all_of_them}{said}" for said, share in shares.items() if share == months]
    some = [f"{share} tháng {said}" for said, share in shares.items() if 0 < share < months]
    return ", ".join([*every, f"trong đó {', '.join(some)}"] if some else every)
