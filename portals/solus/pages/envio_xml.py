"""Envio de arquivos XML: choose the file, send it once; and the Histórico, where an upload without answer is found."""

from agent.model.answer import Refused, Unknown
from agent.model.arquivo import Arquivo
from agent.model.errors import PageChanged
from portals.browser.translate import portal_errors
from portals.grid import Row, folded, read_grid
from portals.solus.messages import Classe, of
from portals.solus.outcome import Billed, xml_outcome
from portals.solus.pages.access import Access
from portals.solus.pages.choices import Choices, NotOffered
from portals.solus.pages.final import FinalPress
from portals.solus.pages.paging import Paging
from portals.solus.pages.screen import Screen
from portals.solus.reading import check_count

_FILES = "() => [...document.querySelectorAll('input[type=file]')].filter((e) => e.checkVisibility()).length"
_NAME = "(field) => field.files.length === 1 ? `${field.files[0].name} ${field.files[0].size}` : ''"


class EnvioXml:
    """The screen of the upload. After `choose`, `send` presses the one button that cannot be taken back."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
        self._where = screen.place("Envio de Arquivos XML")

    def choose(self, name: str, content: bytes) -> None:
        """Open the screen and put the file into its one field. Raises PageChanged where it does not hold it."""
        self._access.open("envio_xml", "envio_xml")
        frame = self._screen.form("envio_xml", self._where).frame
        with portal_errors(self._where):
            if frame.evaluate(_FILES) != 1:
                raise PageChanged("A tela não tem um só lugar para o arquivo.", where=self._where)
            frame.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/xml", "buffer": content})
        self._check(name, content)

    def send(self, name: str, content: bytes) -> Billed | Refused | Unknown:
        """Press "Enviar" once and name the outcome. Raises PortalError only before the press."""
        self._check(name, content)
        button = self._screen.form("envio_xml", self._where)["enviar"]
        return FinalPress(self._screen, self._where).press(button, xml_outcome)

    def held(self) -> str:
        """Name and size in bytes of the file that stands in the field; "" where none does."""
        frame = self._screen.form("envio_xml", self._where).frame
        with portal_errors(self._where):
            return str(frame.locator("input[type=file]").evaluate(_NAME))

    def _check(self, name: str, content: bytes) -> None:
        if self.held() != f"{name} {len(content)}":
            raise PageChanged("A tela não está com o arquivo preparado.", where=self._where, do="Nada foi enviado.")


class Historico:
    """Histórico de arquivos XML enviado, every page of it. It changes nothing on the portal."""

    def __init__(self, screen: Screen, access: Access) -> None:
        self._screen = screen
        self._access = access
        self._paging = Paging(screen)
        self._where = screen.place("Histórico de Arquivos XML")

    def of_lote(self, lote: str) -> tuple[Arquivo, ...]:
        """Every file that the portal knows under the prestador's number of a lote, in its order.

        Raises ReportUntrusted where the list is not whole: what is missing may be what was taken.
        """
        return tuple(each for each in self._listed(lote) if each.lote == lote)

    def all(self) -> tuple[Arquivo, ...]:
        """Every file that "Consultar" shows without a number, as the manual has it."""
        return self._listed("")

    def _listed(self, lote: str) -> tuple[Arquivo, ...]:
        self._access.open("historico_xml", "historico_xml")
        form = self._screen.form("historico_xml", self._where)
        try:
            with portal_errors(self._where):
                if lote:
                    Choices(self._screen, self._where).select(form["pesquisar"], "pesquisar", "Lote do prestador")
                form["numero"].fill(lote)
                held = form["numero"].input_value()
        except NotOffered as why:
            raise PageChanged(f"{why}", where=self._where) from None
        if held != lote:
            raise PageChanged(f"A tela guardou {held!r} como número.", where=self._where)
        said = self._screen.calm(self._screen.click(form["consultar"], self._where), self._where, (Classe.VAZIA,))
        if of(Classe.VAZIA, said):
            return ()
        read = self._paging.read(self._screen.labels.panels["historico_xml"].titles[0], self._where)
        grids = (read_grid(html, self._screen.columns("arquivos"), where=self._where) for html in read.html)
        rows = [row for grid in grids for row in grid.rows]
        check_count(read.html, len(rows), "arquivos", where=self._where)
        return tuple(
            Arquivo(row.text("lote"), _given(row, "protocolo"), _given(row, "lote_operadora"), row.text("situacao"))
            for row in rows
        )


def _given(row: Row, field: str) -> str:
    """A number; "" where the list shows that there is none yet."""
    return row.text(field).strip(" -–—")


def refused_file(arquivo: Arquivo) -> bool:
    """Whether the operadora says that nothing of this file was taken."""
    return folded(arquivo.situacao).startswith("recusad")
