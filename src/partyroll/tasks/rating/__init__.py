"""Ratings: what is gathered for the checks, a unit's page, screenings."""
