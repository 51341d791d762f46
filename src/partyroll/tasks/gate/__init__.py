"""The plausibility gate: what looks like a wrong mapping stops before it is written."""
