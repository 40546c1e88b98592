"""From doubt to doubt: what a look does not find as expected is shown by a person, checked, and looked at again."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from playwright.sync_api import Frame

from portals.browser.session import Session
from portals.browser.translate import portal_errors
from portals.calibrate.heading import Clicada, proposed_column
from portals.calibrate.looking import Looker
from portals.calibrate.pack import Ajuste, Calibragem, may_be_shown, objections
from portals.calibrate.picker import Escolha, Picker, script
from portals.calibrate.proposal import Proposta, proposed_field, proposed_title
from portals.locate.labels import FieldKind, Labels, merged
from portals.probe.coluna import column_of
from portals.probe.item import Cor, Item
from portals.probe.probe import survey_of
from portals.probe.sondagem import Known, Tela


@dataclass(slots=True)
class Calibrado:
    """How it ended: the pack as it is now, what is new in it, what stayed open with why (pt-BR)."""

    pack: Calibragem
    novos: list[Ajuste] = field(default_factory=list)
    abertos: dict[str, str] = field(default_factory=dict)
    parou: bool = False


class Calibration:
    """One session's. `known`: what the adapter expects, the pack's words not yet in it; `quem` clicks."""

    def __init__(
        self,
        session: Session,
        looker: Looker,
        picker: Picker,
        *,
        known: Known,
        pack: Calibragem,
        quem: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._looker = looker
        self._picker = picker
        self._plain = known
        self._quem = quem
        self._clock = clock
        self._versao = pack.versao + 1
        self._amber = True
        self.done = Calibrado(pack)

    def run(self) -> Calibrado:
        """Every screen. Raises what a look raises, and PersonNeeded when nobody answers."""
        for tela in self._looker.telas:
            while not self.done.parou and (item := self._doubt(tela)) is not None:
                self._put_right(tela, item)
        return self.done

    @property
    def _known(self) -> Known:
        return laid_over(self._plain, self.done.pack)

    def _doubt(self, tela: Tela) -> Item | None:
        """The first thing of the screen that is not as expected and that a person may show; the screen is open then."""
        return next((item for item in self._looker.look(tela, self._known) if self._open_still(item)), None)

    def _open_still(self, item: Item) -> bool:
        if item.cor in (Cor.VERDE, Cor.CINZA) or item.alvo in self.done.abertos:
            return False
        if item.cor is Cor.AMARELO and not self._amber:
            self.done.abertos[item.alvo] = f"{item.nome}: {_WHY[Escolha.SKIP_AMBER]}"
            return False
        if item.nomeia and may_be_shown(self._plain, item.alvo):
            return True
        self.done.abertos[item.alvo or item.nome] = f"{item.nome}: {item.visto}; isto não se resolve com um clique"
        return False

    def _put_right(self, tela: Tela, item: Item) -> None:
        """Ask for one element, and keep it when all agrees; else it stays open, with why."""
        with portal_errors(self._where(tela)):
            amber = item.cor is Cor.AMARELO
            said, frame = self._picker.pick(_question(tela, item), self._kind(item.alvo), amber=amber)
            self._amber = self._amber and said is not Escolha.SKIP_AMBER
            if said is Escolha.STOP:
                self.done.parou = True
                return
            if said is not Escolha.PICKED:
                self.done.abertos[item.alvo] = f"{item.nome}: {_WHY[said]}"
                return
            found = self._proposed(tela, item.alvo, frame)
        if why := self._kept(tela, item, found):
            self.done.abertos[item.alvo] = f"{item.nome}: {why}"

    def _kind(self, alvo: str) -> FieldKind | None:
        """What the click must land on; None for a title."""
        if column_of(alvo):
            return FieldKind.TABLE
        name, _, key = alvo.partition(".")
        return self._plain.labels.panels[name].fields[key].kind if key else None

    def _proposed(self, tela: Tela, alvo: str, frame: Frame) -> Proposta | str:
        where, known = self._where(tela), self._known
        if column := column_of(alvo):
            clicked = frame.evaluate(script("heading.js"))
            if clicked is None:
                return "isso não é o título de uma coluna."
            lists = survey_of(self._session, known, tela, where).lists
            return proposed_column(known, column, lists, Clicada(**clicked))
        name, _, key = alvo.partition(".")
        panel = known.labels.panels[name]
        if key:
            return proposed_field(self._session, frame, panel, key, where)
        return proposed_title(self._session, frame, panel, where)

    def _kept(self, tela: Tela, item: Item, found: Proposta | str) -> str:
        """Keep the proposal that a person agrees to and that the screen, opened anew, bears out; else why not."""
        if isinstance(found, str):
            return found
        ajuste = Ajuste(
            alvo=item.alvo,
            versao=self._versao,
            quem=self._quem,
            quando=self._clock(),
            nomes=found.nomes,
            titulos=found.titulos,
            localizador=found.localizador,
        )
        pack = self.done.pack.also(ajuste)
        if why := objections(pack.model_copy(update={"ajustes": (ajuste,)}), self._plain):
            return why[0]
        with portal_errors(self._where(tela)):
            agreed = self._picker.agrees(f"{item.nome} passa a ser {found.words}. Está certo?")
        if not agreed:
            return "você disse que não é este"
        if why_not := self._not_borne_out(tela, item, pack):
            return why_not
        self.done.pack = pack
        self.done.novos.append(ajuste)
        return ""

    def _not_borne_out(self, tela: Tela, item: Item, pack: Calibragem) -> str:
        """Open the screen anew with the pack: why the thing is not as good as found; "" when it is."""
        disturbed = self._looker.disturbed()
        items = self._looker.look(tela, laid_over(self._plain, pack))
        if self._looker.disturbed() > disturbed:
            return "o clique nele quis mudar algo no portal e foi impedido"
        again = [other for other in items if other.alvo == item.alvo and other.nomeia]
        on_the_way = item.alvo in {passo.alvo for passo in tela.passos} and all(other.alvo for other in items)
        if any(other.cor is not Cor.VERDE for other in again) or not (again or on_the_way):
            return "com a tela aberta de novo ele não foi encontrado; o nome ou o lugar dele muda a cada vez"
        return ""

    def _where(self, tela: Tela) -> str:
        return f"{self._plain.labels.portal}, {tela.nome}"


_WHY = {
    Escolha.SKIP: "você pulou",
    Escolha.SKIP_AMBER: "você pulou",
    Escolha.NOTHING: "o que foi clicado não é desse tipo",
}


def laid_over(known: Known, pack: Calibragem) -> Known:
    """What the adapter knows, in the office's words."""
    labels = Labels.model_validate(merged(known.labels.model_dump(), pack.overlay()))
    columns = {name: one.called(labels.lists.get(name, {})) for name, one in known.columns.items()}
    return replace(known, labels=labels, columns=columns)


def _question(tela: Tela, item: Item) -> str:
    doubt = f" ({item.visto})" if item.visto else ""
    what = f"no título da {item.nome}" if column_of(item.alvo) else f"em {item.nome}"
    return f"{tela.nome}: clique {what}{doubt}."
