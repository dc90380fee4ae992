"""The labels of the minister's brief, of stances, and of personal calendars, in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "brief": ("Brief", "Справка к заседанию"),
    "brief_lead": (
        "The coming meetings of the organs in which you sit, and what your state has said about their items.",
        (
            "Предстоящие заседания органов, в работе которых вы участвуете, и позиции вашего государства по пунктам "
            "повестки."
        ),
    ),
    "brief_all_organs": (
        "No seat of yours is on record: the meetings of all organs are shown.",
        "Сведений о вашем участии в органах нет: показаны заседания всех органов.",
    ),
    "brief_none": ("No coming meeting is on record.", "Предстоящих заседаний в реестре нет."),
    "brief_open": ("Open the brief", "Открыть справку"),
    "brief_items": ("Items on the agenda", "Пунктов повестки"),
    "brief_stated": ("Stated by your state", "Высказано вашим государством"),
    "brief_no_agenda": (
        (
            "The agenda is not on record yet. These are the items that would be on it; a position can be stated once "
            "it is."
        ),
        (
            "Повестка дня в реестр ещё не внесена. Ниже – пункты, которые могут в неё войти; позицию можно высказать "
            "после внесения повестки."
        ),
    ),
    "brief_at_a_glance": ("At a glance", "Главное"),
    "brief_asked": ("What is asked", "Что требуется"),
    "brief_own_play": ("State of play of your state", "Ход исполнения вашим государством"),
    "brief_own_none": (
        "No commitment of your state is under this item.",
        "Поручений вашему государству по этому пункту нет.",
    ),
    "brief_said": ("Said by your state so far", "Что ваше государство уже заявляло"),
    "brief_said_none": ("Nothing is on record.", "В реестре сведений нет."),
    "brief_figures": ("Where the figures come from", "Откуда взяты показатели"),
    "brief_due": ("due", "срок"),
    "brief_rows": ("rows", "строки"),
    "brief_sources": ("Sources", "Источники"),
    "stance": ("Position of your state", "Позиция вашего государства"),
    "stances": ("Positions stated before the meeting", "Позиции, высказанные до заседания"),
    "stance_kind": ("Position", "Позиция"),
    "stance_sent_at": ("Sent", "Направлено"),
    "stances_none": ("No position has been stated.", "Позиции не высказаны."),
    "stances_note": (
        "Stated by members to the secretariat; nobody else sees them. The last one of each member counts.",
        (
            "Высказаны государствами-членами секретариату; больше их никто не видит. Действует последняя позиция "
            "каждого государства."
        ),
    ),
    "stance_who_sees": (
        (
            "Your delegation and the secretariat see it, for the chair's brief; other members do not. Your minister or "
            "head of delegation may change it until the meeting begins."
        ),
        (
            "Её видят ваша делегация и секретариат (для памятки председательствующему); другим государствам она не "
            "видна. Министр или глава делегации может изменить её до начала заседания."
        ),
    ),
    "stance_choose": ("What do you wish to say?", "Что вы хотите сообщить?"),
    "stance_text_en": ("Text in English", "Текст на английском языке"),
    "stance_text_ru": ("Text in Russian", "Текст на русском языке"),
    "stance_text_add": ("Text (needed for a reservation)", "Текст (обязателен для оговорки)"),
    "stance_send": ("Send to the secretariat", "Направить секретариату"),
    "stance_change": ("Send the change", "Направить изменение"),
    "stance_withdraw": ("Withdraw it", "Отозвать"),
    "stance_sent": ("Sent to the secretariat", "Направлено секретариату"),
    "stance_by": ("by", "кем"),
    "stance_receipt": ("Receipt", "Квитанция"),
    "stance_earlier": ("Earlier versions", "Прежние редакции"),
    "stance_none": ("Nothing has been stated.", "Позиция не высказана."),
    "stance_only_heads": (
        "The minister or the head of delegation states it.",
        "Позицию высказывает министр или глава делегации.",
    ),
    "stance_closed": (
        "The meeting has begun: what was stated stands.",
        "Заседание началось: высказанное остаётся в силе.",
    ),
    "stance_not_active": (
        "While its participation is suspended a member states no position here.",
        "Пока участие государства приостановлено, позиции здесь не высказываются.",
    ),
    "stance_needed": ("choose one of the three", "выберите один из трёх вариантов"),
    "stance_text_needed": ("a reservation needs a text", "для оговорки нужен текст"),
    "stance_text_long": ("no more than 3,000 characters", "не более 3000 знаков"),
    "stance_meanwhile": (
        (
            "Somebody of your delegation has changed it meanwhile. Above is what stands now; below is what you typed. "
            "Send it again to put yours in its place."
        ),
        (
            "Тем временем позицию изменил кто-то из вашей делегации. Выше – то, что действует сейчас; ниже – ваш "
            "текст. Отправьте ещё раз, чтобы заменить действующую позицию."
        ),
    ),
    "stance_not_sent": ("It was not sent", "Не отправлено"),
    "stance_speaks": ("Asks for the floor", "Просит слова"),
    "offline": ("Offline use", "Работа без связи"),
    "offline_lead": (
        (
            "The brief can be kept on this device and read without a connection. It holds what your delegation may "
            "see: keep it only on a device of your own."
        ),
        (
            "Справку можно сохранить на этом устройстве и читать без связи. В ней есть то, что предназначено вашей "
            "делегации: сохраняйте её только на своём устройстве."
        ),
    ),
    "offline_what": ("What is kept", "Что сохраняется"),
    "offline_until": (
        (
            "Until you remove it, sign out or sign in anew on this device, and no longer than seven days; newer pages "
            "take the place of kept ones whenever there is a connection."
        ),
        (
            "До удаления, выхода из системы или нового входа на этом устройстве, но не дольше семи дней; при наличии "
            "связи сохранённые страницы заменяются новыми."
        ),
    ),
    "offline_keep": ("Keep for offline use", "Сохранить для работы без связи"),
    "offline_remove": ("Remove from this device", "Удалить с этого устройства"),
    "offline_kept": ("Kept on this device as of", "Сохранено на этом устройстве по состоянию на"),
    "offline_not_kept": ("Nothing is kept on this device.", "На этом устройстве ничего не сохранено."),
    "offline_failed": (
        "The pages could not be kept. There may be no connection, or this browser does not allow it.",
        "Сохранить страницы не удалось: нет связи или браузер этого не допускает.",
    ),
    "offline_needs_script": (
        "Keeping pages needs a browser in which scripts run.",
        "Для сохранения страниц нужен браузер с включёнными сценариями.",
    ),
    "offline_copy": (
        "No connection. A copy kept on this device, as of",
        "Связи нет. Копия с этого устройства, состояние на",
    ),
    "offline_unsent": (
        (
            "There is no connection: this was not sent. What you typed stays on this page as long as it is open, and "
            "nowhere else. Send it when the connection is back."
        ),
        (
            "Связи нет: позиция не отправлена. Введённый текст остаётся только на этой странице, пока она открыта. "
            "Отправьте его, когда связь восстановится."
        ),
    ),
    "feeds": ("Addresses of your feeds", "Адреса ваших лент"),
    "feeds_lead": (
        "Calendars and feed readers cannot sign in: they read under a secret address of your own.",
        (
            "Календари и программы чтения лент не могут войти в систему: они обращаются по вашему личному секретному "
            "адресу."
        ),
    ),
    "feeds_calendar": ("Calendar", "Календарь"),
    "feeds_calendar_hint": (
        (
            "Meetings of the organs in which you sit, deadlines of their documents, running silences, due dates of "
            "your state. Nothing that only the secretariat may see."
        ),
        (
            "Заседания органов, в которых вы участвуете, сроки документов, идущие процедуры молчания, сроки исполнения "
            "вашего государства. Без сведений, доступных только секретариату."
        ),
    ),
    "feeds_secret": (
        "Whoever has the address can read. If others may have seen it, make a new one: the old one then leads nowhere.",
        (
            "Читать может каждый, кто знает адрес. Если его могли увидеть другие, создайте новый: прежний перестанет "
            "действовать."
        ),
    ),
    "feeds_none": ("You have no secret address yet.", "Секретного адреса у вас пока нет."),
    "feeds_make": ("Make a secret address", "Создать секретный адрес"),
    "feeds_renew": ("Make a new address", "Создать новый адрес"),
    "said_feeds_renewed": (
        "New addresses have been made. Earlier ones lead nowhere.",
        "Новые адреса созданы. Прежние больше не действуют.",
    ),
    "calendar_document": ("Documents", "Документы"),
    "calendar_silence": ("Silence ends", "Окончание процедуры молчания"),
    "calendar_commitment": ("Commitment due", "Срок исполнения"),
}
