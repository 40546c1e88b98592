"""Saúde Imaginária: no insurer at all, but the example of how one is added; see docs/novo-portal.md."""
