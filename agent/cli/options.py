"""The options that several commands share, each written once."""

from pathlib import Path
from typing import Annotated

import typer

Pasta = Annotated[
    Path | None,
    typer.Option(
        "--pasta",
        metavar="PASTA",
        help="A pasta do escritório. Sem ela: a da variável FATURISTA_PASTA, ou a pasta atual e as que a contêm.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Responde em JSON na saída padrão, e só isso.")]
Competencia = Annotated[str, typer.Option("--competencia", metavar="MM/AAAA", help="O mês do movimento, como 10/2026.")]
Clinicas = Annotated[
    list[str] | None,
    typer.Option("--clinica", metavar="CLINICA", help="Só esta clínica; pode repetir. Sem ela: todas."),
]
Portais = Annotated[
    list[str] | None,
    typer.Option("--portal", metavar="PORTAL", help="Só este portal; pode repetir. Sem ele: todos os da clínica."),
]
Mostrar = Annotated[bool, typer.Option("--mostrar", help="Mostra a janela do navegador enquanto ele trabalha.")]
Exportar = Annotated[
    Path | None,
    typer.Option("--exportar", metavar="ARQUIVO", help="Grava o que vale agora neste arquivo, sem dados de pacientes."),
]
Importar = Annotated[
    Path | None,
    typer.Option("--importar", metavar="ARQUIVO", help="Toma o que está neste arquivo, depois de conferi-lo."),
]
