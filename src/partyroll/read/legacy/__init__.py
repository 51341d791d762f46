"""Old one-byte Vietnamese (TCVN3, VNI) becomes Unicode before anything else looks at it."""

from partyroll.read.legacy.sheets import undecided, with_unicode

__all__ = ["undecided", "with_unicode"]
