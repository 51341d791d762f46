"""Ratings that are worth a second look: each check is a proposal, never a verdict."""
