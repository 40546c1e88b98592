"""What a redesign may do to a field: each operator changes one thing of a page in place."""

from collections.abc import Callable, Mapping

from lxml.html import HtmlElement, builder

from tests.portals.mutations.finding import decoy, fields_of, folded
from tests.portals.mutations.rewriting import Rewrite

# A field that the page itself keeps in step, behind something that is only drawn.
_SYNC = (
    "const campo = document.getElementById('%s');"
    "this.isContentEditable && (campo.value = this.textContent.trim());"
    "campo.dispatchEvent(new Event('input', {bubbles: true}))"
)


def field(change: Callable[[HtmlElement, HtmlElement, HtmlElement], None]) -> Callable[[str], Rewrite]:
    """An operator on (label, control, block) for each field of that name."""

    def of(words: str) -> Rewrite:
        def rewrite(root: HtmlElement) -> bool:
            found = list(fields_of(root, words))
            for label, control, block in found:
                change(label, control, block)
            return bool(found)

        return rewrite

    return of


def _text(label: HtmlElement, to: Callable[[str], str]) -> None:
    said = (label.text or "").strip()
    end = ":" if said.endswith(":") else ""
    label.text = to(said.rstrip(": ")) + end


def _other_words(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, lambda _: "Identificador complementar")


def _plural(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, lambda said: " ".join(w + "s" if i == 0 and w[-1] in "aeo" else w for i, w in enumerate(said.split())))


def _capitals(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, str.upper)


def _longer(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    _text(label, lambda said: f"{said} anterior")


def _untied(label: HtmlElement, _c: HtmlElement, _b: HtmlElement) -> None:
    label.attrib.pop("for", None)
    label.tag = "span" if label.tag == "label" else label.tag


def _placeholder(label: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("placeholder", (label.text or "").strip())
    label.text = ""


def _aria(label: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("aria-label", (label.text or "").strip(": \n"))
    label.text = ""


def _moved_last(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    parent = block.getparent()
    assert parent is not None
    parent.append(block)


def _moved_first(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    parent = block.getparent()
    assert parent is not None
    parent.insert(0, block)


def _label_behind(label: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    words = builder.SPAN(" " + (label.text or "").strip())
    label.text = ""
    control.addnext(words)


def _decoy_before(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    block.addprevious(decoy(block))


def _decoy_after(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    block.addnext(decoy(block))


def _renamed_decoy(label: HtmlElement, control: HtmlElement, block: HtmlElement, *, other: bool) -> None:
    said = label.text

    def rename(twin: HtmlElement) -> None:
        for e in twin.iter():
            if isinstance(e.tag, str) and e.text == said:
                _longer(e, control, block)

    block.addnext(decoy(block, rename))
    if other:
        _other_words(label, control, block)


def _decoy_like(label: HtmlElement, control: HtmlElement, block: HtmlElement) -> None:
    _renamed_decoy(label, control, block, other=False)


def _decoy_and_renamed(label: HtmlElement, control: HtmlElement, block: HtmlElement) -> None:
    _renamed_decoy(label, control, block, other=True)


def _wrapped(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    parent = control.getparent()
    assert parent is not None
    wrap = builder.DIV({"class": "novo"})
    parent.replace(control, wrap)
    wrap.tail, control.tail = control.tail, None
    wrap.append(control)


def _drawn(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    """The field hidden behind a box that is only drawn."""
    key = control.get("id") or "campo-escondido"
    control.set("id", key)
    role = "combobox" if control.tag == "select" else "textbox"
    box = builder.DIV({"role": role, "tabindex": "0", "style": "border:1px solid;min-width:9em;min-height:1em"})
    if role == "textbox":
        box.set("contenteditable", "true")
    box.set("oninput", _SYNC % key)
    box.text = control.get("value", "")
    control.set("style", "display:none")
    control.addprevious(box)


def _frozen(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("readonly", "readonly")
    if control.tag == "select":
        control.set("disabled", "disabled")


def _short(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("maxlength", "1")


def _other_type(_l: HtmlElement, control: HtmlElement, _b: HtmlElement) -> None:
    control.set("type", "number")


def _gone(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    parent = block.getparent()
    assert parent is not None
    parent.remove(block)


def _extra(_l: HtmlElement, _c: HtmlElement, block: HtmlElement) -> None:
    def rename(twin: HtmlElement) -> None:
        for e in twin.iter():
            if isinstance(e.tag, str) and e.tag in ("label", "td") and folded(e.text):
                e.text = "Motivo da exigência:"
            if e.tag in ("input", "select"):
                e.set("required", "required")
                e.set("name", "exigencia")

    block.addnext(decoy(block, rename))


FIELD: Mapping[str, Callable[[str], Rewrite]] = {
    "renamed": field(_other_words),
    "renamed-nearly": field(_plural),
    "capitals": field(_capitals),
    "renamed-anterior": field(_longer),
    "untied": field(_untied),
    "placeholder": field(_placeholder),
    "aria": field(_aria),
    "moved-last": field(_moved_last),
    "moved-first": field(_moved_first),
    "label-behind": field(_label_behind),
    "decoy-before": field(_decoy_before),
    "decoy-after": field(_decoy_after),
    "decoy-alike": field(_decoy_like),
    "decoy-alike-renamed": field(_decoy_and_renamed),
    "wrapped": field(_wrapped),
    "drawn": field(_drawn),
    "frozen": field(_frozen),
    "shortened": field(_short),
    "other-type": field(_other_type),
    "gone": field(_gone),
    "extra-required": field(_extra),
}
