"""`partyroll rating import`: an import that says whose rating each column holds."""

from typing import TYPE_CHECKING

from partyroll.cli.import_ import Wanted, ending, imported
from partyroll.cli.options import Common
from partyroll.messages import RATING_STAGE

if TYPE_CHECKING:
    from partyroll.tasks.rating.stages_read import StageColumn

_TITLES = ("Tệp", "Trang", "Cột", "Tiêu đề", "Là mức của ai", "Ví dụ")
_NO_COLUMNS = (
    "Không thấy cột xếp loại nào trong tệp. Tiêu đề như “Tự xếp loại”, “Chi bộ xếp loại”, “Đảng"
    " ủy xếp loại”, “Năm 2024”; mẫu: partyroll template ratings."
)


def import_ratings(at: Common, wanted: Wanted, *, json: bool) -> int:
    """Import files and tell the stage of each column of ratings."""
    from partyroll.tasks.rating.stages_read import stage_columns

    result = imported(at, wanted)
    tables = (table for file in result.files for table in file.tables)
    columns = list(stage_columns(tables))
    if json:
        from partyroll.cli.contracts.import_ import import_envelope
        from partyroll.cli.contracts.rating import stage_object
        from partyroll.write.json import to_json

        stages = [stage_object(column) for column in columns]
        envelope = {**import_envelope(result, at), "command": "rating import", "stages": stages}
        at.screen.raw(to_json(envelope))
        return ending(result)
    from partyroll.cli.import_screen import tell

    if columns:
        at.screen.table(_TITLES, [_row(column) for column in columns])
    elif any(file.tables for file in result.files):
        at.screen.warn(_NO_COLUMNS)
    tell(result, at)
    return ending(result)


def _row(column: "StageColumn") -> tuple[str, ...]:
    return (
        column.file,
        column.sheet,
        column.column,
        column.heading,
        RATING_STAGE[column.stage],
        "; ".join(column.samples),
    )
