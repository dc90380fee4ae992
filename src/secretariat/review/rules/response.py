"""The words and methods of the chapter on response."""

from secretariat.kernel import LocalizedText
from secretariat.review.rules.method import Method

PLEDGED = Method(
    "force-pledges",
    1,
    LocalizedText(
        "A pledge counts from its first day up to its last, and of one kind of a member only the newest. Persons are "
        "added where a source gives a number; a pledge without one is counted and stands as unknown, never as zero. "
        "A pledge is confirmed by a readiness report of the same member and kind.",
        "Обязательство учитывается с первого дня его действия до последнего; из обязательств члена одного вида – "
        "только новейшее. Численность складывается там, где источник приводит число; обязательство без числа "
        "учитывается как неизвестное, но не как нулевое. Подтверждает его отчёт о готовности того же члена и вида.",
    ),
)
CASES = Method(
    "force-requests",
    1,
    LocalizedText(
        "A request is what its acts make of it: under consultation, agreed, answered, declined, lapsed, withdrawn, or "
        "followed by a mandate. Requests that were declined, lapsed or withdrawn stay on record. Nothing is activated "
        "without the request or the approval of the state on whose territory it takes place, nor against the adoption "
        "rule of the organ; when that state withdraws its consent, the mandate ends.",
        "Состояние обращения следует из актов: идут консультации, согласовано, дан ответ, отклонено, утратило силу, "
        "отозвано или последовал мандат. Отклонённые, утратившие силу и отозванные обращения остаются в реестре. Силы "
        "не задействуются без просьбы или согласия государства, на территории которого это происходит, и вопреки "
        "правилу принятия решений органа; с отзывом согласия этого государства мандат прекращается.",
    ),
)
CONSENT = Method(
    "force-consents",
    1,
    LocalizedText(
        "The members that have a say are those that take part and are bound by the agreement the force rests on; a "
        "suspended member and one that never signed it neither consent nor count. Answers are sealed until the close: "
        "before it only complete or incomplete is said. One objection blocks. Where the rule on the quorum was not "
        "found, both readings are computed: all that are entitled must answer, or those that answer decide.",
        "Голос имеют члены, которые участвуют в работе и связаны соглашением, на котором основаны силы; член, чьё "
        "участие приостановлено, и член, не подписавший соглашение, согласия не дают и не учитываются. До закрытия "
        "ответы опечатаны: сообщается лишь, все ли получены. Одно возражение препятствует принятию. Если правило о "
        "кворуме не найдено, вычисляются оба прочтения: ответить должны все или решают ответившие.",
    ),
)
CONTRIBUTED = Method(
    "force-contributions",
    1,
    LocalizedText(
        "Of each member and kind the newest contribution under the mandate; the sum is over the members whose number "
        "is known. Published totals stand beside it and are not corrected to it.",
        "По каждому члену и виду – новейший вклад в рамках мандата; сумма – по членам, численность которых известна. "
        "Опубликованные итоги приводятся рядом и к сумме не приводятся.",
    ),
)
METHODS: tuple[Method, ...] = (PLEDGED, CASES, CONSENT, CONTRIBUTED)
LABELS: dict[str, LocalizedText] = {
    "force-members-pledging": LocalizedText("Members with a pledge on record", "Члены с обязательством в реестре"),
    "force-pledges-numbered": LocalizedText(
        "Pledges that state a number of persons", "Обязательства с указанием численности"
    ),
    "force-pledges-confirmed": LocalizedText("Pledges confirmed by a report", "Обязательства, подтверждённые отчётом"),
    "force-requests": LocalizedText("Requests for help", "Обращения о помощи"),
    "force-requests-open": LocalizedText("Requests still open", "Незавершённые обращения"),
    "force-mandates": LocalizedText("Mandates", "Мандаты"),
    "force-mandates-running": LocalizedText("Mandates running", "Действующие мандаты"),
    "force-news": LocalizedText("Acts about the joint forces in the period", "Акты о коллективных силах за период"),
    "force-strength-reports": LocalizedText("Published strengths", "Опубликованные данные о численности"),
    "assistance-given": LocalizedText("Assistance other than forces", "Помощь без применения сил"),
    "agreed-of-asked": LocalizedText("Consents among those with a say", "Согласия среди имеющих голос"),
    "answers-needed": LocalizedText("Answers needed for a quorum", "Ответов необходимо для кворума"),
    "answers-given": LocalizedText("Members that answered", "Ответившие члены"),
    "contributed-sum": LocalizedText("Sum of the members' contributions", "Сумма вкладов членов"),
    "persons-pledged": LocalizedText("Persons pledged", "Заявленная численность"),
    "persons-reported": LocalizedText("Persons reported", "Сообщённая численность"),
    "persons-contributed": LocalizedText("Persons contributed", "Выделенная численность"),
    "persons-other": LocalizedText("Persons, another source", "Численность по другому источнику"),
    "cost-share": LocalizedText("Share of the costs in percent", "Доля в расходах, процентов"),
    "answer-commitments-done": LocalizedText(
        "Commitments of the answer reported done", "Обязательства по ответу, об исполнении которых сообщено"
    ),
    "answer-days-late": LocalizedText(
        "Days since the deadline of the oldest open one", "Дней после срока самого раннего неисполненного"
    ),
}
"""What this chapter's figures are called, by name or by the last part of it."""
TABLE_WORDS: dict[str, LocalizedText] = {
    "force": LocalizedText("joint forces", "коллективные силы"),
    "pledge": LocalizedText("pledges to the joint forces", "обязательства по выделению сил"),
    "readiness": LocalizedText("readiness reports", "отчёты о готовности"),
    "request": LocalizedText("requests for help", "обращения о помощи"),
    "requestact": LocalizedText("what became of requests", "акты по обращениям"),
    "consultation": LocalizedText("consultations", "консультации"),
    "consultationact": LocalizedText("closes of consultations", "закрытие консультаций"),
    "consent": LocalizedText("answers in consultations", "ответы на консультациях"),
    "activation": LocalizedText("mandates", "мандаты"),
    "activationact": LocalizedText("acts about mandates", "акты по мандатам"),
    "contribution": LocalizedText("contributions under mandates", "вклады в рамках мандатов"),
    "assistance": LocalizedText("assistance other than forces", "помощь без применения сил"),
}
"""This room's tables, by model name."""
KIND_WORDS: dict[str, LocalizedText] = {
    "police": LocalizedText("police", "полиция"),
    "rescue": LocalizedText("rescue", "спасатели"),
    "medical": LocalizedText("medical", "медики"),
    "engineering": LocalizedText("engineering", "инженерные подразделения"),
    "border": LocalizedText("border guard", "пограничники"),
    "military": LocalizedText("military", "военнослужащие"),
    "budget": LocalizedText("share of the costs", "доля в расходах"),
}
"""The kinds of contribution."""
CHALLENGE_WORDS: dict[str, LocalizedText] = {
    "emergency": LocalizedText("emergency", "чрезвычайная ситуация"),
    "disorder": LocalizedText("disorder", "массовые беспорядки"),
    "external_attack": LocalizedText("external attack", "внешнее нападение"),
    "humanitarian": LocalizedText("humanitarian", "гуманитарная помощь"),
}
"""The kinds of challenge."""
FATE_WORDS: dict[str, LocalizedText] = {
    "made": LocalizedText("made", "поступило"),
    "under_consultation": LocalizedText("under consultation", "идут консультации"),
    "agreed": LocalizedText("agreed, nothing activated", "согласовано, силы не задействованы"),
    "blocked": LocalizedText("not agreed in consultation", "на консультациях не согласовано"),
    "answered": LocalizedText("answered by a decision", "ответ дан решением"),
    "not_agreed": LocalizedText("no agreement on a draft", "проект не согласован"),
    "assisted": LocalizedText("assisted without forces", "оказана помощь без применения сил"),
    "activated": LocalizedText("mandate runs", "мандат действует"),
    "concluded": LocalizedText("mandate over", "мандат завершён"),
    "off_agenda": LocalizedText("taken off the agenda", "снято с повестки дня"),
    "declined": LocalizedText("declined", "отклонено"),
    "lapsed": LocalizedText("lapsed", "утратило силу"),
    "withdrawn": LocalizedText("withdrawn", "отозвано"),
}
"""What a request is on a day."""
ANSWER_WORDS: dict[str, LocalizedText] = {
    "consents": LocalizedText("consents", "согласие"),
    "no_objection": LocalizedText("no objection", "возражений нет"),
    "not_participating": LocalizedText("does not take part", "не участвует"),
    "declines": LocalizedText("objects", "возражение"),
    "unknown": LocalizedText("answer not found", "ответ не найден"),
    "suspended": LocalizedText("suspended, no say", "участие приостановлено, голоса нет"),
    "not_bound": LocalizedText("not a party, no say", "не участник, голоса нет"),
    "none": LocalizedText("not a member then", "тогда не член"),
}
"""A member's answer, or why it has none."""
ANSWER_LETTERS: dict[str, LocalizedText] = {
    "consents": LocalizedText("C", "С"),
    "no_objection": LocalizedText("N", "Н"),
    "not_participating": LocalizedText("A", "У"),
    "declines": LocalizedText("O", "В"),
    "unknown": LocalizedText("?", "?"),
    "suspended": LocalizedText("X", "П"),
    "not_bound": LocalizedText("B", "Б"),
    "none": LocalizedText("–", "–"),
}
"""One letter an answer in each language."""
ASSISTANCE_WORDS: dict[str, LocalizedText] = {
    "equipment": LocalizedText("equipment", "техника и имущество"),
    "funds": LocalizedText("funds", "средства"),
    "experts": LocalizedText("experts", "специалисты"),
    "mission": LocalizedText("mission", "миссия"),
    "supplies": LocalizedText("supplies", "материальные запасы"),
}
"""Assistance other than forces."""
ACT_WORDS: dict[str, LocalizedText] = {
    **KIND_WORDS,
    **CHALLENGE_WORDS,
    **ASSISTANCE_WORDS,
    "host_approved": LocalizedText("the state concerned approves", "принимающее государство согласилось"),
    "host_withdrew": LocalizedText(
        "the state concerned withdraws its consent", "принимающее государство отозвало согласие"
    ),
    "answered": FATE_WORDS["answered"],
    "not_agreed": FATE_WORDS["not_agreed"],
    "off_agenda": FATE_WORDS["off_agenda"],
    "lapsed": FATE_WORDS["lapsed"],
    "declined": FATE_WORDS["declined"],
    "withdrawn": FATE_WORDS["withdrawn"],
    "closed": LocalizedText("consultation closed", "консультация закрыта"),
    "extended": LocalizedText("mandate extended", "мандат продлён"),
    "withdrawal_begun": LocalizedText("withdrawal begun", "вывод начат"),
    "member_withdrew": LocalizedText("contingent withdrawn", "контингент выведен"),
    "ended": LocalizedText("mandate over", "мандат завершён"),
}
"""The kinds of this room's acts."""
QUALIFIER_WORDS: dict[str, LocalizedText] = {
    "about": LocalizedText("about ", "около "),
    "almost": LocalizedText("almost ", "почти "),
    "more_than": LocalizedText("more than ", "более "),
    "at_least": LocalizedText("at least ", "не менее "),
    "up_to": LocalizedText("up to ", "до "),
    "planned": LocalizedText("planned: ", "планируется: "),
    "exact": LocalizedText("", ""),
}
"""What stands before a number of persons."""
NEWS: tuple[str, ...] = ("request", "requestact", "consultationact", "activation", "activationact", "pledge")
"""Those of this room's tables whose new acts the chapter on changes lists, by model name."""
