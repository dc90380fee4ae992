"""The words and methods of the chapter on partners."""

from secretariat.kernel import LocalizedText
from secretariat.review.rules.method import Method

LINKS = Method(
    "partner-links",
    1,
    LocalizedText(
        "A link is in force from its signature, from the act that brings it into force where signature is not enough, "
        "or from the day a status was granted; a resolution is adopted. A link whose day nobody has found is listed as "
        "unknown and counted neither as made nor as missing. With a partner that has ceased to exist its links have "
        "ended. The state shown for a partner is that of its firmest link; bodies of partners have their own lines.",
        "Связь действует с подписания, с акта о вступлении в силу, если одного подписания недостаточно, либо со дня "
        "предоставления статуса; резолюция считается принятой. Связь, дата которой не найдена, показывается "
        "как неизвестная и не считается ни установленной, ни отсутствующей. Связи с партнёром, прекратившим "
        "существование, прекращены. Для партнёра показана самая прочная связь; органы партнёра указаны отдельно.",
    ),
)
OVERLAP = Method(
    "partner-overlap",
    1,
    LocalizedText(
        "Membership of a partner is computed from acts by the rules that decide who is party to a treaty. A suspended "
        "member is counted as a member; observers and dialogue partners are not. The members of a body are those of "
        "the partner it belongs to. Where nobody has recorded who the members are, the overlap is unknown.",
        "Состав партнёра вычисляется по актам по тем же правилам, что и участие в договоре. Член, чьё участие "
        "приостановлено, считается членом; наблюдатели и партнёры по диалогу не считаются. Членами органа считаются "
        "члены партнёра, к которому он относится. Если состав не внесён в реестр, совпадение неизвестно.",
    ),
)
FOLLOW_UPS = Method(
    "partner-follow-ups",
    1,
    LocalizedText(
        "What was agreed at a contact is open until an act says that it was done or dropped, and overdue from the day "
        "after its due date. Without a due date nothing is overdue. Silence is no completion.",
        "Договорённость остаётся открытой, пока акт не сообщит об исполнении или снятии, и просрочена со дня, "
        "следующего за сроком. Без срока просрочки нет. Молчание не означает исполнения.",
    ),
)
METHODS: tuple[Method, ...] = (LINKS, OVERLAP, FOLLOW_UPS)
LABELS: dict[str, LocalizedText] = {
    "partners-listed": LocalizedText("Partners on record", "Партнёры в реестре"),
    "partners-linked": LocalizedText("Partners with a link that was made", "Партнёры с установленной связью"),
    "partners-with-all-members": LocalizedText(
        "Partners to which all members belong", "Партнёры, в которых состоят все члены"
    ),
    "partner-links-in-force": LocalizedText("Links in force", "Действующие связи"),
    "partner-resolutions": LocalizedText("Resolutions on cooperation", "Резолюции о сотрудничестве"),
    "partner-resolutions-voted": LocalizedText(
        "Resolutions on cooperation put to a recorded vote", "Резолюции о сотрудничестве, принятые голосованием"
    ),
    "partner-links-unknown": LocalizedText("Links that nobody can date", "Связи с неизвестной датой"),
    "partner-follow-ups-open": LocalizedText("Follow-ups open", "Неисполненные договорённости"),
    "partner-follow-ups-overdue": LocalizedText("Follow-ups overdue", "Просроченные договорённости"),
    "follow-ups": LocalizedText("Follow-ups open with the partner", "Неисполненные договорённости с партнёром"),
    "follow-ups-overdue": LocalizedText("Follow-ups overdue", "Просроченные договорённости"),
    "members-in-common": LocalizedText("Members in common", "Общие члены"),
    "votes-yes": LocalizedText("Votes in favour", "Голоса за"),
    "votes-no": LocalizedText("Votes against", "Голоса против"),
    "votes-abstaining": LocalizedText("Abstentions", "Воздержались"),
    "partner-news": LocalizedText("Acts about partners in the period", "Акты о партнёрах за период"),
}
"""What this chapter's figures are called, by name or by the last part of it."""
TABLE_WORDS: dict[str, LocalizedText] = {
    "partner": LocalizedText("partners", "партнёры"),
    "partneract": LocalizedText("acts about partners", "акты о партнёрах"),
    "membership": LocalizedText("membership of partners", "участие в партнёрах"),
    "link": LocalizedText("links with partners", "связи с партнёрами"),
    "linkact": LocalizedText("acts about links", "акты о связях"),
    "contact": LocalizedText("contacts", "контакты"),
    "followup": LocalizedText("follow-ups", "договорённости"),
    "followupact": LocalizedText("acts about follow-ups", "акты о договорённостях"),
}
"""This room's tables, by model name."""
ACT_WORDS: dict[str, LocalizedText] = {
    "founded": LocalizedText("founded", "создано"),
    "ceased": LocalizedText("ceased to exist", "прекратило существование"),
    "requested": LocalizedText("requested", "запрошено"),
    "draft_agreed": LocalizedText("draft agreed", "проект согласован"),
    "signed": LocalizedText("signed", "подписано"),
    "entered_into_force": LocalizedText("entered into force", "вступило в силу"),
    "adopted": LocalizedText("adopted", "принято"),
    "granted": LocalizedText("granted", "предоставлено"),
    "suspended": LocalizedText("suspended", "приостановлено"),
    "resumed": LocalizedText("resumed", "возобновлено"),
    "terminated": LocalizedText("terminated", "прекращено"),
    "meeting": LocalizedText("meeting", "встреча"),
    "consultation": LocalizedText("consultation", "консультации"),
    "participation": LocalizedText("participation in a meeting", "участие в заседании"),
    "joint_activity": LocalizedText("joint activity", "совместное мероприятие"),
    "joint_statement": LocalizedText("joint statement", "совместное заявление"),
    "correspondence": LocalizedText("correspondence", "переписка"),
    "agreed": LocalizedText("agreed", "согласовано"),
    "done": LocalizedText("done", "исполнено"),
    "dropped": LocalizedText("dropped", "снято"),
    "memorandum": LocalizedText("memorandum", "меморандум"),
    "joint_declaration": LocalizedText("joint declaration", "совместная декларация"),
    "resolution": LocalizedText("resolution", "резолюция"),
    "organisation": LocalizedText("organisation", "организация"),
    "body": LocalizedText("body of a partner", "орган партнёра"),
    "arrangement": LocalizedText("arrangement", "объединение"),
}
"""The kinds of this room's acts."""
NEWS: tuple[str, ...] = ("linkact", "partneract", "membership", "contact", "followupact")
"""Those of this room's tables whose new acts the chapter on changes lists, by model name."""
SEAT_WORDS = {
    "member": LocalizedText("member", "член"),
    "suspended": LocalizedText("suspended", "участие приостановлено"),
    "observer": LocalizedText("observer", "наблюдатель"),
    "dialogue_partner": LocalizedText("dialogue partner", "партнёр по диалогу"),
    "candidate": LocalizedText("candidate", "кандидат"),
    "former": LocalizedText("formerly", "ранее"),
    "none": LocalizedText("no act recorded", "актов нет"),
    "unknown": LocalizedText("unknown", "неизвестно"),
}
"""What a member is in a partner."""
SEAT_LETTERS = {
    "member": LocalizedText("M", "Ч"),
    "suspended": LocalizedText("X", "П"),
    "observer": LocalizedText("O", "Н"),
    "dialogue_partner": LocalizedText("D", "Д"),
    "candidate": LocalizedText("C", "К"),
    "former": LocalizedText("F", "Р"),
    "none": LocalizedText("–", "–"),
    "unknown": LocalizedText("?", "?"),
}
"""The letter for it in a matrix."""
LINK_WORDS = {
    "in_force": LocalizedText("in force", "действует"),
    "adopted": LocalizedText("adopted", "принята"),
    "signed": LocalizedText("signed, not in force", "подписано, не действует"),
    "suspended": LocalizedText("suspended", "приостановлена"),
    "drafted": LocalizedText("draft agreed", "проект согласован"),
    "requested": LocalizedText("requested", "запрошена"),
    "unknown": LocalizedText("unknown", "неизвестно"),
    "declined": LocalizedText("declined", "отклонена"),
    "terminated": LocalizedText("terminated", "прекращена"),
    "ceased": LocalizedText("partner ceased", "упразднён"),
    "none": LocalizedText("none on record", "в реестре нет"),
}
"""What has become of a link."""
LINK_SIGNS = {
    "in_force": "●",
    "adopted": "◉",
    "signed": "◐",
    "suspended": "◑",
    "drafted": "○",
    "requested": "○",
    "unknown": "?",
    "declined": "×",
    "terminated": "×",
    "ceased": "×",
    "none": "–",
}
"""The sign for it beside the matrix; the word stands next to it."""
KIND_WORDS = {
    "agreement": LocalizedText("agreement", "соглашение"),
    "memorandum": LocalizedText("memorandum", "меморандум"),
    "protocol": LocalizedText("protocol", "протокол"),
    "joint_declaration": LocalizedText("joint declaration", "совместная декларация"),
    "observer_status": LocalizedText("observer status", "статус наблюдателя"),
    "resolution": LocalizedText("resolution", "резолюция"),
}
"""The kinds of links."""
