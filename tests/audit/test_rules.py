import json
from datetime import UTC, datetime

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from secretariat.audit.rules import Entry, canonical, content_hash, digest_of, refusal_statements

TEXT = st.text(st.characters(codec="utf-8"))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | TEXT
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_the_fast_encoder_writes_the_bytes_of_rfc_8785(content: object) -> None:
    assert canonical(content) == rfc8785.dumps(content)


def test_the_vector_of_rfc_8785_section_3_2_2() -> None:
    content = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
        "literals": [None, True, False],
    }
    assert canonical(content) == (
        b'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        b'"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_keys_are_sorted_as_rfc_8785_section_3_2_3_says() -> None:
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    sorted_keys = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert list(json.loads(canonical(dict.fromkeys(keys, "")))) == sorted_keys


@pytest.mark.parametrize("content", [2**53, float("nan"), float("inf"), "\ud800"])
def test_what_the_scheme_cannot_say_is_refused(content: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # three libraries say it in three ways
        canonical({"value": content})


@given(JSON, JSON)
def test_other_content_has_another_hash(first: object, second: object) -> None:
    assert (content_hash(first) == content_hash(second)) == (canonical(first) == canonical(second))


def test_the_digest_of_many_rows_does_not_depend_on_their_order() -> None:
    assert digest_of(["b", "a"]) == digest_of(["a", "b"]) != digest_of(["a"])


def test_a_leaf_is_hashed_apart_from_a_node() -> None:
    entry = Entry(datetime(2011, 5, 31, tzinfo=UTC), "a drafter", "load", "parties.State: RU", 1, "00")
    assert entry.leaf_hash() != content_hash(json.loads(entry.canonical()))


def test_a_database_without_the_protection_is_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        refusal_statements("parties_state", "mysql")
