"""The key comes from outside the office folder, and is only its owner's."""

import os
from pathlib import Path

import pytest

from agent.model.errors import SetupError
from agent.vault.key import find_keys

KEY = b"0123456789abcdef0123456789abcdef"


def key_file(path: Path, content: bytes = KEY, mode: int = 0o600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content + b"\n")
    path.chmod(mode)
    return path


def refused(environ: dict[str, str], tmp_path: Path) -> str:
    with pytest.raises(SetupError) as caught:
        find_keys(environ, tmp_path / "usuario", tmp_path / "escritorio", may_create=False)
    return str(caught.value)


def test_the_variable_wins_over_systemd_and_systemd_over_the_user_s_file(tmp_path: Path) -> None:
    named = key_file(tmp_path / "nomeada", KEY + b"1")
    key_file(tmp_path / "systemd" / "faturista-chave", KEY + b"2", mode=0o440)
    key_file(tmp_path / "usuario" / "chave", KEY + b"3")
    systemd = {"CREDENTIALS_DIRECTORY": str(tmp_path / "systemd")}

    found = [
        find_keys(environ, tmp_path / "usuario", tmp_path / "escritorio", may_create=False)
        for environ in (
            {"FATURISTA_CHAVE_ARQUIVO": str(named), **systemd},
            systemd,
            {"CREDENTIALS_DIRECTORY": str(tmp_path)},
        )
    ]

    assert found == [(KEY + b"1",), (KEY + b"2",), (KEY + b"3",)]


def test_the_user_s_key_is_made_once(tmp_path: Path) -> None:
    first, second = (find_keys({}, tmp_path / "u", tmp_path / "e", may_create=True) for _ in range(2))

    assert first == second
    assert [len(key) for key in first] == [44]


def test_a_lost_key_is_not_replaced_while_the_vault_holds_something(tmp_path: Path) -> None:
    assert refused({}, tmp_path) == (
        f"{tmp_path / 'usuario' / 'chave'}: a chave do cofre não foi encontrada. Restaure a sua cópia da chave."
        " Sem ela, apague a pasta cofre do escritório e guarde as senhas de novo."
    )


def test_a_key_beside_its_vault_is_refused(tmp_path: Path) -> None:
    path = key_file(tmp_path / "escritorio" / "chave")

    assert refused({"FATURISTA_CHAVE_ARQUIVO": str(path)}, tmp_path) == (
        f"{path}: a chave do cofre está na mesma pasta que o cofre."
        " Leve-a para fora da pasta do escritório: quem copia a pasta não pode levar a chave junto."
    )


def test_a_key_that_others_can_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = key_file(tmp_path / "nomeada", mode=0o644)
    if os.name != "posix":  # a system without modes is told what POSIX would say
        monkeypatch.setattr("agent.vault.key.readable_by_others", lambda _path: True)

    assert refused({"FATURISTA_CHAVE_ARQUIVO": str(path)}, tmp_path) == (
        f"{path}: a chave do cofre pode ser lida por outras pessoas deste computador."
        f" Deixe-a só para você: chmod 600 {path}"
    )


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    path = key_file(tmp_path / "nomeada", b"1234")

    assert refused({"FATURISTA_CHAVE_ARQUIVO": str(path)}, tmp_path) == (
        f"{path}: a chave do cofre é curta demais: tem 4 caracteres e precisa de 16."
    )


def test_a_key_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert "a chave do cofre não pôde ser lida" in refused({"FATURISTA_CHAVE_ARQUIVO": str(tmp_path)}, tmp_path)
