"""The accountant's pack: one workbook of a month, with live formulas, written row by row and kept on disk meanwhile."""
