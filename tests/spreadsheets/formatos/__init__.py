"""One small workbook as LibreOffice saves it in other formats: zeros shown, a hidden row, a struck one, a merge."""
