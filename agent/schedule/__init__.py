"""When is the next run due, and why: the office's calendar, the month's plan, and pure decisions over the ledger."""
