"""A council's table through the pages: every wrong cell, a preview, one recording."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from secretariat.programmes.models import Measurement
from tests.people import SignedIn, signed_in

pytestmark = pytest.mark.django_db
GOOD = "indicator,state,period,value,unit,source\ndrugs-seized,,2007,17.5,t,S140\n"


@pytest.fixture
def council(csto, db) -> SignedIn:
    return signed_in("secretariat", "council")


def _send(who: SignedIn, text: str, form: str = "t", name: str = "kanal.csv"):
    upload = SimpleUploadedFile(name, text.encode())
    return who.client.post("/desk/tables", {"field": "drugs", "file": upload, "token": form})


def _hash(page: str) -> str:
    return page.split('name="shown" value="', 1)[1].split('"', 1)[0]


def test_every_wrong_cell_is_named_and_nothing_is_kept(council: SignedIn):
    answer = _send(council, "indicator,state,period,value,unit,source\ndrugs-seized,Atlantis,2012,much,t,S140\n")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "<td>state</td>" in page
    assert "<td>value</td>" in page
    assert "Sent before" not in page


def test_nothing_is_recorded_before_it_is_confirmed_and_then_once(council: SignedIn):
    before = Measurement.objects.count()
    address = _send(council, GOOD)["Location"]
    page = council.client.get(address).content.decode()
    assert Measurement.objects.count() == before
    form = {"shown": _hash(page), "token": "c"}
    assert council.client.post(address, form).status_code == 302
    assert council.client.post(address, form).status_code == 302
    assert Measurement.objects.count() == before + 1
    assert council.client.post(address, {**form, "token": "d"}).status_code == 409
    assert Measurement.objects.count() == before + 1


def test_register_that_changed_meanwhile_is_shown_anew(council: SignedIn):
    first, second = _send(council, GOOD, "a")["Location"], _send(council, GOOD, "b")["Location"]
    shown = [_hash(council.client.get(address).content.decode()) for address in (first, second)]
    council.client.post(first, {"shown": shown[0], "token": "c"})
    before = Measurement.objects.count()
    answer = council.client.post(second, {"shown": shown[1], "token": "d"})
    assert answer.status_code == 409
    assert "has changed since you looked" in answer.content.decode()
    assert Measurement.objects.count() == before


def test_only_the_council_officer_sees_the_page(csto):
    for who in (signed_in("secretariat", "drafter"), signed_in("state:KZ", "head")):
        assert who.client.get("/desk/tables").status_code == 404
