"""Giving a sheet back: a copy with its problem cells painted and commented, and what became of each row beside it."""
