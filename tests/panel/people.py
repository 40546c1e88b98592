"""People at the panel without a browser: each holds its own cookie and fills in the forms that it sees."""

import re
from collections.abc import Mapping
from typing import Self

import httpx

PASSWORD = "uma senha comprida"
PEOPLE = (
    ("Ana", "administrador", ""),
    ("Olga", "operador", ""),
    ("Aprígio", "aprovador", ""),
    ("Conrado", "contador", ""),
    ("Aurora", "clinica", "aurora"),
    ("Serena", "clinica", "vale-sereno"),
)
_TOKEN = re.compile(r'name="token" value="([^"]+)"')


class Person:
    """Somebody with a browser, as far as requests go."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    @classmethod
    def at(cls, url: str) -> Self:
        """In front of the panel, not signed in."""
        return cls(httpx.Client(base_url=url, timeout=30))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.client.close()

    def signs_in(self, nome: str, password: str = PASSWORD, back: str = "") -> httpx.Response:
        """Fills in the sign-in form."""
        return self.sends("/entrar", {"nome": nome, "senha": password, "voltar": back}, seen="/entrar")

    def sees(self, path: str) -> httpx.Response:
        """Opens an address."""
        return self.client.get(path)

    def sends(self, path: str, fields: Mapping[str, str], *, seen: str) -> httpx.Response:
        """Sends a form with the token of the page where it stands."""
        return self.client.post(path, data={**fields, "token": self._token(seen)})

    def hands_in(self, clinica: str, nome: str, content: bytes, *, seen: str = "/planilhas") -> httpx.Response:
        """Sends a spreadsheet, with the token of the page where its form stands."""
        fields = {"clinica": clinica, "token": self._token(seen)}
        return self.client.post("/planilhas", data=fields, files={"arquivo": (nome, content)})

    def _token(self, seen: str) -> str:
        token = _TOKEN.search(self.client.get(seen, follow_redirects=True).text)
        assert token is not None, f"no form on {seen}"
        return token[1]


def words(response: httpx.Response) -> str:
    """What a page says, without its tags."""
    text = re.sub(r"<(script|style|head)\b.*?</\1>", " ", response.text, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())
