"""partyroll: membership rolls from messy workbooks; it lists, a person decides."""

__version__ = "0.1.0"
