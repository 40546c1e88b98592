"""`python -m portals.mock serve ipasem --seed FILE`: one mock portal as a process of its own.

Prints one JSON line, {"url": ..., "token": ...}, once it listens, and serves until it is interrupted.
The portal's package must offer `mock.app.create_app` and `mock.seed.load_seed(path)`.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from importlib import import_module
from pathlib import Path

from portals.mock.server import run
from portals.mock.skins import Skin


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m portals.mock", description=__doc__)
    serve = parser.add_subparsers(required=True).add_parser("serve")
    serve.add_argument("portal", choices=["ipasem", "cassind", "imaginaria"])
    serve.add_argument("--seed", type=Path, required=True)
    serve.add_argument("--skin", type=Skin, choices=list(Skin), default=Skin.SIMPLES)
    serve.add_argument("--port", type=int, default=0)
    serve.add_argument("--latency-ms", type=int, default=0)
    serve.add_argument("--state", type=Path)
    serve.add_argument("--token", default="")
    serve.add_argument("--human-clicks", action="store_true")
    return parser.parse_args(argv)


def main(argv: list[str]) -> None:
    """Serves the portal named on the command line."""
    asked = _arguments(argv)
    # By name, so that neither portal's package ever imports the other's through this one.
    module = import_module(f"portals.{asked.portal}.mock.app")
    seeds = import_module(f"portals.{asked.portal}.mock.seed")
    token = asked.token or secrets.token_urlsafe(18)
    portal = module.create_app(
        seeds.load_seed(asked.seed),
        skin=asked.skin,
        latency_ms=asked.latency_ms,
        door_token=token,
        state_path=asked.state,
        human_clicks=asked.human_clicks,
    )

    def ready(url: str) -> None:
        sys.stdout.write(json.dumps({"url": url, "token": token}) + "\n")
        sys.stdout.flush()

    run(portal.app, port=asked.port, ready=ready)


if __name__ == "__main__":
    main(sys.argv[1:])
