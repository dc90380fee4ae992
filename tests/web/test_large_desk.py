"""The desk of a delegation with very many commitments. A module of its own: the example would be in its way."""

import pytest

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from tests.conftest import MakePack
from tests.people import signed_in
from tests.web.test_queries import _organisation as small_organisation

pytestmark = pytest.mark.django_db


def test_desk_of_a_large_register_holds_fifty_of_each_urgency_and_counts_the_rest(
    make_pack: MakePack, pack_tables: tuple[PackTable, ...], actor: Actor
):
    rows = "".join(
        f"- {{id: COM-{n}, provision: PRO-0, state: XA, title: {{en: Do it}}, kind: outcome}}\n" for n in range(60)
    )
    load_pack(actor, make_pack(**small_organisation(1) | {"commitments": rows}), pack_tables)
    page = signed_in("state:XA", "desk").client.get("/desk?on=2001-03-01").content.decode()
    assert page.count('href="/desk/commitments/') == 50
    assert '<a href="/commitments?on=2001-03-01&amp;state=XA">Further ones, listed in the register: 10</a>' in page
