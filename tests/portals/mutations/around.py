"""What a redesign may do to a button, a heading, a list or all ids: each changes one thing of a page in place."""

import copy
import random
from collections.abc import Callable, Mapping
from typing import Any

from lxml.html import HtmlElement, builder

from tests.portals.mutations.finding import CONTROL, SILENT, decoy, folded, labels
from tests.portals.mutations.rewriting import Rewrite


def buttons(root: HtmlElement, words: str) -> list[HtmlElement]:
    """Every button or link with these words."""
    found = []
    for e in root.xpath("//button | //a | //input[@type='submit' or @type='button']"):
        said = e.get("value") if e.tag == "input" else e.text_content()
        if folded(said) == folded(words):
            found.append(e)
    return found


def button(change: Callable[[HtmlElement], None]) -> Callable[[str], Rewrite]:
    """An operator on each button of that name."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = buttons(root, words)
            for one in found:
                change(one)
            return bool(found)

        return rewrite

    return of


def _called(e: HtmlElement, to: Callable[[str], str]) -> None:
    if e.tag == "input":
        e.set("value", to(e.get("value", "")))
    else:
        e.text = to(e.text_content())


def _pressed_twin(e: HtmlElement) -> None:
    twin = copy.deepcopy(e)
    twin.attrib.pop("id", None)
    twin.tail = None
    e.addnext(twin)


def _harmless_twin(e: HtmlElement) -> None:
    _pressed_twin(e)
    twin = e.getnext()
    assert twin is not None
    twin.set("type", "button")


def _in_div(e: HtmlElement) -> None:
    wrap = builder.DIV({"class": "acoes-novas"})
    parent = e.getparent()
    assert parent is not None
    parent.replace(e, wrap)
    wrap.tail, e.tail = e.tail, None
    wrap.append(e)


def _set(name: str, value: str) -> Callable[[HtmlElement], None]:
    return lambda e: e.set(name, value)


BUTTON: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": button(lambda e: _called(e, lambda _: "Prosseguir")),
    "renamed-nearly": button(lambda e: _called(e, lambda said: f"{said} agora")),
    "capitals": button(lambda e: _called(e, str.upper)),
    "twin": button(_pressed_twin),
    "harmless-twin": button(_harmless_twin),
    "dead": button(_set("disabled", "disabled")),
    "hidden": button(_set("style", "visibility:hidden")),
    "wrapped": button(_in_div),
}


def _titles(root: HtmlElement, words: str) -> list[HtmlElement]:
    return [
        e
        for e in root.iter()
        if isinstance(e.tag, str)
        and e.tag not in (*SILENT, "a", "button", "label", "title")
        and folded(e.text).startswith(folded(words))
    ]


def title(change: Callable[[HtmlElement, str], None]) -> Callable[[str], Rewrite]:
    """An operator on each heading that begins with these words."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = _titles(root, words)
            for one in found:
                change(one, words)
            return bool(found)

        return rewrite

    return of


def _retitled(e: HtmlElement, words: str) -> None:
    e.text = (e.text or "").replace(words, "NOVA TELA")


def _twice(e: HtmlElement, _words: str) -> None:
    twin = copy.deepcopy(e)
    twin.tail = None
    e.addnext(twin)


def _whole_twice(e: HtmlElement, _words: str) -> None:
    block = e
    while (parent := block.getparent()) is not None and not block.xpath(CONTROL):
        block = parent
    if block.tag not in ("body", "html"):
        block.addnext(decoy(block))


def _retagged(e: HtmlElement, _words: str) -> None:
    if e.tag not in ("td", "th"):
        e.tag = "span"


TITLE: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": title(_retitled),
    "twice": title(_twice),
    "panel-twice": title(_whole_twice),
    "retagged": title(_retagged),
}


def _columns(change: Callable[[list[HtmlElement], int, int], None]) -> Callable[[str], Rewrite]:
    """An operator on each row of the list that has a column of that heading: the row's cells, its place, the row's."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            heads = [c for c in root.xpath("//th | //td") if folded(c.text_content()) == folded(words)]
            heads = [c for c in heads if len(c.getparent()) > 3]
            for head in heads:
                row = head.getparent()
                assert row is not None
                at, width = list(row).index(head), len(row)
                table = next(a for a in row.iterancestors() if a.tag == "table")
                for number, each in enumerate(r for r in table.iter("tr") if len(r) == width):
                    change(list(each), at, number)
            return bool(heads)

        return rewrite

    return of


def _column_added(cells: list[HtmlElement], at: int, row: int) -> None:
    new = copy.deepcopy(cells[at])
    new.clear()
    new.text = "Observação interna" if row == 0 else "x"
    cells[at].addprevious(new)


def _column_removed(cells: list[HtmlElement], at: int, _row: int) -> None:
    parent = cells[at].getparent()
    assert parent is not None
    parent.remove(cells[at])


def _column_last(cells: list[HtmlElement], at: int, _row: int) -> None:
    cells[-1].addnext(cells[at])


def _column_renamed(cells: list[HtmlElement], at: int, row: int) -> None:
    if row == 0:
        cells[at].text = "Referência"
        for child in list(cells[at]):
            cells[at].remove(child)


def _column_twice(cells: list[HtmlElement], at: int, _row: int) -> None:
    cells[at].addnext(copy.deepcopy(cells[at]))


COLUMN: Mapping[str, Callable[[str], Rewrite]] = {
    "added": _columns(_column_added),
    "removed": _columns(_column_removed),
    "last": _columns(_column_last),
    "renamed": _columns(_column_renamed),
    "twice": _columns(_column_twice),
}


def shown(change: Callable[[HtmlElement], None]) -> Callable[[str], Rewrite]:
    """An operator on each label beside which something is only shown: who the patient is, which row this is."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = labels(root, words)
            for one in found:
                change(one)
            return bool(found)

        return rewrite

    return of


def _said_otherwise(label: HtmlElement) -> None:
    label.text = "Titular:"


def _in_capitals(label: HtmlElement) -> None:
    label.text = (label.text or "").swapcase()


def _wordless(label: HtmlElement) -> None:
    label.text = ""


def _behind_the_rest(label: HtmlElement) -> None:
    block = label.getparent()
    assert block is not None
    parent = block.getparent()
    if parent is not None:
        parent.append(block)


def _of_another(label: HtmlElement) -> None:
    """The same words a second time, before it, with somebody else beside them."""
    label.addprevious(builder.SPAN((label.text or "").strip(), builder.B("OUTRA PESSOA")))


SHOWN: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": shown(_said_otherwise),
    "capitals": shown(_in_capitals),
    "gone": shown(_wordless),
    "moved-last": shown(_behind_the_rest),
    "decoy-before": shown(_of_another),
}


def churned(seed: int) -> Rewrite:
    """Every id new, what points to one kept in step; every class that no script asks for new as well."""
    chance = random.Random(seed)

    def rewrite(root: HtmlElement) -> bool:
        new: dict[str, str] = {}
        for e in root.xpath("//*[@id]"):
            if e.get("id") not in ("carregando", "conteudo"):
                new[e.get("id")] = f"x{chance.randrange(10**9)}"
                e.set("id", new[e.get("id")])
        _follow(root, new)
        return bool(new)

    return rewrite


def _follow(root: HtmlElement, new: Mapping[str, Any]) -> None:
    for e in root.xpath("//*[@for or @aria-labelledby or @href]"):
        for name in ("for", "aria-labelledby"):
            if e.get(name) in new:
                e.set(name, new[e.get(name)])
        if e.get("href", "").startswith("#") and e.get("href")[1:] in new:
            e.set("href", f"#{new[e.get('href')[1:]]}")
