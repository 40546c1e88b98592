"""The one thing IPASEM records for each service: a movimento."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from portals.ipasem.mock.rules import Checked
from portals.mock.store import Key


class Movimento(BaseModel):
    """One launched entry. A draft (`finalizado` false) has nothing typed yet.

    `mes` is MM/AAAA, `data` an ISO date, `valor` centavos as typed: the portal never multiplies it by
    `quantidade`. `faces` are sorted letters.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    document: str
    mes: str
    autorizacao: str
    finalizado: bool = False
    conselho: str = ""
    codigo: str = ""
    descricao: str = ""
    tipo_servico: str = ""
    data: str = ""
    quantidade: int = 0
    valor: int = 0
    observacao: str = ""
    dente: str = ""
    faces: str = ""

    @property
    def key(self) -> Key:
        """What an auditor counts: (document, MM/AAAA, authorisation, code, ISO date), and then (tooth, faces)."""
        place = (self.dente, self.faces) if self.dente else ()
        return (self.document, self.mes, self.autorizacao, self.codigo, self.data, *place)


def finished(before: Movimento, checked: Checked, new_id: int, added_centavos: int) -> Movimento:
    """The movement as Gravar Movimento stores it."""
    procedure = checked.procedure
    assert procedure is not None
    return before.model_copy(
        update={
            "id": new_id,
            "finalizado": True,
            "conselho": checked.conselho,
            "codigo": procedure.code,
            "descricao": procedure.description,
            "tipo_servico": procedure.tipo_servico,
            "data": checked.data,
            "quantidade": checked.quantidade,
            "valor": checked.valor + added_centavos,
            "observacao": checked.observacao,
            "dente": checked.dente,
            "faces": checked.faces,
        }
    )
