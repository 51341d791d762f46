"""Official documents about people on lists for review: drafts and reports, never decisions."""
