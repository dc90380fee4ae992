"""What a pack of the joint forces may not say."""

from collections.abc import Callable

import pytest

from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
AGREED = {
    "consultations": "- {id: CON, request: KZ-2022, organ: CSC, force: CRRF, date: 2022-01-06}\n",
    "consultation_acts": "- {id: CON-closed, consultation: CON, kind: closed, date: 2022-01-06}\n",
    "consents": "".join(
        f"- {{id: CON-{code}, consultation: CON, state: {code}, answer: consents, date: 2022-01-06}}\n"
        for code in ("BY", "KZ", "RU")
    ),
    "activations": ("- {id: MAN, request: KZ-2022, decision: DEC-2022-01-06-1, force: CRRF, date: 2022-01-06}\n"),
}


def problems(load: Callable[..., None], **more: str) -> list[str]:
    with pytest.raises(UnableToReadPack) as refused:
        load(**more)
    return [str(each) for each in refused.value.problems]


def test_mandate_with_request_consents_and_decision_loads(load: Callable[..., None]):
    load(**AGREED, contributions="- {id: G, activation: MAN, state: RU, persons: 10, date: 2022-01-07}\n")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"consultation_acts": ""}, "the consultation CON is not closed in this pack"),
        (
            {"consents": AGREED["consents"] + "- {id: C-UZ, consultation: CON, state: UZ, date: 2022-01-06}\n"},
            "UZ is not a party to CRRF-2009",
        ),
        (
            {"consents": "- {id: C-BY, consultation: CON, state: BY, answer: declines, date: 2022-01-06}\n"},
            "against the adoption rule: BY objected",
        ),
        (
            {"request_acts": "- {id: W, request: KZ-2022, kind: withdrawn, state: KZ, date: 2022-01-05}\n"},
            "the request is withdrawn",
        ),
        (
            {"contributions": "- {id: G, activation: MAN, state: UZ, persons: 10, date: 2022-01-07}\n"},
            "UZ is not a party to CRRF-2009",
        ),
        (
            {"contributions": "- {id: G, activation: MAN, state: RU, persons: 10, date: 2022-01-05}\n"},
            "no such mandate has begun",
        ),
        (
            {
                "activation_acts": "- {id: E, activation: MAN, kind: ended, date: 2022-01-08}\n",
                "contributions": "- {id: G, activation: MAN, state: RU, persons: 10, date: 2022-01-09}\n",
            },
            "no mandate runs on 2022-01-09",
        ),
        (
            {"activation_acts": "- {id: E, activation: MAN, kind: extended, date: 2022-01-08}\n"},
            "an extension without its end or its decision",
        ),
        (
            {"activation_acts": "- {id: E, activation: MAN, kind: member_withdrew, date: 2022-01-08}\n"},
            "a withdrawal of nobody",
        ),
        ({"activations": AGREED["activations"].replace(", date: 2022-01-06", "")}, "a mandate without its first day"),
        (
            {"consultation_acts": AGREED["consultation_acts"] + "- {id: X, consultation: CON, kind: closed, "
             "corrects: CON-closed, retracted: true, date: 2022-01-07, known_from: 2022-01-08}\n"},
            "the answers have been opened by it",
        ),
    ],
)  # fmt: skip
def test_pack_that_consent_does_not_carry_is_refused(load: Callable[..., None], changes: dict[str, str], said: str):
    assert any(said in each for each in problems(load, **(AGREED | changes)))


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("requests", "{id: R, state: KZ, territory: KZ, date: 2022-01-05, position: north}", "position is not known"),
        ("pledges", "{id: P, force: CPF, state: KZ, kind: military, weapons: 3, date: 2022-01-05}", "weapons is not"),
        ("contributions", "{id: G, activation: MAN, target: hill, date: 2022-01-05}", "target is not known"),
        ("activation_acts", "{id: E, activation: MAN, kind: moved, date: 2022-01-05}", "'moved' does not fit"),
        ("pledges", "{id: P, force: CPF, state: KZ, kind: armour, date: 2022-01-05}", "'armour' does not fit"),
        ("pledges", "{id: P, force: CPF, state: KZ, kind: rescue, persons: -1, date: 2022-01-05}", "-1 does not fit"),
        (
            "pledges",
            "{id: P, force: CPF, state: KZ, kind: budget, persons: 5, date: 2022-01-05}",
            "persons as a share of the budget",
        ),
        (
            "pledges",
            "{id: P, force: CPF, state: KZ, kind: rescue, percent: 5, date: 2022-01-05}",
            "a share of the costs with the kind rescue",
        ),
        (
            "pledges",
            "{id: P, force: CPF, state: KZ, kind: rescue, date: 2022-01-05, start: 2022-02-01, until: 2022-02-01}",
            "not after its start",
        ),
        ("request_acts", "{id: A, request: KZ-2022, kind: withdrawn, date: 2022-01-06}", "withdrawn by nobody"),
        ("request_acts", "{id: A, request: KZ-2022, kind: answered, date: 2022-01-06}", "belong together"),
    ],
)
def test_row_that_has_no_place_here_is_refused(load: Callable[..., None], table: str, row: str, said: str):
    assert any(said in each for each in problems(load, **{table: f"- {row}\n"}))


def test_no_table_has_a_place_for_weapons_targets_positions_or_movements(pack_tables: tuple[PackTable, ...]):
    words = ("weapon", "arm", "target", "position", "place", "lon", "lat", "route", "movement", "unit", "base")
    own = [table for table in pack_tables if table.model.startswith("response.")]
    assert len(own) == 12
    fields = {name for table in own for name in table.row.model_fields}
    assert not {name for name in fields for word in words if name == word or name.startswith(f"{word}_")}
