"""What hands may do on a page, read from what a browser sends; and how it is told to the one that shows the page."""

import json

import pytest

from agent.panel.hands import Alive, Drawn, Key, Mouse, Text, Wheel, commands, read_message, within

PRESS = {"t": "mouse", "act": "press", "x": 10, "y": 20}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"t":"mouse","act":"move","x":NaN,"y":1}',
        '{"t":"mouse","act":"move","x":1e999,"y":1}',
        '{"t":"mouse","act":"move","x":-1,"y":1}',
        '{"t":"mouse","act":"move","x":"1","y":1}',
        '{"t":"mouse","act":"press","x":1,"y":1,"times":9}',
        '{"t":"mouse","act":"press","x":1,"y":1,"button":"right"}',
        '{"t":"key","key":"F12"}',
        '{"t":"key","key":"Control"}',
        '{"t":"text","text":""}',
        '{"t":"text","text":"a\\u0003"}',
        json.dumps({"t": "text", "text": "a" * 201}),
        '{"t":"wheel","x":1,"y":1,"dx":0,"dy":1e9}',
    ],
)
def test_what_no_mouse_or_keyboard_of_ours_does_is_not_read(text: str) -> None:
    assert read_message(text) is None


def test_each_message_is_read_as_what_it_is_and_told_to_the_browser() -> None:
    wheel = {"t": "wheel", "x": 1, "y": 2, "dx": 0, "dy": 120.5}
    sent = ({"t": "alive"}, {"t": "drawn"}, PRESS, wheel, {"t": "key", "key": "Enter", "shift": True})
    read = [read_message(json.dumps(message)) for message in sent]

    assert read == [
        Alive(t="alive"),
        Drawn(t="drawn"),
        Mouse(t="mouse", act="press", x=10, y=20),
        Wheel(t="wheel", x=1, y=2, dx=0, dy=120.5),
        Key(t="key", key="Enter", shift=True),
    ]
    assert commands(Text(t="text", text="á"), pressed=False) == [("Input.insertText", {"text": "á"})]
    enter = {"key": "Enter", "code": "Enter", "modifiers": 8, "windowsVirtualKeyCode": 13}
    assert commands(Key(t="key", key="Enter", shift=True), pressed=False) == [
        ("Input.dispatchKeyEvent", {"type": "keyDown", **enter, "text": "\r"}),
        ("Input.dispatchKeyEvent", {"type": "keyUp", **enter}),
    ]
    assert [within(Mouse(t="mouse", act="move", x=x, y=1), (800, 600)) for x in (0, 799.9, 800)] == [True, True, False]
