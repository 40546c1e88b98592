"""What a person's mouse and keyboard may do on a page that is shown from afar, and how a browser is told of it."""

from time import monotonic
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

MOST_BYTES = 4096
_A_SECOND, _AT_ONCE = 60.0, 120.0
_SHIFT = 8
Command = tuple[str, dict[str, object]]

Place = Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
Roll = Annotated[float, Field(ge=-5_000, le=5_000, allow_inf_nan=False)]

_KEYS = {
    "Enter": 13,
    "Tab": 9,
    "Backspace": 8,
    "Delete": 46,
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
    "Home": 36,
    "End": 35,
    "PageUp": 33,
    "PageDown": 34,
}


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Alive(_Message):
    """The person's page is open."""

    t: Literal["alive"]


class Drawn(_Message):
    """A picture was drawn: there is room for the next."""

    t: Literal["drawn"]


class Mouse(_Message):
    """The left button, in the page's own pixels."""

    t: Literal["mouse"]
    act: Literal["move", "press", "release"]
    x: Place
    y: Place
    times: Annotated[int, Field(ge=1, le=3)] = 1


class Wheel(_Message):
    """Rolled there, by so many pixels."""

    t: Literal["wheel"]
    x: Place
    y: Place
    dx: Roll
    dy: Roll


class Key(_Message):
    """A key with a name, down and up again. No Ctrl, Alt or Meta: those are the browser's own affairs."""

    t: Literal["key"]
    key: Literal[
        "Enter",
        "Tab",
        "Backspace",
        "Delete",
        "ArrowLeft",
        "ArrowUp",
        "ArrowRight",
        "ArrowDown",
        "Home",
        "End",
        "PageUp",
        "PageDown",
    ]
    shift: bool = False


class Text(_Message):
    """What was typed or pasted. Never kept anywhere."""

    t: Literal["text"]
    text: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$", repr=False)]


Hand = Mouse | Wheel | Key | Text
Message = Alive | Drawn | Hand
_MESSAGE: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="t")])


def read_message(text: str) -> Message | None:
    """What a page of ours says; None for what none of ours would."""
    try:
        return _MESSAGE.validate_json(text)
    except ValidationError:
        return None


def within(hand: Hand, size: tuple[float, float]) -> bool:
    """Whether it lands inside a page of that size."""
    return isinstance(hand, Key | Text) or (hand.x < size[0] and hand.y < size[1])


def logged(hand: Hand) -> tuple[str, dict[str, int]] | None:
    """What the ledger keeps of it: where a click was, how many keys; None for what leaves no mark."""
    match hand:
        case Mouse(act="press"):
            return "clique", {"x": round(hand.x), "y": round(hand.y)}
        case Key():
            return "teclas", {"quantas": 1}
        case Text():
            return "teclas", {"quantas": len(hand.text)}
    return None


def commands(hand: Hand, *, pressed: bool) -> list[Command]:
    """It in Chromium's protocol (the domain Input). `pressed`: the button is down already."""
    match hand:
        case Mouse():
            return [_mouse(hand, pressed)]
        case Wheel():
            place = {"x": hand.x, "y": hand.y, "deltaX": hand.dx, "deltaY": hand.dy}
            return [("Input.dispatchMouseEvent", {"type": "mouseWheel", **place})]
        case Key():
            return [_key(hand, kind) for kind in ("keyDown" if hand.key == "Enter" else "rawKeyDown", "keyUp")]
        case Text():
            return [("Input.insertText", {"text": hand.text})]


def _mouse(hand: Mouse, pressed: bool) -> Command:
    place: dict[str, object] = {"x": hand.x, "y": hand.y}
    if hand.act == "move":
        return "Input.dispatchMouseEvent", {
            "type": "mouseMoved",
            **place,
            "button": "left" if pressed else "none",
            "buttons": int(pressed),
        }
    down = hand.act == "press"
    return "Input.dispatchMouseEvent", {
        "type": "mousePressed" if down else "mouseReleased",
        **place,
        "button": "left",
        "buttons": int(down),
        "clickCount": hand.times,
    }


def _key(hand: Key, kind: str) -> Command:
    told: dict[str, object] = {"type": kind, "key": hand.key, "code": hand.key, "modifiers": _SHIFT * hand.shift}
    text = {"text": "\r"} if kind == "keyDown" else {}
    return "Input.dispatchKeyEvent", {**told, "windowsVirtualKeyCode": _KEYS[hand.key], **text}


class Pace:
    """At most so many messages a second, with some at once."""

    def __init__(self) -> None:
        self._room = _AT_ONCE
        self._at = monotonic()

    def fits(self) -> bool:
        """Whether one more may come now."""
        now = monotonic()
        self._room = min(_AT_ONCE, self._room + (now - self._at) * _A_SECOND)
        self._at = now
        if self._room < 1:
            return False
        self._room -= 1
        return True
