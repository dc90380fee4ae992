"""A small register of real facts: the organisation, its organs, the meetings around 31 May 2011."""

from pathlib import Path

import pytest

from secretariat.audit.rules import Actor

ACTOR = Actor("test")
ISO = {
    "AM": "Armenia",
    "BY": "Belarus",
    "KG": "Kyrgyzstan",
    "KZ": "Kazakhstan",
    "RU": "Russia",
    "TJ": "Tajikistan",
    "UZ": "Uzbekistan",
}


def record():
    """The rows of a small pack, by table."""
    treaty = [
        {
            "id": f"CST-{code}",
            "instrument": "CST",
            "state": code,
            "kind": "definitive_signature",
            "date": "1992-05-15",
        }
        for code in ISO
    ]
    return {
        "sources": [
            {"id": "S1", "title": {"en": "News of the ministry"}, "date": "2011-05-31"},
            {"id": "S2", "title": {"en": "Agency report"}, "date": "2011-10-10"},
        ],
        "instruments": [
            {
                "id": "CST",
                "kind": "treaty",
                "title": {"en": "Collective Security Treaty"},
                "entry": {"kind": "signature"},
            }
        ],
        "organisation": {
            "id": "CSTO",
            "name": {"en": "Collective Security Treaty Organisation"},
            "short": {"en": "CSTO", "ru": "ОДКБ"},
            "languages": ["ru", "en"],
            "constituent": "CST",
        },
        "states": [{"id": code, "name": {"en": name}, "protocol_name": {"en": name}} for code, name in ISO.items()],
        "treaty_acts": [
            *treaty,
            {"id": "UZ-SUSPENDED", "instrument": "CST", "state": "UZ", "kind": "suspension", "date": "2012-12-19"},
        ],
        "organs": [
            {
                "id": "CSC",
                "name": {"en": "Collective Security Council", "ru": "Совет коллективной безопасности"},
                "kind": "supreme",
                "chair_rule": "host",
            },
            {
                "id": "CFM",
                "name": {"en": "Council of Foreign Ministers", "ru": "Совет министров иностранных дел"},
                "kind": "ministerial",
                "parent": "CSC",
            },
            {"id": "SG", "name": {"en": "Secretary General"}, "kind": "office", "procedure": "none"},
            {
                "id": "MC",
                "name": {"en": "Military Committee"},
                "kind": "working_group",
                "established": "2012-12-19",
            },
        ],
        "terms": [
            {
                "id": "T1",
                "term": "CHAIR-RU-2009",
                "organ": "CSC",
                "role": "chair",
                "kind": "start",
                "state": "RU",
                "temporary": True,
                "date": "2009-06-14",
            },
            {
                "id": "T2",
                "term": "CHAIR-RU-2009",
                "organ": "CSC",
                "role": "chair",
                "kind": "end",
                "state": "RU",
                "temporary": True,
                "date": "2010-12-10",
            },
            {
                "id": "T3",
                "term": "CHAIR-BY-2010",
                "organ": "CSC",
                "role": "chair",
                "kind": "start",
                "state": "BY",
                "date": "2010-12-10",
            },
            {
                "id": "T4",
                "term": "CHAIR-BY-2010",
                "organ": "CSC",
                "role": "chair",
                "kind": "end",
                "state": "BY",
                "date": "2011-12-20",
            },
            {
                "id": "T5",
                "term": "CHAIR-KZ-2011",
                "organ": "CSC",
                "role": "chair",
                "kind": "start",
                "state": "KZ",
                "date": "2011-12-20",
            },
            {
                "id": "T6",
                "term": "SG-BORDYUZHA",
                "organ": "SG",
                "role": "head",
                "kind": "start",
                "person": {"en": "Nikolai Bordyuzha"},
                "state": "RU",
                "date": "2003",
            },
        ],
        "meetings": [
            {"id": "CSC-2010-12-10", "organ": "CSC"},
            {"id": "CFM-2011-05-31", "organ": "CFM"},
            {"id": "CFM-2011-H2", "organ": "CFM"},
            {"id": "CSC-2011-08-12", "organ": "CSC", "kind": "informal"},
            {"id": "CSC-2011-12-20", "organ": "CSC"},
        ],
        "meeting_acts": [
            {
                "id": "MA1",
                "meeting": "CSC-2010-12-10",
                "kind": "held",
                "date": "2010-12-10",
                "place": {"en": "Moscow"},
                "host": "RU",
            },
            {
                "id": "MA2",
                "meeting": "CFM-2011-05-31",
                "kind": "held",
                "date": "2011-05-31",
                "place": {"en": "Minsk", "ru": "Минск"},
                "host": "BY",
                "sources": ["S1"],
            },
            {
                "id": "MA3",
                "meeting": "CFM-2011-H2",
                "kind": "scheduled",
                "date": "2011-05-31",
                "when": "2011-07-01/2011-12-31",
                "place": {"en": "Moscow", "ru": "Москва"},
                "certainty": "expected",
                "constraints": [{"relation": "before", "anchor": "next:CSC"}],
                "set_at": "CFM-2011-05-31",
                "sources": ["S1"],
            },
            {"id": "MA4", "meeting": "CSC-2011-08-12", "kind": "held", "date": "2011-08-12", "place": {"en": "Astana"}},
            {
                "id": "MA5",
                "meeting": "CSC-2011-12-20",
                "kind": "scheduled",
                "date": "2011-10-10",
                "when": "2011-12-20",
                "place": {"en": "Moscow", "ru": "Москва"},
                "sources": ["S2"],
                "standing": "reported",
            },
            {
                "id": "MA6",
                "meeting": "CSC-2011-12-20",
                "kind": "held",
                "date": "2011-12-20",
                "place": {"en": "Moscow", "ru": "Москва"},
            },
        ],
        "agenda": [
            {
                "id": "AG1",
                "meeting": "CFM-2011-05-31",
                "number": "10",
                "title": {"en": "Date and place of the next meeting"},
            },
            {
                "id": "AG2",
                "meeting": "CFM-2011-05-31",
                "number": "2",
                "title": {"en": "Implementation of what the December session adopted"},
                "about": ["CSC-2010-12-10"],
                "date": "2011-05-27",
            },
        ],
        "attendance": [
            {
                "id": "AT1",
                "meeting": "CFM-2011-05-31",
                "state": "KZ",
                "level": "minister",
                "person": {"en": "Y. Kazykhanov"},
            },
            {
                "id": "AT2",
                "meeting": "CFM-2011-05-31",
                "state": "BY",
                "level": "minister",
                "person": {"en": "S. Martynov"},
            },
        ],
        "statements": [
            {
                "id": "ST1",
                "meeting": "CFM-2011-05-31",
                "item": "AG2",
                "state": "KZ",
                "person": {"en": "Y. Kazykhanov"},
                "text": {"en": "The pace at which the December decisions are carried out is good."},
                "about": ["CSC-2010-12-10"],
                "claims": [{"measure": "pace", "unit": "decisions", "qualifier": "good"}],
                "date": "2011-05-31",
            },
            {
                "id": "ST2",
                "meeting": "CFM-2011-05-31",
                "group": {"en": "some delegations"},
                "text": {"en": "The rapid reaction forces should become the force for every kind of challenge."},
            },
        ],
        "proposals": [
            {
                "id": "PR1",
                "meeting": "CFM-2011-05-31",
                "state": "KZ",
                "title": {"en": "A more multifunctional organisation"},
                "date": "2011-05-31",
            }
        ],
        "proposal_acts": [
            {"id": "PA1", "proposal": "PR1", "kind": "under_consideration", "date": "2011-08-12"},
            {"id": "PA2", "proposal": "PR1", "kind": "adopted", "date": "2011-12-20", "decision": "DEC-1"},
        ],
        "documents": [
            {
                "id": "D1",
                "symbol": "CFM/2011/3",
                "organ": "CFM",
                "meeting": "CFM-2011-05-31",
                "title": {"en": "Report of the Secretary General"},
                "languages": ["ru", "en"],
                "authentic": ["ru"],
                "date": "2011-05-20",
            },
            {
                "id": "D1A",
                "symbol": "CFM/2011/3/Add.1",
                "kind": "addendum",
                "of": "D1",
                "meeting": "CFM-2011-05-31",
                "title": {"en": "Table of ratifications"},
                "date": "2011-06-10",
            },
        ],
        "adoptions": [
            {
                "id": "AD1",
                "draft": "D1",
                "procedure": "silence",
                "kind": "opened",
                "at": "2011-06-01T12:00:00Z",
                "deadline": "2011-06-10T12:00:00Z",
            },
            {
                "id": "AD2",
                "draft": "D1",
                "procedure": "silence",
                "kind": "position",
                "at": "2011-06-05T12:00:00Z",
                "state": "KZ",
                "position": "no_objection",
            },
        ],
    }


@pytest.fixture
def pack():
    """The rows, to be changed by a test."""
    return record()


@pytest.fixture
def write(tmp_path):
    """Writes rows as a pack; the folder."""

    def write_pack(rows) -> Path:
        from secretariat.sources.pack.writing import yaml_text

        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        for name, content in rows.items():
            (folder / f"{name}.yaml").write_text(yaml_text(content), encoding="utf-8")
        return folder

    return write_pack


def tables():
    """The tables of the rooms up to this one."""
    from secretariat.organs.pack import TABLES as ORGANS
    from secretariat.parties.pack import TABLES as PARTIES
    from secretariat.sources.pack import TABLES as SOURCES

    return (*SOURCES, *PARTIES, *ORGANS)


@pytest.fixture
def load(db, write):
    """Loads rows into the register."""

    def load_rows(rows):
        from secretariat.sources.pack.loading import load_pack

        return load_pack(ACTOR, write(rows), tables())

    return load_rows


@pytest.fixture
def check(write):
    """Every problem of a pack, as a person reads it."""

    def problems(rows):
        from secretariat.sources.pack.problems import UnableToReadPack
        from secretariat.sources.pack.reading import read_pack

        try:
            read_pack(write(rows), tables())
        except UnableToReadPack as error:
            return [str(problem) for problem in error.problems]
        return []

    return problems


@pytest.fixture
def register(load, pack):
    """The small record, loaded."""
    load(pack)
    return pack
