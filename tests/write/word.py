"""Small Word files and what is inside them."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from partyroll.model import (
    Annex,
    Column,
    OfficialPaper,
    PaperFile,
    PaperForm,
    Passage,
    PassageLook,
    Shape,
    Table,
)
from partyroll.write.word.file import docx_bytes

AN = "Nguyễn Văn An"


def people(number: int, name: str = AN) -> Table:
    return Table(
        "people",
        "Danh sách",
        (
            Column("number", "STT", Shape.ORDER, 5),
            Column("full_name", "Họ và tên", width=26),
            Column("members", "Số đảng viên", Shape.COUNT, 10),
            Column("person_id", "Mã người", printed=False),
        ),
        tuple((place, name, 1441, "p") for place in range(1, number + 1)),
    )


def resolution(
    *contents: Passage | Table,
    annex: Table | None = None,
    upper: tuple[str, ...] = ("Đảng bộ xã Mẫu",),
    place: str = "",
) -> OfficialPaper:
    return OfficialPaper(
        kind="Nghị quyết",
        subject="về việc xem xét đảng viên",
        upper=upper,
        issuer="Chi bộ 3",
        place=place,
        mark="DỰ THẢO để chi bộ xem xét",
        notice="Danh sách để xem xét, không phải quyết định.",
        contents=contents or (Passage("Chi bộ đã họp.", PassageLook.BODY),),
        signer="T/M CHI BỘ\nBÍ THƯ",
        recipients=("Đảng ủy xã Mẫu", "Lưu chi bộ"),
        annexes=(Annex("Phụ lục", (annex,), "Kèm theo nghị quyết"),) if annex else (),
    )


def made(
    *papers: OfficialPaper, footer: str = "Sổ · mã", form: PaperForm | None = None
) -> bytes:
    file = PaperFile(
        "Danh sách rà soát", papers, footer, "Không phải quyết định.", form or PaperForm()
    )
    return docx_bytes(file)


def opened(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def part(content: bytes, name: str = "word/document.xml") -> str:
    with ZipFile(BytesIO(content)) as package:
        return package.read(name).decode()


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: package.read(name).decode() for name in names}


def texts(content: bytes) -> list[str]:
    """Every paragraph with something in it, those of tables too, in order."""
    body = opened(content).element.body
    found = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    return [text for text in found if text]
