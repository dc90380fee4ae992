"""The labels of the pages of the room positions in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "positions": ("Positions", "Позиции"),
    "positions_title": ("Coordinated positions", "Согласованные позиции"),
    "positions_lead": (
        (
            "What the members agreed to say together, who stands behind it, and what became of it. Every rate has its "
            "two counts. A member without an answer on record is neither silent nor assenting; similar votes are not "
            "called coordination."
        ),
        (
            "Что члены Организации договорились заявить вместе, кто за этим стоит и что из этого вышло. У каждой доли "
            "указаны оба числа. Член, ответ которого не зафиксирован, не считается ни промолчавшим, ни согласным; "
            "сходство голосов согласованием не называется."
        ),
    ),
    "position": ("Position", "Позиция"),
    "position_forum": ("Meant for", "Где заявлена"),
    "position_form": ("Form", "Форма"),
    "planned_ahead": ("Planned ahead", "По плану"),
    "members_joined": ("Members joined", "Присоединились"),
    "what_became": ("What became of it", "Что из этого вышло"),
    "outcome_of_votes": ("In the votes it names", "В названных голосованиях"),
    "position_plans": ("Plans and lists", "Планы и перечни"),
    "plan": ("Plan", "План"),
    "covers": ("Covers", "Период"),
    "answers": ("Answers of the members", "Ответы членов Организации"),
    "answer": ("Answer", "Ответ"),
    "no_member_then": ("not a member then", "на тот день не член"),
    "texts_versions": ("Versions of the text", "Варианты текста"),
    "version": ("Version", "Вариант"),
    "named_votes": ("Votes that it names", "Названные голосования"),
    "agreed_vote": ("Agreed vote", "Согласованный голос"),
    "none_agreed": ("none agreed", "не согласован"),
    "vote": ("Vote", "Голос"),
    "roll_call": ("Roll call", "Голосование"),
    "conduct": ("Against what was agreed", "По отношению к согласованному"),
    "rate_planned": ("planned, of those known", "по плану, из известных"),
    "rate_delivered": ("delivered", "оглашено"),
    "rate_joined": ("joined by every member, of those answered", "присоединились все, из имеющих ответы"),
    "rate_vote": ("with an agreed vote", "с согласованным голосом"),
    "rate_tested": ("tested by a vote", "проверено голосованием"),
    "rate_kept": ("kept, of those tested", "выдержано, из проверенных"),
    "not_computable": ("none to count", "считать не из чего"),
    "votes": ("Votes", "Голосования"),
    "votes_title": ("Roll calls at the General Assembly", "Поимённые голосования в Генеральной Ассамблее"),
    "votes_lead": (
        (
            "How each member voted. Yes, abstention, no, absence, not a member and not taking part are six different "
            "things; a vote that is not on record is a seventh."
        ),
        (
            "Как голосовал каждый член Организации. «За», «воздержалось», «против», отсутствие, нечленство и неучастие "
            "– шесть разных вещей; голос, которого нет в записи, – седьмая."
        ),
    ),
    "no_release": (
        "No release of roll calls was known on this day.",
        "На эту дату выпусков данных о поимённых голосованиях известно не было.",
    ),
    "resolution": ("Resolution", "Резолюция"),
    "session": ("Session", "Сессия"),
    "issue": ("Subject", "Тема"),
    "on_paragraph": ("on a paragraph", "по пункту"),
    "on_amendment": ("on an amendment", "по поправке"),
    "any_issue": ("every subject", "все темы"),
    "from_day": ("From", "С даты"),
    "to_day": ("To", "По дату"),
    "splits_only": ("Only those on which the members split", "Только те, где голоса членов разошлись"),
    "agreement_index": ("Agreement index", "Индекс согласия"),
    "agreement_index_hint": (
        (
            "1: all who voted cast the same vote; 0: evenly divided. Absent members are left out; one vote alone says "
            "nothing."
        ),
        (
            "1 – все голосовавшие подали один голос; 0 – голоса разделились поровну. Отсутствовавшие не учитываются; "
            "один голос ничего не говорит."
        ),
    ),
    "data_release": ("Data", "Данные"),
    "roll_calls_count": ("Roll calls", "Голосований"),
    "by_whom": ("By", "Кем"),
    "lost_title": ("The data are not at hand", "Данные недоступны"),
    "lost_text": (
        "The register names a data set whose files are not in the lake. Load its pack or add its file again.",
        "Реестр называет набор данных, файлов которого в хранилище нет. Загрузите пакет или добавьте файл снова.",
    ),
    "votes_of_members": ("See how the members voted", "Как голосовали члены Организации"),
}
