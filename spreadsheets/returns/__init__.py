"""What insurers send as a spreadsheet instead of a portal: read line by line, or refused with the cell."""
