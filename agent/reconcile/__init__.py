"""Pure: entries and statement lines in, verdicts out."""
