"""The words and methods of the chapter on the area of responsibility."""

from secretariat.kernel import LocalizedText
from secretariat.review.rules.method import Method
from secretariat.watch.rules.signals import ARROW_RULE

PERIMETER = Method(
    "perimeter",
    1,
    LocalizedText(
        "The external land border is made of the lines that, in the boundary data named on the map, one member shares "
        "with one state that is no member, in segments named by the pair; lines between two members are internal. "
        "Members are those of the day. An event is near a segment when the geodesic (WGS84) from its point to the "
        "border is at most 50 km long and no other segment is nearer. Places known only as a first-level division, a "
        "country or less are not locatable; so is a place whose name is known in another state than its coordinates "
        "say. Lengths are map lengths.",
        "Внешнюю сухопутную границу составляют линии, которые по указанной на карте основе разделяют члена и "
        "государство, не являющееся членом; участки названы по паре государств, линии между двумя членами – "
        "внутренние. "
        "Члены берутся на указанный день. Событие считается близким к участку, если геодезическая (WGS84) от его точки "
        "до границы не длиннее 50 км и ближе нет другого участка. Места, известные лишь с точностью до региона первого "
        "уровня, страны или ещё грубее, к участкам не относятся; не относится и место, чьё название известно в ином "
        "государстве, чем следует из координат. Длины – картографические.",
    ),
)
EVENTS = Method(
    "events",
    1,
    LocalizedText(
        "Events of a period are those that had not ended before it began and had ended by the day. Sources are never "
        "added up. Deaths are sums of best estimates; the interval takes the errors of single events as independent "
        "and adds the squares of their distances. An event without a figure is counted and adds nothing to a sum.",
        "События периода – те, что не закончились до его начала и закончились к указанному дню. Источники не "
        "складываются. Число погибших – сумма наилучших оценок; интервал считает ошибки отдельных событий независимыми "
        "и складывает квадраты отклонений. Событие без числа погибших учитывается, но в сумму не входит.",
    ),
)
ARROWS = Method("arrows", 1, ARROW_RULE)
SIGNALS = Method(
    "signals",
    2,
    LocalizedText(
        "A month stands out by the flexible Farrington algorithm (Noufaily and others 2013): five years back, one "
        "month "
        "either side, reweighting above 2.58, negative binomial threshold at 1 %, false discoveries among the series "
        "held to 5 % (Benjamini and Hochberg 1995); with less than five years by the early aberration method C2 (with "
        "less than nine months C1); and where it is at least twice the mean of the twelve months before, taken as one "
        "or more. A rise is a mean of the next three months of at least one and a half times that of the twelve "
        "before. An analyst confirms or rejects.",
        "Месяц выделяется по гибкому алгоритму Фаррингтона (Нуфейли и др., 2013): пять лет назад, по месяцу с каждой "
        "стороны, перевзвешивание выше 2,58, порог отрицательного биномиального распределения 1 %, доля ложных "
        "срабатываний среди рядов не более 5 % (Бенджамини и Хохберг, 1995); при истории короче пяти лет – по методу "
        "ранних отклонений C2 (короче девяти месяцев – C1); а также если он не менее чем вдвое превышает среднее "
        "двенадцати предшествующих месяцев, принимаемое не меньше единицы. Рост – среднее следующих трёх месяцев не "
        "менее чем в полтора раза выше среднего двенадцати предшествующих. Подтверждает или отклоняет аналитик.",
    ),
)
DISPLACED = Method(
    "displaced",
    1,
    LocalizedText(
        "Persons displaced are those that UNHCR counts at the end of the last year that had ended by the day, by state "
        "of origin; the internally displaced are in their own state. Sums are over the states of a region; a cell "
        "without a number is unknown and in no sum.",
        "Перемещённые лица – те, кого УВКБ ООН учитывает на конец последнего года, завершившегося к указанному дню, по "
        "государству происхождения; внутренне перемещённые находятся в своём государстве. Суммы берутся по "
        "государствам региона; ячейка без числа неизвестна и в сумму не входит.",
    ),
)
METHODS: tuple[Method, ...] = (PERIMETER, EVENTS, ARROWS, SIGNALS, DISPLACED)
LABELS: dict[str, LocalizedText] = {
    "border-km": LocalizedText("External land border, km of map length", "Внешняя сухопутная граница, км по карте"),
    "border-segments": LocalizedText("Segments of the external land border", "Участки внешней сухопутной границы"),
    "events-recorded": LocalizedText("Events on record", "События в реестре"),
    "events-period": LocalizedText("Events of the period", "События периода"),
    "events-near": LocalizedText("Events near the external border", "События вблизи внешней границы"),
    "events-not-locatable": LocalizedText("Events not locatable", "События без точного места"),
    "events-elsewhere": LocalizedText("Events elsewhere", "События в других местах"),
    "segment-events": LocalizedText("Events near the segment", "События вблизи участка"),
    "segment-deaths": LocalizedText("Deaths near the segment", "Погибшие вблизи участка"),
    "region-events": LocalizedText("Events in the region", "События в регионе"),
    "region-deaths": LocalizedText("Deaths in the region", "Погибшие в регионе"),
    "refugees": LocalizedText("Refugees from the region", "Беженцы из региона"),
    "asylum-seekers": LocalizedText("Asylum-seekers from the region", "Ищущие убежища из региона"),
    "internally-displaced": LocalizedText("Internally displaced in the region", "Внутренне перемещённые в регионе"),
    "series-latest": LocalizedText("Latest month of the series", "Последний месяц ряда"),
    "series-year": LocalizedText("Twelve months to the latest", "Двенадцать месяцев по последний"),
    "series-year-before": LocalizedText("The twelve months before", "Двенадцать месяцев до того"),
    "series-alerts-followed": LocalizedText("Alerts followed by a rise", "Сигналы, за которыми последовал рост"),
    "series-rises-missed": LocalizedText("Rises without an alert", "Рост без сигнала"),
}
"""What this chapter's figures are called, by name or by the last part of it."""
TABLE_WORDS: dict[str, LocalizedText] = {
    "region": LocalizedText("regions followed", "отслеживаемые регионы"),
    "territory": LocalizedText("territories and points of view", "территории и точки зрения"),
    "placename": LocalizedText("place names", "географические названия"),
    "event": LocalizedText("events", "события"),
    "findingact": LocalizedText("acts about arrows and alerts", "акты о направлениях и сигналах"),
}
"""This room's tables, by model name."""
ACT_WORDS: dict[str, LocalizedText] = {
    "confirmed": LocalizedText("confirmed by an analyst", "подтверждено аналитиком"),
    "rejected": LocalizedText("rejected by an analyst", "отклонено аналитиком"),
}
"""The kinds of this room's acts."""
NEWS: tuple[str, ...] = ("findingact",)
"""Those of this room's tables whose new acts the chapter on changes lists, by model name."""
KIND_WORDS = {
    "armed_clash": LocalizedText("armed clash", "вооружённое столкновение"),
    "attack": LocalizedText("attack", "нападение"),
    "border_incident": LocalizedText("border incident", "пограничный инцидент"),
    "disaster": LocalizedText("disaster", "бедствие"),
    "drug_seizure": LocalizedText("drug seizure", "изъятие наркотиков"),
    "migration": LocalizedText("migration", "миграция"),
    "political": LocalizedText("political event", "политическое событие"),
    "unrest": LocalizedText("unrest", "беспорядки"),
    "state_based": LocalizedText("state-based conflict", "конфликт с участием государства"),
    "non_state": LocalizedText("non-state conflict", "конфликт без участия государства"),
    "one_sided": LocalizedText("one-sided violence", "одностороннее насилие"),
}
"""Kinds of events; one that a pack brings is shown as it writes it."""
ARROW_WORDS = {
    "improved": LocalizedText("improved", "улучшение"),
    "unchanged": LocalizedText("unchanged", "без изменений"),
    "deteriorated": LocalizedText("deteriorated", "ухудшение"),
    "unknown": LocalizedText("unknown", "неизвестно"),
}
RULE_WORDS = {
    "farrington": LocalizedText("Farrington", "Фаррингтон"),
    "ears": LocalizedText("early aberration", "раннее отклонение"),
    "surge": LocalizedText("surge", "всплеск"),
    "rolling_maximum": LocalizedText("rolling maximum", "скользящий максимум"),
}
JUDGE_WORDS = {
    "farrington": LocalizedText("Farrington", "Фаррингтон"),
    "ears_c2": LocalizedText("early aberration C2", "раннее отклонение C2"),
    "ears_c1": LocalizedText("early aberration C1", "раннее отклонение C1"),
    "none": LocalizedText("none, too little history", "нет, история слишком коротка"),
}
"""The method that judged a month."""
STAGE_WORDS = {
    "proposed": LocalizedText("proposed by the rule", "предложено правилом"),
    "confirmed": LocalizedText("confirmed", "подтверждено"),
    "rejected": LocalizedText("rejected", "отклонено"),
}


def kind_word(kind: str) -> LocalizedText:
    """A kind of events for a reader."""
    plain = kind.replace("_", " ")
    return KIND_WORDS.get(kind, LocalizedText(plain, plain))


HEADINGS = {
    "series": LocalizedText("The regions over time", "Регионы во времени"),
    "findings": LocalizedText("What stands out, and who confirmed it", "Что выделяется и кем подтверждено"),
}
