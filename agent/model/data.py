"""Dates as the trade writes them: dd/mm/aaaa at the edges, `datetime.date` inside."""

from datetime import date


def read_data(text: str) -> date:
    """Read "18/02/2025" (a portal's own form). Raises ValueError, with the text, on anything else."""
    try:
        day, month, year = (int(part) for part in text.strip().split("/"))
        if year < 1000:
            raise ValueError
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"não é uma data dd/mm/aaaa: {text!r}") from None


def write_data(day: date) -> str:
    """A date as "18/02/2025"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
