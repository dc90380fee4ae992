from datetime import date

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT, delegation_of
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.conference.actions import UnableToRecordAgenda, record_provisional_agenda
from secretariat.conference.queries import preparation
from secretariat.conference.rules.preparation import Preparation
from secretariat.organs.rules import AgendaStatus
from secretariat.sources.rules import end_of

pytestmark = pytest.mark.django_db
MINSK = date(2011, 5, 31)
LATER = date(2100, 1, 1)


def prepared() -> Preparation:
    return preparation(SECRETARIAT, "CFM-2011-H2", on=MINSK, known_at=end_of(MINSK))


def test_agenda_is_recorded_as_provisional_with_its_sub_items_in_one_entry(csto: None, actor: Actor):
    newest = audit_entries(SECRETARIAT, limit=1)
    assert record_provisional_agenda(actor, viewer=SECRETARIAT, prepared=prepared(), on=MINSK) == 8
    first, second = audit_entries(SECRETARIAT, limit=2)
    assert (first.action, first.count, first.actor) == ("record agenda", 8, actor.name)
    assert [second] == newest
    # It is known from now on, so that it is seen by who looks from now.
    found = preparation(SECRETARIAT, "CFM-2011-H2", on=MINSK, known_at=end_of(LATER))
    assert [item.number for item in found.recorded] == ["1", "1.1", "1.2", "1.3", "1.4", "2", "3", "4"]
    assert {item.status for item in found.recorded} == {AgendaStatus.PROVISIONAL}
    assert found.recorded[1].about == ("DEC-2010-12-10-1",)


def test_agenda_is_recorded_once(csto: None, actor: Actor):
    record_provisional_agenda(actor, viewer=SECRETARIAT, prepared=prepared(), on=MINSK)
    again = preparation(SECRETARIAT, "CFM-2011-H2", on=MINSK, known_at=end_of(LATER))
    with pytest.raises(UnableToRecordAgenda, match="on record"):
        record_provisional_agenda(actor, viewer=SECRETARIAT, prepared=again, on=MINSK)
    with pytest.raises(UnableToRecordAgenda, match="on record already"):
        record_provisional_agenda(actor, viewer=SECRETARIAT, prepared=prepared(), on=date(2011, 6, 1))


@pytest.mark.parametrize("viewer", [PUBLIC, delegation_of("KZ")], ids=["public", "delegation"])
def test_nobody_but_the_secretariat_records_an_agenda(csto: None, actor: Actor, viewer):
    with pytest.raises(UnableToRecordAgenda, match="secretariat"):
        record_provisional_agenda(actor, viewer=viewer, prepared=prepared(), on=MINSK)
