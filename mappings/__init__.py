"""Data that a biller edits: spreadsheet headings, portal phrases and codes."""
