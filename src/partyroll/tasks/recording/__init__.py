"""From what a workbook states to what the ledger will hold: units, people, one kind a file."""
