"""Official documents: what Word prints in the form of the Party's documents."""

from dataclasses import dataclass
from enum import StrEnum

from partyroll.model.documents import Table


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The form of an official document: margins and widths in mm, sizes in points.

    The guidance on forms is renewed; an office sets each of these in its own settings.
    """

    margin_top: float = 20
    margin_bottom: float = 20
    margin_left: float = 30
    margin_right: float = 15
    head_left: float = 64  # the two halves of the head share the page in this proportion
    head_right: float = 100
    first_line: float = 12.7
    line_height: float = 18  # points, at least
    party_size: float = 15
    upper_size: float = 14
    issuer_size: float = 14
    number_size: float = 14
    date_size: float = 14
    kind_size: float = 16
    subject_size: float = 14
    body_size: float = 14
    recipients_size: float = 12
    table_size: float = 12
    footer_size: float = 9


class PassageLook(StrEnum):
    """How a paragraph of an official document stands."""

    BODY = "body"  # justified, first line indented
    SECTION = "section"  # a numbered heading, bold
    CENTRED = "centred"  # bold in the middle: "QUYẾT NGHỊ"
    ADDRESS = "address"  # "Kính gửi: …"
    REMARK = "remark"  # italic


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: bold words that lead it, its text, and dotted lines to write on.

    `blanks` counts the dotted lines: the first runs from the end of the text to the margin.
    """

    text: str
    look: PassageLook = PassageLook.BODY
    lead: str = ""
    blanks: int = 0
    together: bool = False  # stays on the page of what follows


@dataclass(frozen=True, slots=True)
class Annex:
    """Tables behind a document, on landscape pages of their own."""

    title: str
    tables: tuple[Table, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """One document in the form of the Party's: who issues it, what it is about, its text.

    Number, day and signer stay blank: people give them.  `mark` stands above the title
    ("DỰ THẢO …"), `notice` below it.  `signer` may hold several lines.
    """

    kind: str
    subject: str
    upper: tuple[str, ...] = ()
    issuer: str = ""
    place: str = ""
    mark: str = ""
    notice: str = ""
    contents: tuple[Passage | Table, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A Word file to be: one or several official documents, each on pages of its own.

    `confidentiality` is the mark that each of them bears, if any: "MẬT".
    """

    title: str
    papers: tuple[OfficialPaper, ...]
    footer: str = ""
    notice: str = ""
    form: PaperForm = PaperForm()
    confidentiality: str = ""
