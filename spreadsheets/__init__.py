"""Workbooks in, as clinics send them, and out: reconciliation and marked copies."""
