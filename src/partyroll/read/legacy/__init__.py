"""Old one-byte Vietnamese (TCVN3, VNI) becomes Unicode before anything else looks at it."""

from partyroll.read.legacy.sheets import FontsOf, rows_in_doubt, undecided, with_unicode

__all__ = ["FontsOf", "rows_in_doubt", "undecided", "with_unicode"]
