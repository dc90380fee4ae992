"""The labels of the silence procedure in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "silence": ("Silence procedures", "Процедуры молчания"),
    "silence_lead": (
        "A text under silence stands adopted unless a member breaks the silence before it ends.",
        "Документ, проходящий процедуру молчания, считается принятым, если до истечения срока её никто не прервал.",
    ),
    "silence_none": ("No text is or was under silence.", "Процедур молчания нет и не было."),
    "silence_new": ("Open a silence procedure", "Начать процедуру молчания"),
    "silence_new_lead": (
        "The end is one exact instant by the database's clock. A position given at that very instant is in time.",
        (
            "Срок – один точный момент по часам базы данных. Позиция, поступившая в этот самый момент, считается "
            "поданной вовремя."
        ),
    ),
    "silence_open": ("Open the silence", "Начать"),
    "silence_draft": ("Document", "Документ"),
    "silence_draft_hint": (
        "Issued documents that are under no silence and were not adopted by one.",
        "Изданные документы, по которым процедура не идёт и которые не были приняты таким образом.",
    ),
    "silence_draft_needed": ("choose a document", "выберите документ"),
    "silence_day": ("Day", "День"),
    "silence_clock": ("Time of day", "Время"),
    "silence_clock_hint": ("24 hours, such as 17:00", "В 24-часовом формате, например 17:00"),
    "silence_clock_unreadable": ("a time of day is written 17:00", "время записывается так: 17:00"),
    "silence_zone": ("Time zone", "Часовой пояс"),
    "zone_unknown": ("there is no such time zone", "такого часового пояса нет"),
    "time_skipped": (
        "the clocks of that zone skip this time on that day: choose another one",
        "в этот день часы в этом поясе переводятся через указанное время: выберите другое",
    ),
    "time_twice": (
        "this time comes twice on that day in that zone: choose another one",
        "в этот день в этом поясе указанное время наступает дважды: выберите другое",
    ),
    "expiry_too_soon": (
        "the silence would end in less than an hour, or has ended",
        "до окончания срока осталось бы меньше часа, или он уже прошёл",
    ),
    "silence_text_en": ("Text in English", "Текст на английском языке"),
    "silence_text_ru": ("Text in Russian", "Текст на русском языке"),
    "silence_opened": ("Opened", "Начата"),
    "silence_ends": ("Ends", "Срок"),
    "silence_until": ("until", "до"),
    "silence_decided": ("Decided", "Завершена"),
    "silence_closed": ("Closed by the register's clock", "Закрыта по часам реестра"),
    "silence_spoken": ("spoke", "высказались"),
    "silence_letter": ("Confirmation letter", "Письмо-подтверждение"),
    "silence_board": ("The members", "Государства-члены"),
    "silence_silent": ("silent so far", "пока молчание"),
    "silence_suspended": ("suspended, takes no part", "членство приостановлено, не участвует"),
    "silence_speak": ("Your delegation", "Ваша делегация"),
    "silence_speak_hint": (
        "Silence is consent: nothing has to be sent. An objection breaks the silence at once and needs its reason.",
        (
            "Молчание – знак согласия: отправлять ничего не нужно. Возражение сразу прерывает процедуру и требует "
            "обоснования."
        ),
    ),
    "silence_position": ("Position", "Позиция"),
    "silence_position_needed": ("choose a position", "выберите позицию"),
    "silence_record": ("Put it on record", "Внести в реестр"),
    "silence_change": ("Change the procedure", "Изменить процедуру"),
    "silence_change_hint": (
        (
            "An extension resets the end. An edited text voids the procedure: it has to be opened anew. Each needs a "
            "reason."
        ),
        (
            "Продление устанавливает новый срок. Правка текста прекращает процедуру: её нужно начать заново. Нужна "
            "причина."
        ),
    ),
    "silence_extend": ("Extend to this end", "Продлить до этого срока"),
    "silence_edit": ("The text was edited: void it", "Текст изменён: прекратить"),
    "silence_close": ("Close before the end", "Закрыть досрочно"),
    "silence_no_effect": ("had no effect", "не имело силы"),
    "silence_not_yours": (
        "This is not yours to do: a member's head of delegation or minister speaks, the conference officer changes.",
        (
            "Это вне ваших полномочий: высказывается глава делегации или министр, изменяет – сотрудник по организации "
            "заседаний."
        ),
    ),
    "silence_reason_needed": ("Give the reason in at least one language.", "Укажите причину хотя бы на одном языке."),
    "silence_refused": (
        "The procedure does not allow it: it may have ended meanwhile.",
        "Процедура этого не допускает: возможно, она уже завершилась.",
    ),
    "table_silences": ("Silence procedures", "Процедуры молчания"),
    "table_board": ("The members", "Государства-члены"),
}
