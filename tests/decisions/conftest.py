"""A small register of real facts: three texts of the session of 10 December 2010 and who was to ratify them."""

import json
from datetime import UTC, date, datetime

import pytest

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack

MEMBERS = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
MINSK = date(2011, 5, 31)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def text(words):
    return {"en": words}


def record(members=MEMBERS):
    """The rows by table; ``members`` are given the commitment to ratify the protocol to the Charter."""
    states = sorted({*MEMBERS, *members})
    return {
        "sources": [{"id": "S1", "title": text("Protocol of the session"), "date": "2010-12-10"}],
        "instruments": [
            {"id": "CST", "kind": "treaty", "title": text("Treaty"), "entry": {"kind": "signature"}},
        ],
        "organisation": [],
        "states": [{"id": code, "name": text(code), "protocol_name": text(code)} for code in states],
        "organs": [
            {"id": "CSC", "name": text("Collective Security Council"), "kind": "supreme"},
            {"id": "SG", "name": text("Secretary General"), "kind": "office"},
        ],
        "meetings": [
            {"id": "CSC-2009-06-14", "organ": "CSC"},
            {"id": "CSC-2010-12-10", "organ": "CSC"},
            {"id": "CSC-2008-09-05", "organ": "CSC"},
        ],
        "meeting_acts": [
            {"id": f"CSC-{day}-held", "meeting": f"CSC-{day}", "kind": "held", "date": day}
            for day in ("2008-09-05", "2009-06-14", "2010-12-10")
        ],
        "decisions": [
            {"id": "D1", "organ": "CSC", "meeting": "CSC-2010-12-10", "symbol": "1", "kind": "protocol",
             "title": text("Protocol to the Charter"), "date": "2010-12-10", "participants": list(members),
             "sources": ["S1"]},
            {"id": "D5", "organ": "CSC", "meeting": "CSC-2010-12-10", "symbol": "5", "kind": "decision",
             "title": text("On the annual report"), "date": "2010-12-10", "procedure": "consensus"},
            {"id": "D0", "organ": "CSC", "meeting": "CSC-2009-06-14", "symbol": "0", "kind": "agreement",
             "title": text("Agreement on the rapid reaction forces"), "date": "2009-06-14",
             "participants": ["KZ", "RU"]},
        ],
        "provisions": [
            {"id": f"{key}-1", "decision": key, "number": "1", "text": text("ratify"), "verb": "ratify",
             "force": "binding"}
            for key in ("D0", "D1", "D5")
        ],
        "commitments": [
            *({"id": f"D1-{code}", "provision": "D1-1", "state": code, "title": text("ratify"), "kind": "outcome",
               "sources": ["S1"]} for code in members),
            {"id": "D5-SG", "provision": "D5-1", "also_under": ["D1-1"], "organ": "SG",
             "title": text("draft plan of action"), "kind": "activity"},
            *({"id": f"D0-{code}", "provision": "D0-1", "state": code, "title": text("ratify"), "kind": "outcome"}
              for code in ("KZ", "RU")),
        ],
        "deadlines": [
            {"id": "D5-SG-due", "commitment": "D5-SG", "due": "2011-02-01", "author": "CSC", "date": "2010-12-10"},
        ],
        "reports": [
            {"id": f"D1-{code}-bill", "commitment": f"D1-{code}", "claimed": "in_progress", "date": "2011-05-31"}
            for code in members if code != "AM"
        ] + [
            {"id": "D0-KZ-law", "commitment": "D0-KZ", "claimed": "implemented", "date": "2010-02-17"},
            {"id": "D1-BY-done", "commitment": "D1-BY", "claimed": "implemented", "date": "2011-08-16"},
        ],
        "evidence": [
            {"id": "law-251", "report": "D0-KZ-law", "title": text("Law 251-IV"), "bearing": "supports",
             "date": "2010-02-17"},
        ],
        "assessments": [
            {"id": "D0-KZ-seen", "commitment": "D0-KZ", "assessor": "secretariat", "result": "verified",
             "date": "2010-09-10"},
        ],
    }  # fmt: skip


@pytest.fixture
def load(make_pack, pack_tables):
    """Load some rows into the register."""

    def load_rows(rows):
        files = {name: json.dumps(content) for name, content in rows.items() if content}
        return load_pack(Actor("test"), make_pack(**files), pack_tables)

    return load_rows


@pytest.fixture
def loaded(db, load):
    load(record())
