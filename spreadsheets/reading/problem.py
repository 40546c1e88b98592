"""Why a cell cannot be taken as it stands."""


class CellProblem(ValueError):
    """A cell that a person must look at. `code` is stable (invalid_date), `motivo` the pt-BR reason and what to do."""

    def __init__(self, code: str, motivo: str) -> None:
        self.code = code
        self.motivo = motivo
        super().__init__(motivo)
