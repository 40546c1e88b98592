"""The forecast of glosas over one reading: each rule is a small generator of what it sees."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from agent.model.entry import Entry, State
from agent.model.glosa import Respondido
from agent.model.lancamento import Kind, Lancamento
from agent.model.valor import Centavos, write_valor
from mappings.campo import Campo
from mappings.regras import Regras
from mappings.tuss import tuss_codes
from mappings.wording import fold
from spreadsheets.checking.history import Historico
from spreadsheets.checking.previsao import Places, Previsao
from spreadsheets.reading.dental import odd_faces
from spreadsheets.reading.leitura import Item, Leitura

_ACCEPTED = frozenset({State.LANCADA, State.FECHADA, State.RETORNADA, State.QUITADA})
_GONE = frozenset({State.CANCELADA, State.RECUSADA})
_AMOUNTS = (Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL)
_TIMED = frozenset({Kind.EXAME, Kind.PROCEDIMENTO, Kind.SERIADO})
_NEAR = 1
_NO_RULES = Regras()


@dataclass(frozen=True, slots=True)
class PrazoEnvio:
    """A portal's term to bill: how long it is, in words (pt-BR), and the last day for a service of a day."""

    texto: str
    ate: Callable[[date], date]


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows: the clinic's entries in the ledger, each portal's rules, today, what was answered.

    `prazos`: the terms to bill as the office's calendar counts them; what is not there is plain days of the rules.
    """

    entries: Sequence[Entry]
    regras: Mapping[str, Regras]
    today: date
    respondidos: Sequence[Respondido] = ()
    prazos: Mapping[str, PrazoEnvio] = field(default_factory=dict)

    def of(self, portal: str) -> Regras:
        """The portal's rules; none are known of an unknown one."""
        return self.regras.get(portal, _NO_RULES)

    def prazo(self, portal: str) -> PrazoEnvio | None:
        """The portal's term to bill, None where none is known."""
        days = self.of(portal).prazo_envio_dias
        plain = PrazoEnvio(str(days), lambda served: served + timedelta(days=days)) if days else None
        return self.prazos.get(portal, plain)


def forecast(leitura: Leitura, known: Known) -> tuple[Previsao, ...]:
    """Every forecast, in the sheet's order."""
    places = Places(leitura)
    found = [
        *_other_amount(leitura, known, places),
        *_above_authorised(leitura, known, places),
        *_return_visit(leitura, known, places),
        *_late(leitura, known, places),
        *_expired(leitura, places),
        *_billed_before(leitura, known, places),
        *_nearly_the_same(leitura, places),
        *_unknown_code(leitura, known, places),
        *_odd_face(leitura, places),
        *_lacking(leitura, places),
        *_refused_before(leitura, known, places),
    ]
    order = {item.lancamento.origem.linha: index for index, item in enumerate(leitura.itens)}
    return tuple(sorted(found, key=lambda p: (order.get(p.linha, 0), p.regra)))


def _other_amount(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    accepted = _last_amounts(known.entries)
    for item in leitura.itens:
        each, usual = (
            _each(item.lancamento),
            accepted.get((item.lancamento.portal, item.lancamento.codigo_procedimento)),
        )
        if each is None or usual is None or each == usual:
            continue
        more = each > usual
        yield places.previsao(
            item,
            _AMOUNTS,
            regra="valor_diferente",
            glosa="1705" if more else "",
            motivo=f"o valor {write_valor(each)} não é o último aceito deste código, {write_valor(usual)}",
            faca="Confira a tabela do convênio." if more else "Confira: cobrando a menos, a diferença se perde.",
        )


def _last_amounts(entries: Sequence[Entry]) -> dict[tuple[str, str], Centavos]:
    """The unit amount that each portal took last for each code, in centavos."""
    found: dict[tuple[str, str], Centavos] = {}
    for entry in sorted((e for e in entries if e.state in _ACCEPTED), key=lambda e: e.lancamento.data):
        asked = entry.lancamento
        total = entry.valor_lancado if entry.valor_lancado is not None else asked.valor_informado
        if total:
            found[(asked.portal, asked.codigo_procedimento)] = total // asked.quantidade
    return found


def _each(asked: Lancamento) -> Centavos | None:
    return asked.valor_informado // asked.quantidade if asked.valor_informado is not None else None


def _above_authorised(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    """More than the sheet says was authorised, or than the contract allows, over all of the authorisation's rows."""
    billed: dict[tuple[str, str, str], int] = defaultdict(int)
    seen = {(e.lancamento.portal, e.lancamento.chave) for e in known.entries if e.state in _ACCEPTED}
    for entry in known.entries:
        if entry.state in _ACCEPTED:
            billed[_of_authorisation(entry.lancamento)] += entry.lancamento.quantidade
    for item in leitura.itens:
        asked = item.lancamento
        if (asked.portal, asked.chave) in seen:
            continue
        billed[_of_authorisation(asked)] += asked.quantidade
        allowed = item.complemento.quantidade_autorizada
        most = allowed or known.of(asked.portal).maximo.get(asked.codigo_procedimento)
        if most and billed[_of_authorisation(asked)] > most:
            yield places.previsao(
                item,
                (Campo.QUANTIDADE, Campo.NUMERO_AUTORIZACAO),
                regra="quantidade_acima",
                glosa="3210",
                motivo=f"são {billed[_of_authorisation(asked)]} deste código na autorização, e o permitido é {most}",
                faca="Confira a autorização; o que passa dela não é pago.",
            )


def _of_authorisation(asked: Lancamento) -> tuple[str, str, str]:
    return asked.portal, asked.numero_autorizacao, asked.codigo_procedimento


def _return_visit(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    """A second consulta of one patient with the same professional within the return period."""
    before: dict[tuple[str, str, str], list[Lancamento]] = defaultdict(list)
    for entry in known.entries:
        if entry.state not in _GONE and entry.lancamento.kind is Kind.CONSULTA:
            before[_visit(entry.lancamento)].append(entry.lancamento)
    consultas = [i for i in leitura.itens if i.lancamento.kind is Kind.CONSULTA and any(_visit(i.lancamento)[1:2])]
    for item in sorted(consultas, key=lambda i: i.lancamento.data):
        asked, days = item.lancamento, known.of(item.lancamento.portal).retorno_consulta_dias
        same = [
            e
            for e in before[_visit(asked)]
            if days and e.chave != asked.chave and 0 < (asked.data - e.data).days <= days
        ]
        before[_visit(asked)].append(asked)
        if same:
            yield places.previsao(
                item,
                (Campo.DATA,),
                regra="retorno",
                glosa="1823",
                motivo=f"o mesmo paciente já consultou em {same[-1].data:%d/%m/%Y}, há menos de {days} dias",
                faca="Confirme que não é retorno, que não se cobra.",
            )


def _visit(asked: Lancamento) -> tuple[str, str, str]:
    patient = "".join(filter(str.isalnum, asked.numero_carteira)) or fold(asked.beneficiario)
    return asked.portal, patient, asked.codigo_conselho or fold(asked.profissional)


def _late(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    for item in leitura.itens:
        asked, prazo = item.lancamento, known.prazo(item.lancamento.portal)
        age = (known.today - asked.data).days
        if prazo and known.today > prazo.ate(asked.data):
            yield places.previsao(
                item,
                (Campo.DATA,),
                regra="fora_do_prazo",
                glosa="3214",
                motivo=f"o atendimento é de {asked.data:%d/%m/%Y}, há {age} dias; o prazo de envio é de {prazo.texto}",
                faca="Combine com o convênio antes de lançar.",
            )


def _expired(leitura: Leitura, places: Places) -> Iterator[Previsao]:
    for item in leitura.itens:
        day, until = item.lancamento.data, item.complemento.validade
        if until and day > until:
            yield places.previsao(
                item,
                (Campo.DATA, Campo.VALIDADE),
                regra="fora_da_validade",
                glosa="1321",
                motivo=f"o atendimento é de {day:%d/%m/%Y} e a autorização valia até {until:%d/%m/%Y}",
                faca="Confira a data, ou peça ao convênio que revalide a guia.",
            )


def _billed_before(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    """The ledger holds the same service, in another month or from another file."""
    sent = {(e.lancamento.portal, e.lancamento.chave): e for e in known.entries if e.state not in _GONE}
    for item in leitura.itens:
        asked = item.lancamento
        entry = sent.get((asked.portal, asked.chave))
        if entry is None or _same_place(entry.lancamento, asked):
            continue
        where = f"{entry.lancamento.competencia}, {entry.lancamento.origem}"
        yield places.previsao(
            item,
            (Campo.NUMERO_AUTORIZACAO,),
            regra="ja_no_livro",
            glosa="3209",
            motivo=f"este atendimento já está no livro ({where}): {entry.state.value}",
            faca="Retire a linha; ela não será lançada outra vez.",
        )


def _same_place(known: Lancamento, asked: Lancamento) -> bool:
    return known.competencia == asked.competencia and known.origem.arquivo == asked.origem.arquivo


def _nearly_the_same(leitura: Leitura, places: Places) -> Iterator[Previsao]:
    """One patient, day and code under two authorisations that a slip of the finger tells apart."""
    groups: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in leitura.itens:
        asked = item.lancamento
        patient = _visit(asked)[1]
        if patient:
            groups[(asked.portal, patient, asked.codigo_procedimento, asked.dente, asked.faces, asked.data)].append(
                item
            )
    for group in groups.values():
        for index, item in enumerate(group):
            twin = next((other for other in group[:index] if _slip(item, other)), None)
            if twin is not None:
                yield places.previsao(
                    item,
                    (Campo.NUMERO_AUTORIZACAO,),
                    regra="quase_igual",
                    glosa="3209",
                    motivo=f"igual à linha {twin.lancamento.origem.linha}, menos um dígito da autorização",
                    faca="Confira se não é a mesma guia digitada duas vezes.",
                )


def _slip(item: Item, other: Item) -> bool:
    one, two = item.lancamento.numero_autorizacao, other.lancamento.numero_autorizacao
    if one == two or item.complemento.hora_inicial != other.complemento.hora_inicial or len(one) != len(two):
        return False
    return sum(a != b for a, b in zip(one, two, strict=True)) <= _NEAR or sorted(one) == sorted(two)


def _unknown_code(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    """CASSIND bills TUSS codes; IPASEM's tables hold others too, so there an office's own table is needed."""
    codes = tuss_codes()
    for item in leitura.itens if codes else ():
        asked, table = item.lancamento, known.of(item.lancamento.portal).codigos
        until = codes.get(asked.codigo_procedimento)
        valid = asked.codigo_procedimento in codes and (until is None or asked.data <= until)
        if valid or asked.codigo_procedimento in table or not (table or asked.portal == "cassind"):
            continue
        nowhere = "não está na tabela do convênio nem na TUSS" if table else "não está na TUSS"
        what = f"deixou de valer em {until:%d/%m/%Y}" if until else nowhere
        yield places.previsao(
            item,
            (Campo.CODIGO_PROCEDIMENTO, Campo.DESCRICAO),
            regra="codigo_desconhecido",
            glosa="1801",
            motivo=f"o código {asked.codigo_procedimento} {what}",
            faca="Confira o código na guia autorizada.",
        )


def _odd_face(leitura: Leitura, places: Places) -> Iterator[Previsao]:
    for item in leitura.itens:
        if odd := odd_faces(item.lancamento.dente, item.lancamento.faces):
            yield places.previsao(
                item,
                (Campo.FACES, Campo.DENTE),
                regra="face",
                glosa="5039",
                motivo=odd,
                faca="Confira a face na ficha.",
            )


def _refused_before(leitura: Leitura, known: Known, places: Places) -> Iterator[Previsao]:
    """What was mostly refused of the clinic lately; each entry is told with the figure."""
    historico = Historico(known.respondidos, known.today)
    for item in leitura.itens:
        if costume := historico.of(item.lancamento):
            yield places.previsao(
                item,
                (Campo.CODIGO_PROCEDIMENTO, Campo.DESCRICAO),
                regra="historico",
                glosa=costume.glosa,
                motivo=costume.text,
                faca="Confira antes o que costuma faltar.",
            )


def _lacking(leitura: Leitura, places: Places) -> Iterator[Previsao]:
    """What CASSIND's screen of each kind asks for and the sheet does not say: told at its first row, with how many."""
    missing: dict[tuple[Kind, str], list[Item]] = defaultdict(list)
    for item in leitura.itens:
        asked, said = item.lancamento, item.complemento
        if asked.portal == "cassind" and asked.kind in _TIMED and not (said.hora_inicial and said.hora_final):
            missing[(asked.kind, "a hora inicial ou a final")].append(item)
        if asked.portal == "cassind" and asked.kind is Kind.SERIADO and not said.cids:
            missing[(asked.kind, "o CID")].append(item)
    for (kind, what), itens in missing.items():
        rows = f"nesta e em mais {len(itens) - 1}" if len(itens) > 1 else "nesta"
        yield places.previsao(
            itens[0],
            (Campo.CID,) if what == "o CID" else (Campo.HORA_INICIAL, Campo.HORARIO),
            regra="falta_na_tela",
            glosa="",
            motivo=f"falta {what} ({rows}), e a tela de {kind.value} exige",
            faca="Peça à clínica antes de lançar.",
        )
