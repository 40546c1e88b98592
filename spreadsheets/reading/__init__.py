"""A clinic's spreadsheet in, entries out: open, find the tables, understand columns, understand values, read rows."""
