"""Carrying out a plan of a reorganisation: read, checked, asked about, written at once."""
