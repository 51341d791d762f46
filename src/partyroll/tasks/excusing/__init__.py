"""Reasons that somebody judges, papers that lift what is owed, places elsewhere for a time."""
