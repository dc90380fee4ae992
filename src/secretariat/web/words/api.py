"""The words about the interface for programs, files of tables and the feed."""

LABELS: dict[str, tuple[str, str]] = {
    "api": ("For programs", "Для программ"),
    "api_lead": (
        (
            "Everything that the pages show can also be read by programs: as JSON, as tables and as feeds. "
            "Nothing can be "
            "changed this way."
        ),
        (
            "Всё, что показывают страницы, могут читать и программы: в виде JSON, таблиц и лент. Изменить "
            "таким образом "
            "ничего нельзя."
        ),
    ),
    "api_interface": ("The interface", "Программный интерфейс"),
    "api_interface_text": (
        (
            "Lists with filters under fixed addresses, in parts of at most 500 rows. The description in the "
            "OpenAPI format "
            "says what each of them takes and gives."
        ),
        (
            "Перечни с отбором по постоянным адресам, частями не более 500 строк. Описание в формате "
            "OpenAPI сообщает, что "
            "принимает и что отдаёт каждый из них."
        ),
    ),
    "api_description": ("Description (OpenAPI 3.1)", "Описание (OpenAPI 3.1)"),
    "api_address": ("Address", "Адрес"),
    "api_gives": ("What it gives", "Что отдаёт"),
    "api_takes": ("Besides the two dates, the language and the part", "Помимо двух дат, языка и части перечня"),
    "api_pages": ("Every page as data", "Каждая страница в виде данных"),
    "api_pages_text": (
        (
            "With .json at the end of its address a page gives exactly what it shows; with .csv or .xlsx, "
            "its table, on "
            "all of its leaves. Texts that a spreadsheet would take for a formula begin with an apostrophe."
        ),
        (
            "С окончанием .json адрес страницы отдаёт ровно то, что на ней показано; с окончанием .csv или .xlsx – её "
            "таблицу целиком, со всех листов перечня. Тексты, которые табличный редактор принял бы за "
            "формулу, начинаются "
            "с апострофа."
        ),
    ),
    "api_feeds": ("Feeds", "Ленты"),
    "api_feed_acts": (
        "Public acts as they become known (Atom)",
        "Публичные акты по мере поступления сведений о них (Atom)",
    ),
    "api_feed_calendar": ("The calendar (iCalendar)", "Календарь (iCalendar)"),
    "api_dates": (
        "Every address takes the two dates and the language: on, known_at, lang.",
        "Каждый адрес принимает две даты и язык: on, known_at, lang.",
    ),
    "feed_title": ("public acts", "публичные акты"),
    "feed_subtitle": (
        "What the public part of the register came to know last, the newest first.",
        "Последние сведения публичной части реестра, начиная с самых новых.",
    ),
    "feed_standing": ("Standing", "Достоверность"),
    "feed_sources": ("Sources", "Источники"),
    "token_title": ("This token is not known", "Этот токен неизвестен"),
    "expects_token": (
        "no token, for what is public; or one that this register has issued and that has not expired",
        "без токена – для публичных сведений; либо токен, выданный этим реестром, с неистёкшим сроком",
    ),
    "expects_on": ("a day of the calendar: 2011-05-31", "день календаря: 2011-05-31"),
    "expects_known_at": (
        "a day (2011-05-31) or a time in UTC (2011-05-31T12:00:00Z)",
        "день (2011-05-31) или время по UTC (2011-05-31T12:00:00Z)",
    ),
    "expects_lang": ("en or ru", "en или ru (язык)"),
    "expects_limit": ("a whole number from 1 to 500", "целое число от 1 до 500"),
    "expects_offset": ("a whole number from 0 to 1000000", "целое число от 0 до 1000000"),
    "expects_within_km": ("a number of kilometres from 1 to 1000", "число километров от 1 до 1000"),
    "expects_state": (
        "a state or an organ that the register names as addressee",
        "государство или орган, названные в реестре исполнителями",
    ),
    "expects_decision": ("a decision or a session, not both", "либо решение, либо сессия, но не оба сразу"),
    "expects_from": (
        "a day, 2011-05-31, or for events a month, 2011-05; not after the end",
        "день, 2011-05-31, а для событий – месяц, 2011-05; не позднее конца",
    ),
    "expects_to": (
        "a day, 2011-05-31, or for events a month, 2011-05",
        "день, 2011-05-31, а для событий – месяц, 2011-05",
    ),
    "expects_other": (
        "a parameter that the description of the interface names, once, with a value that it allows",
        "параметр, названный в описании интерфейса, один раз, с допустимым значением",
    ),
    "as_table": ("As a table", "В виде таблицы"),
    "about_sheet": ("About", "О таблице"),
    "about_table": ("Table", "Таблица"),
    "about_address": ("Address", "Адрес"),
    "about_choice": ("Choice", "Отбор"),
    "about_rows": ("Rows", "Строк"),
    "about_hash": ("SHA-256 of the same table as CSV", "Хеш SHA-256 той же таблицы в CSV"),
    "about_unknown": ("Empty cells", "Пустые ячейки"),
    "about_unknown_text": ("unknown or not recorded; never nought", "неизвестно или не записано; никогда не ноль"),
    "about_formula": ("Apostrophes", "Апострофы"),
    "about_formula_text": (
        "A text that a spreadsheet would take for a formula begins with one.",
        "С апострофа начинается текст, который табличный редактор принял бы за формулу.",
    ),
    "op_organisation": ("The organisation", "Организация"),
    "op_members": ("Members", "Члены"),
    "op_states": ("States that the register names", "Государства, названные в реестре"),
    "op_instruments": ("Instruments", "Международные акты"),
    "op_organs": ("Organs and who heads them", "Органы и их руководители"),
    "op_meetings": ("Meetings", "Заседания"),
    "op_calendar": ("Meetings not yet held", "Предстоящие заседания"),
    "op_decisions": ("Decisions", "Решения"),
    "op_commitments": ("Commitments with their status", "Поручения и их статус"),
    "op_sessions": ("Sessions that left commitments", "Сессии, по итогам которых есть поручения"),
    "op_pace_on": ("The pace of one session or decision", "Ход выполнения по сессии или решению"),
    "op_positions": ("Coordinated positions", "Согласованные позиции"),
    "op_votes": ("Roll calls with each member's vote", "Поимённые голосования с голосом каждого члена"),
    "op_partners": ("Partners", "Партнёры"),
    "op_follow_ups": ("What was agreed to follow", "Договорённости по итогам контактов"),
    "op_programmes": ("Fields of work", "Направления работы"),
    "op_figures": ("Published figures", "Опубликованные показатели"),
    "op_forces": ("Joint forces", "Коллективные силы"),
    "op_pledges": ("Pledges", "Обязательства по выделению сил"),
    "op_readiness": ("Published strengths", "Опубликованная численность"),
    "op_requests": ("Requests for help", "Обращения за помощью"),
    "op_activations": ("Mandates", "Мандаты"),
    "op_assistance": ("Assistance other than forces", "Помощь без применения сил"),
    "op_segments": ("Segments of the perimeter", "Участки периметра"),
    "op_regions": ("Regions followed", "Наблюдаемые регионы"),
    "op_table": ("Events by segment, region or country", "События по участкам, регионам или странам"),
    "op_events": ("Events", "События"),
    "op_sources": ("Sources", "Источники"),
    "op_data_sets": ("Data sets", "Наборы данных"),
    "op_papers": ("Working papers that exist for who asks", "Рабочие документы, существующие для запрашивающего"),
    "op_one_paper": ("One working paper", "Один рабочий документ"),
    "table_papers": ("Working papers", "Рабочие документы"),
    "table_terms": ("Terms of office", "Сроки полномочий"),
    "table_attendance": ("Attendance", "Участники"),
    "table_documents": ("Documents", "Документы"),
    "table_deadlines": ("Deadlines", "Сроки"),
    "table_reports": ("Reports", "Отчёты"),
    "table_assessments": ("Assessments", "Оценки"),
    "table_contacts": ("Contacts", "Контакты"),
    "table_members": ("Members", "Члены"),
    "table_instruments": ("Instruments", "Международные акты"),
    "table_states": ("States", "Государства"),
    "table_acts": ("Acts", "Акты"),
    "table_organs": ("Organs", "Органы"),
    "table_meetings": ("Meetings", "Заседания"),
    "table_entries": ("Calendar", "Календарь"),
    "table_decisions": ("Decisions", "Решения"),
    "table_commitments": ("Commitments", "Поручения"),
    "table_positions": ("Positions", "Позиции"),
    "table_votes": ("Roll calls", "Поимённые голосования"),
    "table_partners": ("Partners", "Партнёры"),
    "table_follow_ups": ("Follow-ups", "Договорённости"),
    "table_programmes": ("Programmes", "Программы"),
    "table_pledges": ("Pledges", "Обязательства"),
    "table_readiness": ("Published strengths", "Опубликованная численность"),
    "table_requests": ("Requests", "Обращения"),
    "table_activations": ("Mandates", "Мандаты"),
    "table_assistance": ("Assistance", "Помощь"),
    "table_forces": ("Forces", "Силы"),
    "table_sources": ("Sources", "Источники"),
    "table_releases": ("Data sets", "Наборы данных"),
}
