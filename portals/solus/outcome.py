"""Pure: what the banners after "Faturar guias marcadas" mean. Only a known text is an outcome, and all of it counts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from agent.model.answer import Refused, Unknown
from portals.solus.messages import Classe, Mensagem, of


@dataclass(frozen=True, slots=True)
class Billed:
    """The portal gave a protocolo. `left_out`: guias it named as not billed; the others it may have billed."""

    text: str
    protocolo: str
    left_out: frozenset[str]


_EXPECTED = frozenset(
    {Classe.SUCESSO, Classe.PARCIAL, Classe.NADA, Classe.RECUSA, Classe.DUPLICADA, Classe.VAZIA, Classe.NEUTRA}
)


def outcome(said: Iterable[Mensagem], sent: Collection[str]) -> Billed | Refused | Unknown:
    """The named outcome for the guias in `sent`, which were authorised and open a moment before the click.

    "Já faturada" is no refusal here: a browser re-sends a post whose answer got lost, and the second answer then
    speaks of the first. Only the portal's record can tell, so it is Unknown.
    """
    said = tuple(said)
    text = " ".join(mensagem.texto for mensagem in said if mensagem.classe is not Classe.NEUTRA)
    strange = [mensagem.texto for mensagem in said if mensagem.classe not in _EXPECTED]
    if strange or not text:
        why = f"o portal respondeu {strange[0]!r}" if strange else "o portal não mostrou nenhuma resposta"
        return _unknown(why, said)
    success, nothing = of(Classe.SUCESSO, said), of(Classe.NADA, said)
    left_out = frozenset(m.valores["guia"] for m in said if "guia" in m.valores)
    if len(success) == 1 and not nothing and left_out < frozenset(sent) and _announced(said, left_out):
        return Billed(text, success[0].valores["protocolo"], left_out)
    if nothing and not success and not of(Classe.DUPLICADA, said) and left_out in (frozenset(sent), frozenset()):
        return Refused(text)
    return Unknown(f"o portal respondeu {text!r}")


def guia_outcome(said: Iterable[Mensagem]) -> Billed | Refused | Unknown:
    """The named outcome of "Faturar guia". "Já faturada" is Unknown here, too, as in `outcome`."""
    heard = [mensagem for mensagem in said if mensagem.classe is not Classe.NEUTRA]
    text = " ".join(mensagem.texto for mensagem in heard)
    classes = {mensagem.classe for mensagem in heard}
    if len(heard) == 1 and classes == {Classe.SUCESSO}:
        return Billed(text, heard[0].valores["protocolo"], frozenset())
    if heard and classes <= {Classe.CAMPO, Classe.RECUSA, Classe.PERIODO, Classe.NADA, Classe.NAO_ABERTA}:
        return Refused(text)
    why = f"o portal respondeu {text!r}" if text else "o portal não mostrou nenhuma resposta"
    return _unknown(why, heard)


def xml_outcome(said: Iterable[Mensagem]) -> Billed | Refused | Unknown:
    """The named outcome of "Enviar": the whole file was taken, or none of it. A number that is used already is Unknown.

    A browser re-sends an upload whose answer got lost; the second answer then says that the lote's number was used.
    """
    heard = [mensagem for mensagem in said if mensagem.classe is not Classe.NEUTRA]
    text = " ".join(mensagem.texto for mensagem in heard)
    classes = {mensagem.classe for mensagem in heard}
    again = any("utilizado" in mensagem.valores.get("motivo", "") for mensagem in heard)
    if len(heard) == 1 and classes == {Classe.SUCESSO}:
        return Billed(text, heard[0].valores["protocolo"], frozenset())
    if not again and heard and classes <= {Classe.NADA, Classe.CRITICA, Classe.CAMPO}:
        return Refused(text)
    why = f"o portal respondeu {text!r}" if text else "o portal não mostrou nenhuma resposta"
    return _unknown(why, heard)


def _unknown(why: str, said: Iterable[Mensagem]) -> Unknown:
    strange = [mensagem.texto for mensagem in of(Classe.DESCONHECIDA, said)]
    return Unknown(why, unclassified=bool(strange), said=strange[0] if len(strange) == 1 else "")


def _announced(said: Iterable[Mensagem], left_out: Collection[str]) -> bool:
    """Whether "nem todas foram faturadas" is said exactly when guias are named as left out."""
    return bool(of(Classe.PARCIAL, said)) == bool(left_out)
