"""The JSON contracts, schema 1: fields may be added, never renamed or removed.

A file for each command, named as typed; what several commands say of one thing stands once.
"""
