"""IPASEM-NH: one authorisation at a time, a month that is closed and reopened."""
