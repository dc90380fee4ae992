"""The labels of the pages of the room partners in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "partners": ("Partners", "Партнёры"),
    "partners_on": ("Partner organisations on", "Организации-партнёры на"),
    "partners_lead": (
        (
            "With whom the organisation has links, who of its members is in what, what was agreed and is still open. "
            "The link shown is the firmest one; what nobody knows stays unknown."
        ),
        (
            "С кем организация связана, кто из её членов где состоит, что согласовано и ещё не исполнено. "
            "Показана самая прочная связь; неизвестное остаётся неизвестным."
        ),
    ),
    "partner": ("Partner", "Партнёр"),
    "link_state": ("Link", "Связь"),
    "partner_links": ("Links", "Связи"),
    "partner_since": ("since", "с"),
    "no_link": ("none on record", "в реестре нет"),
    "members_in_common": ("Members in common", "Общие члены"),
    "open_follow_ups": ("Open follow-ups", "Договорённости"),
    "body_of": ("a body of", "орган:"),
    "partner_bodies": ("Its bodies", "Её органы"),
    "successor": ("Successor", "Преемник"),
    "existence": ("Existence", "Существование"),
    "overlap": ("Who is in what", "Кто где состоит"),
    "overlap_lead": (
        (
            "Members in alphabetical order. A suspended member is counted as a member; “unknown” means that nobody "
            "recorded it, not that there is nothing."
        ),
        (
            "Члены в алфавитном порядке. Член, чьё участие приостановлено, считается членом; «неизвестно» означает "
            "отсутствие сведений, а не отсутствие участия."
        ),
    ),
    "partner_seats": ("Members of the organisation in this partner", "Члены организации в этом партнёре"),
    "partner_seats_over_time": ("Membership over time", "Участие по времени"),
    "partner_seat": ("Place", "Положение"),
    "partner_through": ("as a member of", "как член:"),
    "link_binds": ("Binds", "Обязательно для"),
    "partner_contacts": ("Contacts and joint activities", "Контакты и совместные мероприятия"),
    "follow_up": ("What was agreed", "Что согласовано"),
    "follow_ups": ("What was agreed to follow", "Договорённости по итогам контактов"),
    "follow_ups_lead": (
        "Silence is no completion: what nobody reported done stays open, and is overdue once its date has passed.",
        "Молчание не означает исполнения: то, о чём не сообщено, остаётся открытым, а после срока просрочено.",
    ),
    "no_due_date": ("no date was named", "срок не назван"),
    "votes_yes": ("in favour", "за"),
    "votes_no": ("against", "против"),
    "votes_abstaining": ("abstaining", "воздержались"),
    "votes_against": ("Against", "Против"),
    "adoption_unknown": ("how it was adopted is not recorded", "способ принятия не указан"),
}
