"""The labels of the pages of the room watch in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "watch": ("Area of responsibility", "Зона ответственности"),
    "km": ("km", "км"),
    "watch_title": ("Events around the external borders", "События вблизи внешних границ"),
    "watch_lead": (
        (
            "What sources say happened near the external land border and in the regions followed. Sources are never "
            "added up. What is known by its country or division alone is put beside no part of the border."
        ),
        (
            "Что, по данным источников, произошло вблизи внешней сухопутной границы и в отслеживаемых регионах. "
            "Источники не складываются. События, место которых известно лишь с точностью до страны или региона, ни к "
            "какому участку границы не относятся."
        ),
    ),
    "watch_dataset": ("Data set", "Набор данных"),
    "watch_from": ("From month", "С месяца"),
    "watch_to": ("To month", "По месяц"),
    "watch_month_form": ("year and month, such as 2011-05", "год и месяц, например 2011-05"),
    "watch_kind": ("Kind", "Вид"),
    "watch_any_kind": ("every kind", "все виды"),
    "watch_by": ("Counted by", "Считать по"),
    "watch_within": ("Near is within, km", "Вблизи – не далее, км"),
    "watch_units": ("By unit", "По единицам учёта"),
    "watch_unit": ("Unit", "Единица учёта"),
    "watch_events": ("Events", "События"),
    "watch_event": ("Event", "Событие"),
    "watch_deaths": ("Deaths", "Погибшие"),
    "watch_interval": ("interval", "интервал"),
    "watch_without_figure": ("without a figure", "без числа погибших"),
    "watch_direction": ("Direction proposed", "Предложенное направление"),
    "watch_latest": ("latest", "последнее"),
    "watch_expected": ("expected", "ожидалось"),
    "watch_elsewhere": ("In no unit", "Вне единиц учёта"),
    "watch_not_locatable": ("Not locatable", "Без точного места"),
    "watch_no_census": (
        (
            "This data set does not set out to record every event, so no direction and no alert is drawn from its "
            "counts."
        ),
        (
            "Этот набор данных не ставит целью учесть каждое событие, поэтому направления и сигналы по числу его строк "
            "не выводятся."
        ),
    ),
    "watch_share": ("Share of media volume", "Доля сообщений СМИ"),
    "watch_reports": ("Reports", "Сообщения"),
    "watch_reports_count": ("reports", "сообщений"),
    "watch_all_reports": ("All reports", "Всего сообщений"),
    "watch_all_units_reports": ("Reports of every unit", "Сообщения всех единиц учёта"),
    "watch_csv_reports": ("These reports as CSV", "Эти сообщения в CSV"),
    "watch_still_reports": (
        "The external land border and the reports of the list that have a precise place.",
        "Внешняя сухопутная граница и те сообщения перечня, место которых известно точно.",
    ),
    "watch_map_hint_reports": (
        (
            "The list below has every report of the map, and those that have no precise place. Larger circles stand "
            "for several reports."
        ),
        (
            "В перечне ниже есть все сообщения карты, а также сообщения без точного места. Большие круги обозначают "
            "несколько сообщений."
        ),
    ),
    "watch_unknown_months": (
        "Months of which the source has no row, so that nothing is known of them",
        "Месяцы, за которые строк источника нет и о которых ничего не известно",
    ),
    "watch_attention": (
        (
            "This data set measures what the media report. Attention is no count of events: each share is one of all "
            "its reports of the months, whatever their kind, those without a precise place among them. No direction "
            "and no alert is drawn from it, and it is never added to counts of events."
        ),
        (
            "Этот набор данных показывает, о чём сообщают СМИ. Внимание СМИ – не число событий: каждая доля берётся от "
            "всех его сообщений за эти месяцы, любого вида, включая сообщения без точного места. Направления и сигналы "
            "по нему не выводятся, с числом событий он не складывается."
        ),
    ),
    "watch_attention_not_judged": (
        (
            "Nothing can be proposed: the data set measures what the media report and counts no events. No direction "
            "and no alert is drawn from it."
        ),
        (
            "Предложить нечего: набор данных показывает, о чём сообщают СМИ, а не число событий. Направления и сигналы "
            "по нему не выводятся."
        ),
    ),
    "watch_no_history": (
        "No event is on record in the six years before, so nothing is judged.",
        "За шесть предшествующих лет событий на учёте нет, поэтому оценка не даётся.",
    ),
    "watch_rule": ("The rule", "Правило"),
    "watch_judge": ("Method", "Метод"),
    "watch_judged": ("Month judged", "Оцениваемый месяц"),
    "watch_alerts": ("What stands out by the rules", "Что выделяется по правилам"),
    "watch_no_alert": ("No rule was met.", "Ни одно правило не сработало."),
    "watch_findings": ("What was said of arrows and alerts", "Что сказано о направлениях и сигналах"),
    "watch_finding": ("Finding", "Вывод"),
    "watch_stage": ("Stage", "Стадия"),
    "watch_reason": ("Reason", "Основание"),
    "watch_where": ("Where", "Где"),
    "watch_nearest": ("Nearest segment", "Ближайший участок"),
    "watch_far": ("not near", "не вблизи"),
    "watch_counted_for": ("Counts for", "Учтено в"),
    "watch_all_units": ("Events of every unit", "События всех единиц учёта"),
    "watch_only": ("Only", "Только"),
    "watch_csv_events": ("These events as CSV", "Эти события в CSV"),
    "watch_csv_units": ("These counts as CSV", "Эти подсчёты в CSV"),
    "watch_coverage": ("Coverage", "Полнота данных"),
    "watch_boundaries": ("Boundaries", "Границы"),
    "watch_border_km": ("External land border, km of map length", "Внешняя сухопутная граница, км по карте"),
    "watch_border_segments": ("Segments", "Участки"),
    "watch_no_boundaries": (
        "Boundary data are not set up here, so nothing is placed with regard to the border.",
        "Картографические данные здесь не установлены, поэтому положение относительно границы не определяется.",
    ),
    "watch_none_known": (
        "No data set of events was known on this day.",
        "На эту дату наборов данных о событиях известно не было.",
    ),
    "watch_no_events": (
        "No event on record for these choices. That is not the same as nothing having happened.",
        "При этом выборе событий в записи нет. Это не значит, что ничего не произошло.",
    ),
    "watch_map": ("Map", "Карта"),
    "watch_map_hint": (
        (
            "The list below has every event of the map, and those that have no precise place. Larger circles stand for "
            "several events."
        ),
        (
            "В перечне ниже есть все события карты, а также события без точного места. Большие круги обозначают "
            "несколько событий."
        ),
    ),
    "watch_still": (
        "The external land border and the events of the list that have a precise place.",
        "Внешняя сухопутная граница и те события перечня, место которых известно точно.",
    ),
    "watch_still_alone": ("The picture by itself", "Открыть карту отдельно"),
    "watch_not_drawn": ("Not drawn, for want of a precise place", "Не нанесено за отсутствием точного места"),
    "watch_slider": ("Month", "Месяц"),
    "watch_whole": ("The whole period", "Весь период"),
    "watch_count": ("events", "событий"),
    "watch_open": ("Open the event", "Открыть событие"),
    "watch_versions": ("What each release says", "Что говорит каждый выпуск"),
    "watch_release": ("Release", "Выпуск"),
    "watch_days": ("Days", "Дни"),
    "watch_precision": ("Precision", "Точность"),
    "watch_coordinates": ("Latitude, longitude", "Широта, долгота"),
    "watch_actors": ("Sides named", "Названные стороны"),
    "watch_figure": ("Other figure", "Иное число"),
    "watch_flags": ("Flags", "Пометки"),
    "watch_said": ("Note of the source", "Примечание источника"),
    "watch_address": ("Address", "Адрес"),
    "watch_retracted": ("retracted by the source", "отозвано источником"),
    "watch_best": ("best figure", "наилучшая оценка"),
    "watch_low_high": ("low – high", "нижняя – верхняя"),
    "watch_distance": ("Distance to the border, km", "Расстояние до границы, км"),
}
