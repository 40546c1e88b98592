"""Pure: what the banners after "Faturar guias marcadas" mean. Only a known text is an outcome, and all of it counts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from agent.model.answer import Refused, Unknown
from portals.cassind.messages import Classe, Mensagem, of


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
        return Unknown(why, unclassified=bool(of(Classe.DESCONHECIDA, said)))
    success, nothing = of(Classe.SUCESSO, said), of(Classe.NADA, said)
    left_out = frozenset(m.valores["guia"] for m in said if "guia" in m.valores)
    if len(success) == 1 and not nothing and left_out < frozenset(sent) and _announced(said, left_out):
        return Billed(text, success[0].valores["protocolo"], left_out)
    if nothing and not success and not of(Classe.DUPLICADA, said) and left_out in (frozenset(sent), frozenset()):
        return Refused(text)
    return Unknown(f"o portal respondeu {text!r}")


def _announced(said: Iterable[Mensagem], left_out: Collection[str]) -> bool:
    """Whether "nem todas foram faturadas" is said exactly when guias are named as left out."""
    return bool(of(Classe.PARCIAL, said)) == bool(left_out)
