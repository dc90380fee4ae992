"""The terms of editions of the review in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {
    "EditionState.prepared": ("being prepared", "готовится"),
    "EditionState.circulated": ("circulated for comments", "разослан для замечаний"),
    "EditionState.replaced": ("replaced", "заменён"),
    "EditionState.issued": ("issued", "издан"),
    "CommentState.open": ("not answered yet", "ответа ещё нет"),
    "CommentState.accepted": ("accepted", "принято"),
    "CommentState.rejected": ("not accepted", "не принято"),
    "CommentState.withdrawn": ("taken back", "отозвано"),
    "Audience.members": ("members and the secretariat", "члены и секретариат"),
    "Audience.public": ("everybody", "без ограничений"),
    "Gap.never_reported": ("never reported", "отчётов не было"),
    "Gap.report_overdue": ("report overdue", "отчёт просрочен"),
    "Gap.unsupported": ("claim without a document", "исполнение без подтверждения"),
    "Gap.contradicted": ("contradicted", "есть противоречие"),
    # the job and its last stage
    "review.build": ("building an edition of the review", "подготовка выпуска обзора"),
    "keeping the files": ("keeping the files", "сохранение файлов"),
    # what the paper of an edition says
    "str.organ": ("organ", "орган"),
    "str.meeting": ("meeting", "заседание"),
    "str.day": ("day of the meeting", "день заседания"),
    "str.as_of": ("as of", "по состоянию на"),
    "str.symbol": ("symbol", "условное обозначение"),
    "str.audience": ("written for", "для кого подготовлено"),
    "str.previous": ("compared with", "в сравнении с"),
    "str.build": ("job that built it", "задание, которым подготовлено"),
    "str.snapshot": ("hash of the register", "хеш реестра"),
    "str.files": ("files and their SHA-256", "файлы и их SHA-256"),
    "str.edited": ("edited by hand", "отредактировано вручную"),
}
