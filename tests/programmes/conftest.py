"""A small organisation with one field of work that no line of the code knows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

BASE = {
    "organisation": "id: SYN\nname: {en: SYNTHETIC}\nshort: {en: SYN}\nlanguages: [en]\nconstituent: TREATY\n",
    "sources": "".join(f"- {{id: S{n}, title: {{en: Report {n}}}, date: 201{n}-02-01}}\n" for n in range(6)),
    "states": "".join(
        f"- {{id: {code}, name: {{en: {name}, ru: {russian}}}, protocol_name: {{en: Republic of {name}}}}}\n"
        for code, name, russian in (
            ("KZ", "Kazakhstan", "Казахстан"),
            ("KG", "Kyrgyzstan", "Кыргызстан"),
            ("TJ", "Tajikistan", "Таджикистан"),
        )
    ),
    "instruments": "- {id: TREATY, kind: treaty, title: {en: Treaty}}\n",
    "treaty_acts": "- {id: in-force, instrument: TREATY, kind: announcement, date: 2000-01-01, sources: [S0]}\n"
    + "".join(
        f"- {{id: {code}-joins, instrument: TREATY, state: {code}, kind: accession, date: 2001-01-01, "
        "sources: [S0], known_from: 2001-01-01}\n"
        for code in ("KZ", "KG", "TJ")
    ),
    "organs": "- {id: CYBER, name: {en: Council on incidents, ru: Совет по инцидентам}, kind: council}\n",
    "fields": "- {id: cyber, name: {en: Cyber incidents, ru: Компьютерные инциденты}, council: CYBER}\n",
    "indicators": "- id: cyber-incidents\n  field: cyber\n  name: {en: Incidents handled, ru: Обработано инцидентов}\n"
    "  unit: cases\n  unit_name: {en: cases, ru: случаев}\n  direction: fewer_is_better\n  since: 2010-01-01\n"
    "  units: [{unit: thousand, factor: 1000}]\n"
    "- id: cyber-hours\n  field: cyber\n  name: {en: Hours to an answer, ru: Часов до ответа}\n"
    "  unit: h\n  unit_name: {en: h, ru: ч}\n  additive: false\n",
    "operations": "- {id: DRILL, field: cyber, name: {en: Drill, ru: Учение}}\n",
    "operation_acts": "- {id: DRILL-2011, operation: DRILL, kind: phase, date: 2011-03-01/2011-03-04, sources: [S1]}\n",
    "measurements": "- {id: M2010, indicator: cyber-incidents, start: 2010-01-01, end: 2010-12-31, value: 400, "
    "date: 2011-02-01, sources: [S1]}\n"
    "- {id: M2011, indicator: cyber-incidents, start: 2011-01-01, end: 2011-12-31, value: 300, qualifier: almost, "
    "date: 2012-02-01, sources: [S2]}\n"
    "- {id: M2011-other, indicator: cyber-incidents, start: 2011-01-01, end: 2011-12-31, value: 350, "
    "date: 2012-02-01, sources: [S3], known_from: 2013-02-01}\n",
}


@pytest.fixture
def cyber_pack(make_pack: Callable[..., Path]) -> Callable[..., Path]:
    """The pack, with some files replaced."""
    return lambda **files: make_pack(**BASE | files)


@pytest.fixture
def cyber(db: None, cyber_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor) -> None:
    """The pack in the register."""
    load_pack(actor, cyber_pack(), pack_tables)
