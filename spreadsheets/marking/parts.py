"""The parts of an .xlsx as they refer to one another: relations, content types, names of new parts."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from spreadsheets.marking.sheet_xml import parse, serialize

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ID = f"{{{_OFFICE}}}id"


@dataclass(slots=True)
class Parts:
    """Every part by its path, in the file's order; edited in place."""

    content: dict[str, bytes]

    def sheets(self) -> dict[str, str]:
        """The path of each sheet by its name."""
        book = next(path for path in self.content if path.endswith("/workbook.xml"))
        root = parse(self.content[book])
        targets = self._targets(book)
        return {s.get("name", ""): targets[s.get(_ID, "")] for s in root.iter("{*}sheet") if s.get(_ID) in targets}

    def related(self, part: str, kind: str) -> str:
        """The path that `part` refers to by a relation whose type ends with `kind`; "" when there is none."""
        for relation in self._relations(part):
            if relation.get("Type", "").endswith(f"/{kind}"):
                return _joined(part, relation.get("Target", ""))
        return ""

    def target(self, part: str, relation: str) -> str:
        """The path of a relation by its id; "" when there is none."""
        return self._targets(part).get(relation, "")

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relation, and its id."""
        root = self._relations(part)
        taken = {relation.get("Id") for relation in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        etree.SubElement(
            root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=f"{_OFFICE}/{kind}", Target=f"/{target}"
        )
        self.content[_relations_of(part)] = serialize(root)
        return f"rId{number}"

    def new_path(self, pattern: str) -> str:
        """A path that no part has yet: "xl/comments{}.xml"."""
        return next(path for n in range(1, len(self.content) + 2) if (path := pattern.format(n)) not in self.content)

    def declare(self, path: str, content_type: str) -> None:
        """Say what a new part is."""
        root = parse(self.content["[Content_Types].xml"])
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{path}", ContentType=content_type)
        self.content["[Content_Types].xml"] = serialize(root)

    def _targets(self, part: str) -> dict[str, str]:
        return {r.get("Id", ""): _joined(part, r.get("Target", "")) for r in self._relations(part)}

    def _relations(self, part: str) -> etree._Element:
        found = self.content.get(_relations_of(part))
        return parse(found) if found else etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _joined(part: str, target: str) -> str:
    """A target as a path: absolute ones begin with a slash, others are seen from the part's folder."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
