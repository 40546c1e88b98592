"""What the office and its accountant ask of the ledger: audits, copies, worklists, appeals, and the month's pack."""
