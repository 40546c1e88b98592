"""The line of a key is found in whatever way TOML lets it be written."""

from agent.config.toml_lines import key_lines, line_of

TEXT = '''\
# [nada]
[a]
x = 1
"y z" = """
x = 2
[b]
"""
c.d = { e = 1 }
[ b . 'c.d' ]
f = [
  1,
]
'''


def test_tables_dotted_keys_quotes_and_long_strings_are_understood() -> None:
    assert key_lines(TEXT) == {
        ("a",): 2,
        ("a", "x"): 3,
        ("a", "y z"): 4,
        ("a", "c"): 8,
        ("a", "c", "d"): 8,
        ("b",): 9,
        ("b", "c.d"): 9,
        ("b", "c.d", "f"): 10,
    }


def test_a_key_that_is_not_written_has_the_line_of_its_table_or_none() -> None:
    lines = key_lines(TEXT)

    assert [line_of(lines, path) for path in (("a", "c", "d", "e"), ("b", "q"), ("q",))] == [8, 9, None]
