"""Ten spreadsheets as clinics send them (arquivos/), the reading a careful clerk agrees on (esperado/), and a judge."""
