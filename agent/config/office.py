"""An office folder as loaded: its settings, and where everything in it lies."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from agent.config.agenda import Agenda
from agent.config.contas import Contrato, usual_of
from agent.config.problems import suggestion
from agent.config.settings import Acesso, Clinica, PortalSettings, Settings
from agent.model.errors import InputError, SetupError

FILE_NAME = "faturista.toml"
STANDARD = "padrao"
MOVED = ".mudado-para-postgresql-"
SHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".fods", ".csv", ".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Office:
    """The settings and the folder they were read from; `folder` is absolute.

    `banco`: the address of the ledger on PostgreSQL (it may hold a password); "" for the file `livro`.
    """

    folder: Path
    settings: Settings
    banco: str = field(default="", repr=False)

    @property
    def file(self) -> Path:
        """faturista.toml."""
        return self.folder / FILE_NAME

    @property
    def livro(self) -> Path:
        """The ledger: one SQLite file, which brings its -wal and -shm along."""
        return self.folder / "livro" / "faturista.sqlite3"

    @property
    def livro_mudado(self) -> Path | None:
        """The ledger's file as it was when it was moved to PostgreSQL; None when it never was."""
        return next(iter(sorted(self.livro.parent.glob(f"{self.livro.name}{MOVED}*"), reverse=True)), None)

    @property
    def diario(self) -> Path:
        """The intent journal: outside the ledger, so that losing one does not lose both.

        Its folder may be put on another disk with `diario` in [escritorio].
        """
        own = self.settings.escritorio.diario
        return (self.folder / own if own else self.folder / "diario") / "intencoes.jsonl"

    @property
    def evidencias(self) -> Path:
        """Pages, pictures and reports that prove what was seen."""
        return self.folder / "evidencias"

    @property
    def saida(self) -> Path:
        """Workbooks made for people."""
        return self.folder / "saida"

    @property
    def copias(self) -> Path:
        """Copies of the ledger and of the evidence; better on another disk."""
        return self.folder / "copias"

    @property
    def modelos(self) -> Path:
        """The office's own templates; they win over the ones that come with the product."""
        return self.folder / "modelos"

    @property
    def contas(self) -> Path:
        """What the accountant brings: notas.csv and banco.csv."""
        return self.folder / "contas"

    @property
    def mapeamentos(self) -> Path:
        """The office's own mapping files; they win over the ones that come with the product."""
        return self.folder / "mapeamentos"

    @property
    def cofre(self) -> Path:
        """Encrypted passwords and sessions; their key is never in this folder."""
        return self.folder / "cofre"

    @property
    def registros(self) -> Path:
        """Technical logs, without patients and without passwords."""
        return self.folder / "registros"

    @property
    def painel(self) -> Path:
        """The panel's own key; private to whoever runs it."""
        return self.folder / "painel"

    def lotes(self, clinica: str, portal: str) -> Path:
        """The lotes that a clinic sent by XML, and the numbers that are taken."""
        return self.folder / "lotes" / clinica / portal

    def entrada(self, clinica: str) -> Path:
        """The clinic's inbox."""
        return self.folder / "entrada" / clinica

    def clinica(self, slug: str) -> Clinica:
        """The clinic of that short name. Raises SetupError naming the nearest one."""
        found = self.settings.clinicas.get(slug)
        if found is None:
            raise self._not_there(f"clinicas.{slug}: esta clínica não está no arquivo.", slug, self.settings.clinicas)
        return found

    def portal(self, name: str) -> PortalSettings:
        """The portal's settings. Raises SetupError naming the nearest one."""
        found = {str(key): value for key, value in self.settings.portais.items()}
        if name not in found:
            raise self._not_there(f"portais.{name}: este portal não está no arquivo.", name, found)
        return found[name]

    def contrato(self, portal: str) -> Contrato:
        """The insurer's deadlines: each as the office says, else as is usual with it."""
        own = {str(name): contrato for name, contrato in self.settings.contratos.items()}
        return usual_of(portal).with_own(own.get(portal))

    def acesso(self, clinica: str, portal: str) -> Acesso:
        """The clinic's login on the portal. Raises SetupError when it has none."""
        found = {str(key): value for key, value in self.clinica(clinica).acessos.items()}
        if portal not in found:
            raise self._not_there(
                f"clinicas.{clinica}.acessos.{portal}: a clínica não tem acesso a este portal.", portal, found
            )
        return found[portal]

    @property
    def accesses(self) -> tuple[tuple[str, str], ...]:
        """Every (clinica, portal), in the settings' order."""
        return tuple(
            (slug, str(portal)) for slug, clinica in self.settings.clinicas.items() for portal in clinica.acessos
        )

    def agenda(self, clinica: str, portal: str) -> Agenda | None:
        """The plan of the clinic's month there: its own, else the portal's; None when nothing is to run by itself."""
        return self.acesso(clinica, portal).agenda or self.portal(portal).agenda

    def planilhas(self, clinica: str) -> tuple[Path, ...]:
        """The clinic's spreadsheets, sorted by name. Raises InputError when a place in the settings does not exist."""
        places = self.clinica(clinica).planilhas or (self.entrada(clinica),)
        found = [sheet for place in places for sheet in self._sheets_in(clinica, self.folder / place)]
        return tuple(sorted(dict.fromkeys(found)))

    def mapeamento(self, clinica: str) -> Path | None:
        """The clinic's mapping file: the one that the settings name, else its own, else the office's "padrao".

        None where there is none of them: the product's tables alone. Raises SetupError when a mapping is named and its
        file is not there.
        """
        name = self.clinica(clinica).mapeamento
        for candidate in (name,) if name else (clinica, STANDARD):
            file = self.mapeamentos / f"{candidate}.toml"
            if file.is_file():
                return file
        if name in ("", STANDARD):
            return None
        raise self._not_there(
            f'clinicas.{clinica}.mapeamento: não há "{name}.toml" em {self.mapeamentos}.',
            name,
            [STANDARD, *sorted(path.stem for path in self.mapeamentos.glob("*.toml"))],
        )

    def today(self, now: datetime) -> date:
        """The office's calendar day at `now` (aware)."""
        return now.astimezone(ZoneInfo(self.settings.escritorio.fuso)).date()

    def _sheets_in(self, clinica: str, place: Path) -> Iterable[Path]:
        if place.is_dir():
            # "~$" marks the lock that Excel leaves beside an open workbook, "._" what macOS leaves on a shared folder.
            return (f for f in place.iterdir() if f.suffix.lower() in SHEETS and not f.name.startswith(("~$", ".")))
        if place.is_file():
            return (place,)
        raise InputError(
            f'o arquivo ou a pasta "{place}" não existe.',
            where=f"{self.file}, clinicas.{clinica}.planilhas",
            do="Crie a pasta, ou corrija o caminho.",
        )

    def _not_there(self, what: str, seen: str, known: Iterable[str]) -> SetupError:
        names = list(known)
        return SetupError(
            what, where=str(self.file), do=suggestion(seen, names).strip() or f"Há: {', '.join(names) or 'nenhum'}."
        )
