"""`partyroll template KIND`."""

from typing import Annotated

import typer

from partyroll.cli.options import (
    ForceOption,
    LedgerOption,
    OutOption,
    QuietOption,
    common,
    output_path,
)


def template(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="LOẠI",
            help="roster, dues, meetings, exits, away, excuses, ratings, unit_ratings,"
            " headcounts, declared, candidates, support, awards, discipline, units,"
            " reorganisation, holidays; hoặc tên tiếng Việt: xep-loai, di-lam-an-xa…",
        ),
    ],
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="NĂM", min=1930, max=2100, help="Năm của sổ; mặc định năm nay."
        ),
    ] = None,
    unit: Annotated[
        str,
        typer.Option(
            "--unit", metavar="TÊN", help="Chi bộ của mẫu; khi đó không có cột Chi bộ."
        ),
    ] = "",
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Tạo tệp Excel trống để điền: tiêu đề đúng, chọn sẵn, một dòng ví dụ, trang Hướng dẫn.

    Điền xong nhập bằng partyroll import; dòng ví dụ không được nhập.
    Mã kết thúc: 0 xong, 1 không ghi được tệp, 2 không có loại mẫu này.
    """
    from partyroll.tasks.templates import file_name, make_template, template_of

    at = common(context, ledger, quiet=quiet)
    wanted = template_of(kind)
    about = year or at.today.year
    path = output_path(out, file_name(wanted, about), force=force)
    make_template(wanted, path, year=about, unit=unit)
    at.screen.note(f"Đã ghi {path}")
    at.screen.note(f'Điền xong, {wanted.next_step} "{path}"')
    return 0
