"""People of two delegations and of the secretariat, in the example organisation."""

import pytest

from tests.people import SignedIn, signed_in


@pytest.fixture
def desk(csto, db) -> SignedIn:
    return signed_in("state:KZ", "desk")


@pytest.fixture
def head(csto, db) -> SignedIn:
    return signed_in("state:KZ", "head")


@pytest.fixture
def other(csto, db) -> SignedIn:
    return signed_in("state:BY", "head", "desk")


@pytest.fixture
def drafter(csto, db) -> SignedIn:
    return signed_in("secretariat", "drafter")
