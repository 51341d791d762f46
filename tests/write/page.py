"""What a browser finds in a page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from partyroll.model import Document
from partyroll.write.html.page import html_bytes

VOID = frozenset({"meta"})


@dataclass
class Found(HTMLParser):
    """Tags with their attributes, texts, rows of tables; what is not closed is noticed."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())
        if self.open and self.open[-1] in {"td", "th"}:
            self.tables[-1][-1][-1] += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def parsed(page: str) -> Found:
    found = Found()
    found.feed(page)
    found.close()
    assert found.open == []
    return found


def seen(document: Document) -> Found:
    return parsed(html_bytes(document).decode())
