"""The labels of the search in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "search": ("Search", "Поиск"),
    "search_register": ("Search the register", "Поиск по реестру"),
    "search_all": ("Search everything you may see", "Поиск по всему, что вам доступно"),
    "search_for": ("Words", "Слова"),
    "search_do": ("Find", "Найти"),
    "search_hint": (
        (
            "Words are found in all their forms, in English and in Russian, and symbols in whole or in part. A phrase "
            "stands in quotation marks, the beginning of a word ends with *, a word to leave out starts with a minus."
        ),
        (
            "Слова находятся во всех своих формах, на русском и английском языках; обозначения документов – целиком и "
            "по частям. Фраза берётся в кавычки, начало слова отмечается знаком *, перед исключаемым словом ставится "
            "минус."
        ),
    ),
    "search_found": ("Found", "Найдено"),
    "search_none": (
        "Nothing that you may see on this day holds these words.",
        "Среди доступного вам на эту дату ничего с такими словами не найдено.",
    ),
    "search_none_of_kind": ("Nothing of this kind holds these words.", "Записей этого вида с такими словами нет."),
    "search_kinds": ("Kinds of findings", "Виды найденного"),
    "search_on_page": ("on the page", "на странице"),
    "search_states": ("States", "Государства"),
    "search_instruments": ("Instruments", "Договоры и соглашения"),
    "search_organs": ("Organs", "Органы"),
    "search_meetings": ("Meetings", "Заседания"),
    "search_decisions": ("Decisions", "Решения"),
    "search_provisions": ("Provisions", "Положения решений"),
    "search_commitments": ("Commitments", "Поручения"),
    "search_agenda": ("Agenda items", "Пункты повестки дня"),
    "search_statements": ("Statements", "Заявления"),
    "search_proposals": ("Proposals", "Предложения"),
    "search_documents": ("Documents", "Документы"),
    "search_positions": ("Positions", "Позиции"),
    "search_position_texts": ("Texts of positions", "Тексты позиций"),
    "search_partners": ("Partners", "Партнёры"),
    "search_links": ("Links with partners", "Связи с партнёрами"),
    "search_contacts": ("Contacts with partners", "Контакты с партнёрами"),
    "search_fields": ("Fields of work", "Направления работы"),
    "search_plans": ("Plans", "Планы"),
    "search_operations": ("Operations", "Операции"),
    "search_indicators": ("Indicators", "Показатели"),
    "search_requests": ("Requests for assistance", "Обращения за помощью"),
    "search_sources": ("Sources", "Источники"),
}
