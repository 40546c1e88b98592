"""The reconciliation workbook: what it says adds up, what was read stays text, and it is whole or not there."""
