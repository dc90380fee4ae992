"""The labels of the pages of findings in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "findings_title": ("What stands out", "Что выделяется"),
    "findings_about": (
        (
            "A printed rule proposes an arrow or an alert; an analyst of the secretariat confirms it, amends it or "
            "rejects it, with a reason. Both are on record. The rule says how a number moved, not what it means."
        ),
        (
            "Опубликованное правило предлагает направление или сигнал; аналитик секретариата подтверждает, изменяет "
            "или отклоняет его с обоснованием. Сохраняется и то и другое. Правило говорит, как изменилось число, но не "
            "что это означает."
        ),
    ),
    "findings_none": (
        "Nothing is on record for these choices.",
        "По этим условиям ничего не записано.",
    ),
    "findings_all": ("Findings: the list", "Выводы: перечень"),
    "findings_any": ("all", "все"),
    "findings_any_unit": ("every segment, region and country", "все участки, регионы и страны"),
    "findings_any_dataset": ("every data set", "все наборы данных"),
    "findings_state": ("How far it has come", "Состояние"),
    "findings_unit": ("Segment, region or country", "Участок, регион или страна"),
    "findings_by_rule": ("By the rule", "По правилу"),
    "findings_numbers": ("Its numbers", "Показатели правила"),
    "findings_last_word": ("Last word", "Последнее слово"),
    "findings_who": ("Who, when and why", "Кто, когда и почему"),
    "findings_events": ("events", "событий"),
    "findings_deaths": ("deaths in 30 days", "погибших за 30 дней"),
    "findings_threshold": ("threshold", "порог"),
    "findings_p_value": ("p-value", "p-значение"),
    "findings_q_value": ("q-value", "q-значение"),
    "findings_method": ("method", "метод"),
    "findings_no_numbers": ("no numbers on record", "показатели не записаны"),
    "findings_propose_title": ("Let the rules judge a month", "Применить правила к месяцу"),
    "findings_propose_lead": (
        (
            "What the rules say is recorded as proposals, for the secretariat alone until somebody confirms it. What "
            "was proposed already stays as it was. Where nothing happened, nothing is proposed."
        ),
        (
            "Выводы правил записываются как предложения; до подтверждения их видит только секретариат. Уже "
            "предложенное остаётся без изменений. Где ничего не происходило, ничего не предлагается."
        ),
    ),
    "findings_propose": ("Propose", "Предложить"),
    "findings_month_judged": ("Month judged", "Оцениваемый месяц"),
    "findings_nothing_to_judge": (
        (
            "Nothing can be proposed: the data set does not set out to record every event, or has none in the six "
            "years before."
        ),
        (
            "Предложить нечего: набор данных не ставит целью учесть каждое событие, либо за шесть предшествующих лет "
            "событий в нём нет."
        ),
    ),
    "finding_observed": ("Counted when the rule was applied", "Учтено на момент применения правила"),
    "finding_counted_now": ("Counted now", "Учтено сейчас"),
    "finding_expected": ("Expected", "Ожидалось"),
    "finding_between": ("Predicted between", "Прогноз в пределах"),
    "finding_rules_met": ("Rules met", "Сработавшие правила"),
    "finding_within": ("Near a segment is within", "Вблизи участка – не далее"),
    "finding_months": ("Events by month", "События по месяцам"),
    "finding_months_told": (
        (
            "One column a month, the month judged in another colour; the line is the mean of the twelve months before "
            "it. The same numbers stand in the table below."
        ),
        (
            "Один столбец – один месяц, оцениваемый выделен цветом; линия – среднее за двенадцать предшествующих "
            "месяцев. Те же числа приведены в таблице ниже."
        ),
    ),
    "finding_months_table": ("The months as a table", "Месяцы таблицей"),
    "finding_no_months": (
        "The data set holds no list of events, or none of these months.",
        "Набор данных не содержит перечня событий либо событий за эти месяцы.",
    ),
    "finding_month": ("Month", "Месяц"),
    "finding_rows": ("Events of the month", "События месяца"),
    "finding_no_rows": ("No event of the month is on record.", "События за этот месяц на учёте не состоят."),
    "finding_said": ("What was said", "Что сказано"),
    "finding_word": ("What it says", "Содержание"),
    "finding_readers": ("Read by", "Кому доступно"),
    "finding_judge": ("Your word on it", "Ваше заключение"),
    "finding_judge_lead": (
        "The last word counts; earlier ones stay on record. The log keeps who wrote it.",
        "Действует последнее слово; прежние сохраняются. Кто его внёс, записывается в журнал.",
    ),
    "finding_judgement": ("What do you say?", "Ваше решение"),
    "finding_judgement_needed": ("Say whether it stands.", "Укажите, подтверждается ли вывод."),
    "finding_value": ("The direction, if you amend it", "Направление, если вы его изменяете"),
    "finding_other_direction_needed": (
        "Choose another direction than the rule's.",
        "Выберите направление, отличное от предложенного правилом.",
    ),
    "finding_reason_en": ("Reason in English", "Обоснование на английском языке"),
    "finding_reason_ru": ("Reason in Russian", "Обоснование на русском языке"),
    "finding_reason_hint": (
        "One language is enough. The review prints it.",
        "Достаточно одного языка. Обоснование печатается в обзоре.",
    ),
    "finding_reason_needed": ("Give the reason.", "Укажите обоснование."),
    "finding_reason_long": ("At most 5,000 characters.", "Не более 5 000 знаков."),
    "finding_mark": ("Who may read it", "Кому доступно"),
    "finding_mark_hint": (
        "Who has read an earlier word reads this one too. What is rejected at once stays in the secretariat.",
        "Кто читал прежнее слово, прочтёт и это. Отклонённое сразу остаётся в секретариате.",
    ),
    "finding_send": ("Put it on record", "Внести в реестр"),
    "finding_meanwhile": (
        (
            "Somebody has said something of this finding meanwhile. Nothing of yours is on record yet, and what you "
            "typed is below. Read what was said, and send it again if it still holds."
        ),
        (
            "Тем временем по этому выводу высказался другой сотрудник. Ваше заключение ещё не записано, введённый "
            "текст сохранён ниже. Прочтите сказанное и отправьте форму ещё раз, если ваше заключение остаётся в силе."
        ),
    ),
    "finding_meanwhile_said": ("Said meanwhile", "Сказано тем временем"),
    "table_findings": ("Findings", "Выводы"),
    "table_events": ("Events", "События"),
    "table_series": ("Events by month", "События по месяцам"),
}
