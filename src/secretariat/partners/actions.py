"""Writing what happens between the organisation and its partners, as it happens."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any, NoReturn

from django.db import transaction

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.rules import Actor
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.parties.rules import ActKind
from secretariat.partners import models
from secretariat.partners.queries import PartnerRegister, partner_register
from secretariat.partners.rules import (
    Adoption,
    ContactKind,
    FollowUpActKind,
    FollowUpState,
    LinkActKind,
    LinkKind,
    LinkState,
    PartnerState,
    Seat,
    Votes,
)
from secretariat.sources.actions import record_rows
from secretariat.sources.columns import RecordColumns
from secretariat.sources.queries import as_known


class UnableToRecordMembership(Exception):
    """The state is not in the position in the partner that the act needs."""


class UnableToRecordLink(Exception):
    """The act about a link cannot be recorded as it stands."""


class UnableToRecordContact(Exception):
    """The contact cannot be recorded as it stands."""


class UnableToFollowUp(Exception):
    """Something agreed cannot be recorded or changed as asked."""


_NEEDS: dict[ActKind, frozenset[Seat]] = {
    ActKind.SUSPENSION: frozenset({Seat.MEMBER}),
    ActKind.LIFTING: frozenset({Seat.SUSPENDED}),
    ActKind.WITHDRAWAL: frozenset({Seat.MEMBER, Seat.SUSPENDED}),
    ActKind.NOTICE_OF_WITHDRAWAL: frozenset({Seat.MEMBER, Seat.SUSPENDED}),
    ActKind.EXPULSION: frozenset({Seat.MEMBER, Seat.SUSPENDED}),
}
_LINK_NEEDS: dict[LinkActKind, frozenset[LinkState]] = {
    LinkActKind.SUSPENDED: frozenset({LinkState.IN_FORCE}),
    LinkActKind.RESUMED: frozenset({LinkState.SUSPENDED}),
    LinkActKind.TERMINATED: frozenset({LinkState.IN_FORCE, LinkState.SUSPENDED, LinkState.SIGNED, LinkState.ADOPTED}),
}


def _refuse(error: type[Exception], message: str) -> NoReturn:
    raise error(message)


def _text(text: LocalizedText | None) -> dict[str, str] | None:
    if not text:
        return None
    return {language: value for language, value in (("en", text.en), ("ru", text.ru)) if value}


def _record(actor: Actor, action: str, row: RecordColumns, now: datetime, **rest: Any) -> None:
    row.known_from = now
    row.sources, row.standing = list(rest["sources"]), rest["standing"].value
    record_rows(actor, action=action, rows=[row])


def _register(on: date) -> tuple[PartnerRegister, datetime]:
    now = datetime.now(UTC)
    return partner_register(SECRETARIAT, on=on, known_at=now), now


def record_membership(
    actor: Actor,
    *,
    key: str,
    partner: str,
    state: str,
    kind: ActKind,
    on: date,
    effective: date | None = None,
    by: str = "",
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what happened to a state's membership of a partner, known from now.

    Raises :class:`UnableToRecordMembership` when the partner or the state is unknown, the partner has ceased, or the
    state is not in the position the act needs: only a member can be suspended or leave.
    """
    register, now = _register(on)
    overview = register.overview(partner)
    if overview is None:
        _refuse(UnableToRecordMembership, f"there is no partner {partner} on {on}")
    if overview.existence.state is PartnerState.CEASED:
        _refuse(UnableToRecordMembership, f"{partner} has ceased to exist on {overview.existence.since}")
    if state not in register.states:
        _refuse(UnableToRecordMembership, f"there is no state {state}")
    needed = _NEEDS.get(kind)
    if needed is not None and (seat := register.seat(partner, state)) not in needed:
        expected = " or ".join(sorted(needed))
        _refuse(
            UnableToRecordMembership,
            f"{kind.value} of {state} in {partner} on {on}: it is {seat.value}, expected {expected}",
        )
    row = models.Membership(
        key=key,
        partner_id=partner,
        state_id=state,
        kind=kind.value,
        date=on.isoformat(),
        effective=effective.isoformat() if effective else None,
        by=by,
        text=_text(text),
    )
    _record(actor, f"record {kind.value}", row, now, sources=sources, standing=standing)


def record_link(
    actor: Actor,
    *,
    key: str,
    partner: str,
    kind: LinkKind,
    title: LocalizedText,
    symbol: str = "",
    body: LocalizedText | None = None,
    binds: Sequence[str] = (),
    awaits_entry: bool = False,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Describe a link with a partner; what happens to it is recorded with :func:`record_link_act`.

    Raises :class:`UnableToRecordLink` for an unknown partner, and for a member it is to bind that is no state on
    record.
    """
    register, now = _register(datetime.now(UTC).date())
    if register.overview(partner) is None:
        _refuse(UnableToRecordLink, f"there is no partner {partner}")
    if missing := [code for code in binds if code not in register.states]:
        _refuse(UnableToRecordLink, f"there is no state {', '.join(missing)}")
    row = models.Link(
        key=key,
        partner_id=partner,
        kind=kind.value,
        title=_text(title),
        symbol=symbol,
        body=_text(body),
        binds=list(binds),
        awaits_entry=awaits_entry,
    )
    _record(actor, "record link", row, now, sources=sources, standing=standing)


def record_link_act(
    actor: Actor,
    *,
    key: str,
    link: str,
    kind: LinkActKind,
    on: date,
    adoption: Adoption | None = None,
    votes: Votes | None = None,
    by: LocalizedText | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record what happened to a link, known from now.

    Raises :class:`UnableToRecordLink` when the link is unknown or not in the state the act needs (only what is in force
    can be suspended, only what was made can be terminated), and when a result is given without a recorded vote.
    """
    if adoption is not None and kind is not LinkActKind.ADOPTED:
        _refuse(UnableToRecordLink, f"{kind.value} is no adoption, so there is no way of adoption to record")
    if votes is not None and adoption is not Adoption.RECORDED_VOTE:
        _refuse(UnableToRecordLink, "a result belongs to a recorded vote")
    now = datetime.now(UTC)
    if not as_known(SECRETARIAT, models.Link, now).filter(key=link).exists():
        _refuse(UnableToRecordLink, f"there is no link {link}")
    register = partner_register(SECRETARIAT, on=on, known_at=now)
    present = next((each.state for each in register.links if each.link.key == link), LinkState.NONE)
    if present is LinkState.CEASED:
        _refuse(UnableToRecordLink, f"{link}: the partner has ceased to exist by {on}")
    needed = _LINK_NEEDS.get(kind)
    if needed is not None and present not in needed:
        expected = " or ".join(sorted(needed))
        _refuse(UnableToRecordLink, f"{link} is {present.value} on {on}, expected {expected}")
    row = models.LinkAct(
        key=key,
        link_id=link,
        kind=kind.value,
        date=on.isoformat(),
        adoption=adoption.value if adoption else None,
        votes={name: list(value) if isinstance(value, tuple) else value
               for name, value in asdict(votes).items() if value not in (None, ())} if votes else None,
        by=_text(by),
        text=_text(text),
    )  # fmt: skip
    _record(actor, f"record link {kind.value}", row, now, sources=sources, standing=standing)


def record_contact(
    actor: Actor,
    *,
    key: str,
    partners: Sequence[str],
    kind: ContactKind,
    title: LocalizedText,
    on: date,
    place: LocalizedText | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record a contact with one or more partners.

    Raises :class:`UnableToRecordContact` for unknown ones, or for none.
    """
    register, now = _register(on)
    if not partners:
        _refuse(UnableToRecordContact, "a contact is with at least one partner")
    if missing := [partner for partner in partners if register.overview(partner) is None]:
        _refuse(UnableToRecordContact, f"there is no partner {', '.join(missing)} on {on}")
    row = models.Contact(
        key=key,
        partners=list(partners),
        kind=kind.value,
        title=_text(title),
        date=on.isoformat(),
        place=_text(place),
        text=_text(text),
    )
    _record(actor, "record contact", row, now, sources=sources, standing=standing)


def agree_follow_up(
    actor: Actor,
    *,
    key: str,
    contact: str,
    title: LocalizedText,
    on: date,
    due: ImpreciseDate | None = None,
    responsible: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Record something that was agreed at a contact, with its due date where one was named.

    Two rows: what was agreed, and the act of agreeing (its key ends in ``-agreed``). Raises :class:`UnableToFollowUp`
    for an unknown contact, and for a due date before the day of the agreement.
    """
    now = datetime.now(UTC)
    if not as_known(SECRETARIAT, models.Contact, now).filter(key=contact).exists():
        _refuse(UnableToFollowUp, f"there is no contact {contact}")
    if due is not None and due.latest < on:
        _refuse(UnableToFollowUp, f"due on {due}, before it was agreed on {on}")
    row = models.FollowUp(key=key, contact_id=contact, title=_text(title), responsible=_text(responsible))
    act = models.FollowUpAct(
        key=f"{key}-agreed",
        follow_up_id=key,
        kind=FollowUpActKind.AGREED.value,
        date=on.isoformat(),
        due=str(due) if due else None,
    )
    with transaction.atomic():
        _record(actor, "agree follow-up", row, now, sources=sources, standing=standing)
        _record(actor, "agree follow-up", act, now, sources=sources, standing=standing)


def settle_follow_up(
    actor: Actor,
    *,
    key: str,
    follow_up: str,
    kind: FollowUpActKind,
    on: date,
    due: ImpreciseDate | None = None,
    text: LocalizedText | None = None,
    sources: Sequence[str] = (),
    standing: Standing = Standing.CONFIRMED,
) -> None:
    """Move something agreed to another day, or record that it was done or dropped.

    Raises :class:`UnableToFollowUp` when nothing of the kind is open on the day, and when a move names no new due date
    or anything else names one.
    """
    register, now = _register(on)
    status = next((each for each in register.follow_ups if each.follow_up.key == follow_up), None)
    if status is None:
        _refuse(UnableToFollowUp, f"nothing called {follow_up} had been agreed by {on}")
    if status.state is not FollowUpState.OPEN:
        _refuse(UnableToFollowUp, f"{follow_up} is {status.state.value} since {status.since}")
    if (kind is FollowUpActKind.MOVED) != (due is not None):
        _refuse(UnableToFollowUp, f"{kind.value} with the due date {due}: a move names the new one, nothing else does")
    row = models.FollowUpAct(
        key=key,
        follow_up_id=follow_up,
        kind=kind.value,
        date=on.isoformat(),
        due=str(due) if due else None,
        text=_text(text),
    )
    _record(actor, f"{kind.value} follow-up", row, now, sources=sources, standing=standing)
