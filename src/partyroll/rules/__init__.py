"""Pure rules: facts in, findings out; no clock, no settings, no I/O."""
