"""Pure: what the office tells of a prestador, as the parts that a guia of TISS names."""

from agent.config.cadastro import Cadastro
from portals.tiss.guias import Contratado, Profissional


def contratado(cadastro: Cadastro) -> Contratado:
    """The prestador as a lote names it."""
    return Contratado(codigo=cadastro.codigo, cnpj=cadastro.cnpj, cnes=cadastro.cnes, nome=cadastro.nome)


def local(cadastro: Cadastro) -> Contratado:
    """Where honorários are earned; the prestador itself where nothing else is told."""
    if not cadastro.local_cnpj:
        return contratado(cadastro)
    return Contratado(cnpj=cadastro.local_cnpj, cnes=cadastro.local_cnes, nome=cadastro.local_nome)


def profissional(cadastro: Cadastro, numero: str) -> Profissional | None:
    """The professional of that council number; the only one there is where the sheet names none; else None."""
    known = cadastro.profissionais.get(numero)
    if not numero and len(cadastro.profissionais) == 1:
        [(numero, known)] = cadastro.profissionais.items()
    if known is None:
        return None
    return Profissional(known.nome, known.conselho, numero, known.uf, known.cbo, known.codigo, known.cpf)
