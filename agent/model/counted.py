"""A count with its word, as pt-BR says it."""


def counted(number: int, one: str, many: str) -> str:
    """counted(1, "item", "itens") gives "1 item"; 0 and 2 are "itens"."""
    return f"{number} {one if number == 1 else many}"
