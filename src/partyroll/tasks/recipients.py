"""For whom a document is: what it says of it, and how it names people."""

from partyroll.messages.audience import AUDIENCE
from partyroll.model import Audience, Document, Recipient, Table
from partyroll.report.masking import masked_document, masked_table


def table_for(table: Table, recipient: Recipient) -> Table:
    """Return a table as a recipient may see it."""
    return masked_table(table) if recipient.audience is Audience.UPPER else table


def paper_for(document: Document, recipient: Recipient) -> Document:
    """Return a document as a recipient may see it, all lists masked."""
    if recipient.audience is Audience.UPPER:
        return masked_document(document)
    return document


def recipient_line(recipient: Recipient) -> str:
    """Return for whom a paper is: "Bản công khai · Gửi: Báo tỉnh"; "" inside the office."""
    if recipient.audience is Audience.INTERNAL and not recipient.name:
        return ""
    name = f"Gửi: {recipient.name}" if recipient.name else ""
    return " · ".join(filter(None, (AUDIENCE[recipient.audience], name)))
