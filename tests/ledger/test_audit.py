"""Everything in the ledger can be gone over again, and what was altered is named."""

from datetime import date
from pathlib import Path

import pytest

from agent.ledger.audit import Finding
from agent.ledger.history import History
from agent.ledger.store import Ledger
from tests.ledger.office import Office, demonstrativo, linha, match, rejected


@pytest.fixture
def told(office: Office) -> Office:
    """A month with a paid, a denied and an unanswered entry, and a sheet that came back changed."""
    first, second, _ = office.launched(*office.entries(3))
    lines = (linha(1, first, liberado=6500), linha(2, second, liberado=6000, glosa=500))
    office.ledger.returns.import_(office.mes, demonstrativo(*lines))
    paid, cut = office.ledger.returns.lines(office.mes)
    ties = [match(first, paid.id, liberado=6500), match(second, cut.id, liberado=6000, glosa=500)]
    office.ledger.returns.apply(office.mes, ties)
    office.ledger.problems.open(office.mes, "prazo", "recurso vence")
    return office


def _unguard(office: Office) -> None:
    """What somebody who owns the file can do."""
    if office.ledger.database.engine == "sqlite":
        for (name,) in office.sql("select name from sqlite_master where type = 'trigger'").fetchall():
            office.sql(f"drop trigger {name}")
        office.sql("pragma foreign_keys = off")
    else:
        for table in ("event", "posting", "lancamento", "linha_retorno", "match", "mes", "problem"):
            office.sql(f"alter table {table} disable trigger all")


def test_a_ledger_that_nobody_touched_is_intact(told: Office) -> None:
    audit = told.ledger.auditor.audit([told.ledger.checks.anchor()])
    assert (audit.findings, audit.entries, audit.lines, audit.first_altered) == ((), 3, 2, None)
    assert audit.events == len(told.ledger.events.all())


def test_the_events_alone_tell_where_every_entry_stands(told: Office) -> None:
    told.import_(*[e.lancamento for e in told.ledger.entries.of(told.mes)][:2], rejeitadas=[rejected(4)])
    history = History.of(told.ledger.events.all())
    assert history.entries == {entry.id: entry.state for entry in told.ledger.entries.of(told.mes)}


@pytest.mark.parametrize(
    ("tampering", "finding"),
    [
        (
            "update problem set due_at = '2099-01-01'",
            ("projeção", "encargo da pendência 1: a tabela não diz o que os eventos dizem"),
        ),
        (
            "update mes set state = 'fechada'",
            ("projeção", "situação do mês 1: a tabela não diz o que os eventos dizem"),
        ),
        (
            "update lancamento set state = 'lancada' where state = 'quitada' and id = 1",
            ("projeção", "situação do lançamento 1: a tabela não diz o que os eventos dizem"),
        ),
        (
            "update lancamento set numero_autorizacao = '9' where id = 1",
            ("projeção", "dados do lançamento 1: a tabela não diz o que os eventos dizem"),
        ),
        *[
            (
                f"update lancamento set {column} where id = 1",
                ("projeção", "lugar na planilha do lançamento 1: a tabela não diz o que os eventos dizem"),
            )
            for column in ("arquivo = 'outro.xlsx'", "aba = 'Outra'", "linha = linha + 1")
        ],
        *[
            (
                f"update {table} set opened_at = '2026-11-02T00:00:00.000Z'",
                ("projeção", "hora do envio 1: a tabela não diz o que os eventos dizem"),
            )
            for table in ("batch", "attempt")
        ],
        (
            "update lancamento set valor_lancado = 6600 where id = 3",
            ("soma", "o lançamento 3: as contas não são o que o retorno diz"),
        ),
        (
            "update match set liberado = 5000, glosa = 1500 where lancamento_id = 2",
            ("soma", "o lançamento 2: as contas não são o que o retorno diz"),
        ),
        (
            "update match set state = 'revoked' where lancamento_id = 2",
            ("projeção", "ligações do lançamento 2: a tabela não diz o que os eventos dizem"),
        ),
        (
            "update problem set state = 'resolved', resolution = 'x'",
            ("projeção", "pendência 1: a tabela não diz o que os eventos dizem"),
        ),
        (
            "update linha_retorno set motivo = 'outro' where id = 2",
            ("linha do retorno", "a linha 2 não é a que foi lida"),
        ),
        (
            "update linha_retorno set withdrawn_at = 'x' where id = 2",
            ("projeção", "retorno do mês 1: a tabela não diz o que os eventos dizem"),
        ),
        ("update demonstrativo set informado = 1, liberado = 1, glosa = 0", None),
        ("delete from posting where account = 'glosado'", None),
    ],
)
def test_a_table_that_was_altered_is_named(told: Office, tampering: str, finding: tuple[str, str] | None) -> None:
    _unguard(told)
    if told.ledger.database.engine == "postgres":
        for table in ("demonstrativo", "batch", "attempt"):
            told.sql(f"alter table {table} disable trigger all")
    told.sql(tampering)
    findings = told.ledger.auditor.audit().findings
    assert findings
    if finding is not None:
        assert Finding(*finding) in findings


@pytest.mark.parametrize(
    ("tampering", "what"),
    [
        ("update recurso set sent_on = '2026-12-24'", "o que se disse do recurso 1"),
        ("update recurso set protocolo = 'R-9'", "o que se disse do recurso 1"),
        ("update recurso set enviado_em = '2026-12-24T00:00:00.000Z'", "o que se disse do recurso 1"),
        ("update recurso set answered_on = '2026-12-24'", "o que se disse do recurso 1"),
        ("update recurso set recuperado = 200, mantido = 300", "o que se disse do recurso 1"),
        ("update recurso set motivo = 'outro'", "texto do recurso 1"),
        ("update recurso set justificativa = 'outra'", "texto do recurso 1"),
        ("update demonstrativo set imported_at = '2026-12-24T00:00:00.000Z'", "dia da leitura do retorno 1"),
    ],
)
def test_what_was_said_of_an_appeal_and_the_day_its_term_runs_from_are_as_the_events_tell(
    told: Office, tampering: str, what: str
) -> None:
    appeals = told.ledger.appeals
    number = appeals.draft(2, 500, motivo="1705", justificativa="É o da tabela.")
    appeals.send(number, date(2026, 11, 9), "R-1")
    appeals.answer(number, date(2026, 11, 20), 300)
    before = told.ledger.auditor.audit().findings
    _unguard(told)
    if told.ledger.database.engine == "postgres":
        for table in ("demonstrativo", "recurso"):
            told.sql(f"alter table {table} disable trigger all")
    told.sql(tampering)
    told_so = [finding.text for finding in told.ledger.auditor.audit().findings]
    assert (before, f"{what}: a tabela não diz o que os eventos dizem" in told_so) == ((), True)


def test_the_first_altered_event_is_named(told: Office) -> None:
    _unguard(told)
    told.sql("update event set actor = 'outro' where seq in (4, 7)")
    audit = told.ledger.auditor.audit()
    assert (audit.first_altered, audit.findings[0]) == (
        4,
        Finding("corrente", "o evento 4 não é o que foi escrito"),
    )


def test_an_anchor_that_left_the_chain_is_named(told: Office) -> None:
    findings = told.ledger.auditor.audit(["f" * 64]).findings
    assert findings == (
        Finding(
            "corrente",
            "o resumo ffffffffffff…, guardado fora do livro, não está na corrente: o fim ou o todo foi trocado",
        ),
    )


def test_evidence_that_was_changed_or_lost_is_named(path: Path, tmp_path: Path, office: Office) -> None:
    with office.again(evidence_dir=tmp_path / "provas") as ledger:
        again = Office(ledger, office.clock, office.mes, office.lease, office.again)
        entry = again.launched(*again.entries(1))[0]
        ledger.returns.import_(again.mes, demonstrativo(linha(1, entry, liberado=6500)))
        whole = ledger.auditor.audit()
        (file,) = (tmp_path / "provas").rglob("*.html")
        file.write_text("outra coisa", encoding="utf-8")
        changed = [finding.text for finding in ledger.auditor.audit().findings]
        file.unlink()
        lost = [finding.text for finding in ledger.auditor.audit().findings]
    name = f"{file.stem[:12]}… (relatório de retorno, 2026-11-03)"
    assert (whole.findings, whole.evidence) == ((), 1)
    assert changed == [f"{name}: o arquivo não é o que foi guardado"]
    assert lost == [f"{name}: o arquivo não está na pasta de evidências"]


def test_an_audit_writes_nothing(told: Office) -> None:
    before = (told.ledger.checks.anchor(), len(told.ledger.events.all()))
    told.ledger.auditor.audit()
    assert (told.ledger.checks.anchor(), len(told.ledger.events.all())) == before


def test_an_empty_ledger_is_intact() -> None:
    with Ledger.open(":memory:", journal=None) as ledger:
        assert ledger.auditor.audit().findings == ()
