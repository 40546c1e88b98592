"""Workbooks out: the reconciliation that an accountant checks."""
