"""Registers: one module for each noun that keeps a list of people and of what needs doing."""
