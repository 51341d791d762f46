"""Old one-byte Vietnamese (TCVN3, VNI) becomes Unicode before anything else looks at it."""

from partyroll.read.legacy.sheets import rows_in_doubt, undecided, with_unicode

__all__ = ["rows_in_doubt", "undecided", "with_unicode"]
