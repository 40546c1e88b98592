"""Reconciliation: every entry and every return line ends in exactly one verdict, and every centavo is somewhere."""
