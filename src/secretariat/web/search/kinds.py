"""What kinds of rows the search shows, what they are called, and on which page each stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: its word, and the route of the page on which it stands.

    ``anchor`` says that the page is another row's: the row is then a place on it, and that is how its name begins.
    """

    word: str
    route: str
    anchor: str = ""


KINDS: dict[str, Kind] = {
    "parties.state": Kind("search_states", "parties:state"),
    "parties.instrument": Kind("search_instruments", "parties:instrument"),
    "organs.organ": Kind("search_organs", "organs:organ"),
    "organs.meeting": Kind("search_meetings", "decisions:meeting"),
    "decisions.decision": Kind("search_decisions", "decisions:decision"),
    "decisions.provision": Kind("search_provisions", "decisions:decision", anchor="provision-"),
    "decisions.commitment": Kind("search_commitments", "decisions:commitment"),
    "organs.agendaitem": Kind("search_agenda", "decisions:meeting", anchor="item-"),
    "organs.statement": Kind("search_statements", "decisions:meeting", anchor="statement-"),
    "organs.proposal": Kind("search_proposals", "decisions:meeting", anchor="proposal-"),
    "organs.document": Kind("search_documents", "decisions:meeting", anchor="document-"),
    "positions.position": Kind("search_positions", "positions:position"),
    "positions.positiontext": Kind("search_position_texts", "positions:position", anchor="text-"),
    "partners.partner": Kind("search_partners", "partners:partner"),
    "partners.link": Kind("search_links", "partners:partner", anchor="link-"),
    "partners.contact": Kind("search_contacts", "partners:partner", anchor="contact-"),
    "programmes.field": Kind("search_fields", "programmes:programme"),
    "programmes.plan": Kind("search_plans", "programmes:programme", anchor="plan-"),
    "programmes.operation": Kind("search_operations", "programmes:programme", anchor="operation-"),
    "programmes.indicator": Kind("search_indicators", "programmes:programme", anchor="indicator-"),
    "response.request": Kind("search_requests", "response:request"),
    "sources.citation": Kind("search_sources", "sources:source"),
    "papers.version": Kind("search_papers", "papers:paper"),
}
"""By table, in the order of the page. A table that a room lets one search needs a line here: a test looks."""
