"""Four members of the real organisation, one of them no party to the agreement on the force; a request of one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

CODES = ("BY", "KZ", "RU", "UZ")
BASE = {
    "organisation": (
        "id: CSTO\nname: {en: Collective Security Treaty Organization}\nshort: {en: CSTO}\nlanguages: [en]\n"
        "constituent: CST\n"
    ),
    "states": "".join(f"- {{id: {code}, name: {{en: {code}}}, protocol_name: {{en: {code}}}}}\n" for code in CODES),
    "instruments": (
        "- {id: CST, kind: treaty, title: {en: Collective Security Treaty}}\n"
        "- {id: CRRF-2009, kind: agreement, title: {en: Agreement on the Collective Rapid Reaction Forces}}\n"
    ),
    "treaty_acts": (
        "- {id: CST-in-force, instrument: CST, kind: announcement, date: 1994-04-20}\n"
        "- {id: CRRF-in-force, instrument: CRRF-2009, kind: announcement, date: 2010-09-10}\n"
        + "".join(
            f"- {{id: CST-{code}, instrument: CST, state: {code}, kind: accession, date: 1994-04-20}}\n"
            for code in CODES
        )
        + "".join(
            f"- {{id: CRRF-{code}, instrument: CRRF-2009, state: {code}, kind: ratification, date: 2010-09-10}}\n"
            for code in CODES
            if code != "UZ"
        )
    ),
    "organs": "- {id: CSC, name: {en: Collective Security Council}, kind: supreme}\n",
    "decisions": (
        "- {id: DEC-2022-01-06-1, organ: CSC, kind: decision, title: {en: To send forces}, date: 2022-01-06}\n"
    ),
    "forces": (
        "- {id: CRRF, name: {en: Collective Rapid Reaction Forces}, instrument: CRRF-2009}\n"
        "- {id: CPF, name: {en: Collective Peacekeeping Forces}}\n"
    ),
    "requests": "- {id: KZ-2022, state: KZ, territory: KZ, kind: disorder, date: 2022-01-05}\n",
}
MINSK = date(2011, 5, 31)


@pytest.fixture
def load(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor) -> Callable[..., None]:
    def load_rows(**more: str) -> None:
        files = BASE | {name: BASE.get(name, "") + rows for name, rows in more.items()}
        load_pack(actor, make_pack(**files), pack_tables)

    return load_rows
