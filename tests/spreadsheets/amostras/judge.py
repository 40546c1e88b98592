"""Compare a reading with the expected one: `danger` is wrong, invented or lost data, `work` a good row held back."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from mappings.wording import fold

Json = dict[str, Any]
Place = tuple[str, int]

_GRAVE = [
    *("portal", "authorization", "patient", "member_id", "service_date", "start_time", "end_time"),
    *("procedure_code", "quantity", "amount_cents", "tooth", "faces", "council_code"),
    *("participation", "access_route", "cids"),
]
_SAME_SCREEN = {"consulta", "procedimento", "exame"}


@dataclass
class Verdict:
    """Both lists empty: the reading passes."""

    danger: list[str] = field(default_factory=list)
    work: list[str] = field(default_factory=list)


def judge(expected: Json, reading: Json) -> Verdict:
    """The verdict on one file."""
    verdict = Verdict()
    if reading["status"] not in {expected["status"], *expected.get("or_status", [])}:
        verdict.work.append(f"status {reading['status']}: {reading.get('message', '')}")
    if "error" not in (reading["status"], expected["status"]):
        _Comparison(expected, reading, verdict).run()
    return verdict


class _Comparison:
    def __init__(self, expected: Json, reading: Json, verdict: Verdict) -> None:
        self.expected, self.verdict = expected, verdict
        self.several_sheets = isinstance(expected["sheet"], list)
        self.entries: dict[Place, list[Json]] = defaultdict(list)
        for entry in reading["entries"]:
            self.entries[self._place(entry["source"])].append(entry)
        self.held = {self._place(row["source"]) for row in reading["rejected"]}
        self.warned = {self._place(row["source"]) for row in reading["warnings"]}
        self.ignored = {self._place(source) for source in reading["ignored_rows"]}

    def _place(self, source: str) -> Place:
        sheet, _, row = source.rpartition("!")
        return (fold(sheet) if self.several_sheets else "", int(row))

    def run(self) -> None:
        wanted: dict[Place, list[Json]] = defaultdict(list)
        for entry in self.expected["entries"]:
            wanted[self._place(entry["source"])].append(entry)
        for place, entries in wanted.items():
            self._entries(place, entries)
        for row in self.expected["rejected"]:
            self._rejected(row)
        known = set(wanted) | {self._place(row["source"]) for row in self.expected["rejected"]}
        self.verdict.danger += [f"{place}: entry too many" for place in self.entries if place not in known]

    def _entries(self, place: Place, wanted: list[Json]) -> None:
        read = self.entries.get(place, [])
        if not read:
            if place not in self.held:
                self.verdict.danger.append(f"{place}: lost in silence")
            elif not all(entry.get("may_reject") for entry in wanted):
                self.verdict.work.append(f"{place}: good row held")
        elif wanted[0]["kind"] == "seriado":
            self._sessions(place, wanted, read)
        elif len(read) != len(wanted):
            self.verdict.danger.append(f"{place}: {len(read)} entries, not {len(wanted)}")
        else:
            for one, other in zip(wanted, read, strict=True):
                self._fields(place, one, other, _GRAVE)

    def _sessions(self, place: Place, wanted: list[Json], read: list[Json]) -> None:
        one, other = (sorted(_session(s) for e in es for s in e["sessions"]) for es in (wanted, read))
        if one != other:
            self.verdict.danger.append(f"{place}: sessions {other}, not {one}")
        once = [name for name in _GRAVE if name not in {"service_date", "start_time", "end_time", "quantity"}]
        self._fields(place, wanted[0], read[0], once)

    def _fields(self, place: Place, wanted: Json, read: Json, names: list[str]) -> None:
        for name in names:
            value = _plain(name, read.get(name))
            accepted = [_plain(name, v) for v in (wanted.get(name), *wanted.get("accept", {}).get(name, []))]
            invented = wanted.get(name) is None and name in {"council_code", "portal"}
            if value not in accepted and not invented and not (name == "quantity" and value == "1"):
                self.verdict.danger.append(f"{place}: {name} {value!r}, not {accepted[0]!r}")
        one_screen = wanted["portal"] == "ipasem" and {wanted["kind"], read["kind"]} <= _SAME_SCREEN
        if wanted["kind"] != read["kind"] and not one_screen:
            self.verdict.danger.append(f"{place}: kind {read['kind']}, not {wanted['kind']}")

    def _rejected(self, row: Json) -> None:
        place = self._place(row["source"])
        if place in self.held:
            return
        if place not in self.entries:
            self.verdict.danger.append(f"{place}: {row['reason']}: lost in silence")
        elif not (row.get("or_warned") and place in self.warned):
            self.verdict.danger.append(f"{place}: {row['reason']}: became an entry")


def _session(session: Json) -> tuple[str, str, str]:
    return session["date"], session.get("start_time") or "", session.get("end_time") or ""


def _plain(name: str, value: Any) -> str:
    if value is None or value in ("", []):
        return ""
    if name in {"faces", "cids"}:
        return " ".join(sorted(re.sub(r"\W", "", str(item)) for item in value))
    if name in {"patient", "access_route"}:
        return " ".join(str(value).casefold().split())
    return re.sub(r"\W", "", str(value)) if name in {"member_id", "procedure_code", "council_code"} else str(value)
