"""Pure: entries and return lines in, one verdict for each out. No database, no file, no clock."""
