"""The ledger's contract, on SQLite and on PostgreSQL."""
