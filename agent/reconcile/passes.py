"""The passes, from certain to doubtful: each looks at what is left, the first that explains a row wins."""

from dataclasses import dataclass

from agent.model.match import Pass
from agent.reconcile.finding import (
    AMOUNT,
    ITEM,
    PLACE,
    Find,
    hides_faces,
    hides_tooth,
    many_to_one,
    nearest_neighbour,
    one_to_many,
    only_neighbour,
    only_pair,
    only_person,
    same,
    shows_movimento,
    similar_authorisation,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One pass; `confidence` is the precision (0 to 100) measured for it on a labelled million of lines."""

    pass_no: Pass
    confidence: int
    find: Find


AUTOMATIC = (
    Step(Pass.MOVIMENTO, 100, same("movimento", *ITEM, *PLACE, "data", *AMOUNT, where=shows_movimento)),
    Step(Pass.MOVIMENTO, 100, same("movimento", *ITEM, *AMOUNT, where=shows_movimento)),
    Step(Pass.CHAVE, 100, same(*ITEM, *PLACE, "data", *AMOUNT)),
    Step(Pass.SEM_DENTE, 99, same(*ITEM, "dente", "data", *AMOUNT, where=hides_faces)),
    Step(Pass.SEM_DENTE, 99, same(*ITEM, "data", *AMOUNT, where=hides_tooth)),
    Step(Pass.VARIOS_EM_UMA, 99, many_to_one(*ITEM, "data")),
    Step(Pass.VARIOS_EM_UMA, 99, many_to_one(*ITEM)),
    Step(Pass.UM_EM_VARIAS, 97, one_to_many(*ITEM, "data", repeating=True)),
    Step(Pass.UM_EM_VARIAS, 97, one_to_many(*ITEM)),
    Step(Pass.TABELA, 99, same("movimento", *ITEM, "quantidade", where=shows_movimento)),
    Step(Pass.TABELA, 99, same(*ITEM, *PLACE, "data", "quantidade")),
    Step(Pass.TABELA, 99, same(*ITEM, "data", "quantidade", where=hides_tooth)),
    Step(Pass.DATA_PROXIMA, 97, only_neighbour),
)

PROPOSED = (
    Step(Pass.DATA_PROXIMA, 60, nearest_neighbour),
    Step(Pass.ITEM, 50, same(*ITEM, "data")),
    Step(Pass.OUTRO_CODIGO, 50, only_pair("numero_autorizacao", "data", *AMOUNT)),
    Step(Pass.OUTRA_AUTORIZACAO, 50, similar_authorisation),
    Step(Pass.ITEM, 40, same(*ITEM, *AMOUNT)),
    Step(Pass.ITEM, 30, same(*ITEM)),
    Step(Pass.NOME, 20, only_person),
)
