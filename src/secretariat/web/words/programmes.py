"""The labels of the pages of programmes in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "programmes": ("Programmes", "Направления"),
    "programmes_lead": (
        (
            "Fields of work of the coordinating councils: what is counted, what was done, where the figures contradict "
            "each other."
        ),
        (
            "Направления работы координационных советов: что учитывается, что сделано и где данные противоречат друг "
            "другу."
        ),
    ),
    "field_of_work": ("Field of work", "Направление работы"),
    "council": ("Council", "Совет"),
    "indicators": ("Indicators", "Показатели"),
    "figures": ("Figures", "Данные"),
    "contradictions": ("Contradictions", "Противоречия"),
    "open_questions": ("Questions", "Вопросы"),
    "operations": ("Operations", "Операции"),
    "operation": ("Operation", "Операция"),
    "plans": ("Plans", "Планы"),
    "findings": ("Contradictions and questions", "Противоречия и вопросы"),
    "findings_lead": (
        "Computed from the rows named. Nothing is repaired: every figure stays as its source gives it.",
        (
            "Вычислено по указанным строкам. Ничего не исправляется: каждое значение остаётся таким, каким его "
            "приводит источник."
        ),
    ),
    "value": ("Figure", "Значение"),
    "of_whom": ("Whose", "Чьи данные"),
    "said": ("Said", "Когда сообщено"),
    "all_together": ("all together", "общие данные"),
    "running_total": ("running total", "нарастающим итогом"),
    "as_given": ("as the source gives it", "в источнике"),
    "compared_with": ("compared with", "в сравнении с:"),
    "plot_hint": (
        (
            "figures in time; shaded: about, almost, range; arrow: more than; dashed: no figure. "
            "The table says the same."
        ),
        (
            "значения во времени; заливка: около, почти, диапазон; стрелка: более; пунктир: нет данных. "
            "Таблица говорит то же."
        ),
    ),
    "took_part": ("Took part", "Участвовали"),
    "observers": ("Observers", "Наблюдатели"),
    "runs_to": ("Runs to", "Действует до"),
    "done": ("Done", "Исполнено"),
    "no_commitments": ("no commitment on record", "поручений в реестре нет"),
}
