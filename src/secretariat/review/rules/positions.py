"""The words and methods of the chapter on positions."""

from secretariat.kernel import LocalizedText
from secretariat.review.rules.method import Method

LEDGER = Method(
    "ledger",
    1,
    LocalizedText(
        "A position counts from the last possible day on which it was agreed or made. Its members are those of that "
        "day without the suspended ones; “joined” is the share of them with an act of joining on record, with a "
        "reservation or without. A member without an act is not recorded: neither silent nor assenting. “Planned” is "
        "taken over the positions of which it is known whether they stood in a plan. What was looked for and not found "
        "is in no denominator.",
        "Позиция учитывается с последнего возможного дня, когда она согласована или заявлена. Её члены – члены "
        "Организации на этот день, кроме тех, чьё участие приостановлено; «присоединились» – доля тех, чьё "
        "присоединение зафиксировано, с оговоркой или без неё. Член без зафиксированного ответа не считается ни "
        "промолчавшим, ни согласным. «По плану» берётся среди позиций, о которых известно, стояли ли они в плане. То, "
        "что искали и не нашли, не входит ни в один знаменатель.",
    ),
)
NAMED_VOTES = Method(
    "named-votes",
    1,
    LocalizedText(
        "A coordinated position is tested only by roll calls that it names with a vote agreed beforehand. Kept: every "
        "member that had joined and cast a vote cast the agreed one. Split: at least one of them did not. Not tested: "
        "no vote named, none agreed, agreed after the vote, not on record by the day, nobody joined, or nobody that "
        "joined voted. Absent and non-participating members are counted apart. Where no instruction is on record "
        "nothing is inferred: similar votes are not called coordination.",
        "Согласованную позицию проверяют только те поимённые голосования, которые она называет с заранее согласованным "
        "голосом. Выдержана: каждый присоединившийся и голосовавший член подал согласованный голос. Разошлись: хотя бы "
        "один подал иной. Не проверялась: голосование не названо, голос не согласован или согласован позже "
        "голосования, записи на эту дату нет, никто не присоединился или никто из присоединившихся не голосовал. "
        "Отсутствовавшие и не участвовавшие считаются отдельно. Если указание не зафиксировано, ничего не выводится: "
        "сходство голосов согласованием не называется.",
    ),
)
AGREEMENT = Method(
    "agreement-index",
    1,
    LocalizedText(
        "For each roll call in which at least two members cast a vote, with n votes of which the most frequent has m: "
        "(m − (n − m)/2)/n; 1 when all agree, 0 when yes, abstention and no are even (Hix, Noury and Roland 2005). "
        "Absent and non-participating members are left out. The value of a period is the unweighted mean; its interval "
        "is a 95 % percentile bootstrap over roll calls with a fixed seed. Beside it stands the same index for the "
        "whole membership of the Assembly, from its totals, and the index over votes on which at least a quarter of "
        "the Assembly stood against the majority. Groups of different size cannot be compared by the raw index.",
        "Для каждого поимённого голосования, где голос подали не менее двух членов: при n голосах, из которых самый "
        "частый – у m, индекс равен (m − (n − m)/2)/n; 1 – все едины, 0 – «за», «воздержалось» и «против» поровну "
        "(Хикс, Нури и Ролан, 2005). Отсутствовавшие и не участвовавшие не учитываются. Значение за период – "
        "невзвешенное среднее; интервал – 95 %, процентильный бутстреп по голосованиям с постоянным начальным числом. "
        "Рядом – тот же индекс для всей Ассамблеи по её итогам и индекс по голосованиям, где против большинства было "
        "не менее четверти Ассамблеи. Группы разной численности по исходному индексу сравнивать нельзя.",
    ),
)
PAIRS = Method(
    "pair-agreement",
    1,
    LocalizedText(
        "For two members, over the roll calls in which both cast a vote: the mean of 1 − |a − b|/2 with yes, "
        "abstention and no as 1, 2 and 3, from 0 to 1. A clash is a roll call in which one voted yes and the other no.",
        "Для двух членов – по голосованиям, где голос подали оба: среднее от 1 − |a − b|/2 при значениях 1, 2 и 3 для "
        "«за», «воздержалось» и «против», от 0 до 1. Столкновение – голосование, где один голосовал «за», а другой – "
        "«против».",
    ),
)
IDEAL_POINTS = Method(
    "ideal-points",
    1,
    LocalizedText(
        "A position on one dimension, estimated from all roll calls of the Assembly by a dynamic ordinal model "
        "(Bailey, Strezhnev and Voeten 2017), with 90 % intervals as published. The estimate of a session leans on "
        "the sessions around it. Only sessions that had ended by the day are shown, and only from a release known by "
        "then.",
        "Положение на одной оси, оценённое по всем поимённым голосованиям Ассамблеи динамической порядковой моделью "
        "(Бейли, Стрежнев и Вутен, 2017), с опубликованными интервалами 90 %. Оценка сессии опирается и на соседние "
        "сессии. Показаны только сессии, завершившиеся к указанному дню, и только по выпуску, известному к тому "
        "времени.",
    ),
)
METHODS: tuple[Method, ...] = (LEDGER, NAMED_VOTES, AGREEMENT, PAIRS, IDEAL_POINTS)
LABELS: dict[str, LocalizedText] = {
    "positions-on-record": LocalizedText("Coordinated positions on record", "Согласованные позиции в реестре"),
    "positions-of-period": LocalizedText("Coordinated positions of the period", "Согласованные позиции за период"),
    "positions-before": LocalizedText("Coordinated positions before the period", "Согласованные позиции до периода"),
    "positions-not-found": LocalizedText("Statements looked for, not found", "Заявления: искали, не нашли"),
    "positions-plans": LocalizedText("Plans and lists on record", "Планы и перечни в реестре"),
    "position-planned": LocalizedText("Planned, of those known", "По плану, из известных"),
    "position-delivered": LocalizedText("Delivered", "Оглашено"),
    "position-joined-by-all": LocalizedText("Joined by every member", "Присоединились все члены"),
    "position-with-a-vote": LocalizedText("With an agreed vote", "С согласованным голосом"),
    "position-tested": LocalizedText("Tested by a vote", "Проверено голосованием"),
    "position-kept": LocalizedText("Kept, of those tested", "Выдержано, из проверенных"),
    "position-joined": LocalizedText("Members joined", "Присоединились члены"),
    "votes-of-period": LocalizedText("Roll calls of the period", "Поимённые голосования за период"),
    "votes-used": LocalizedText(
        "Roll calls with two votes of members or more", "Голосования, где голосовали двое и более"
    ),
    "votes-split": LocalizedText("Roll calls on which the members split", "Голосования, где голоса членов разошлись"),
    "votes-clash": LocalizedText("Roll calls with a yes and a no", "Голосования с «за» и «против»"),
    "votes-ai": LocalizedText("Agreement index", "Индекс согласия"),
    "votes-ai-all": LocalizedText("Agreement index of the whole Assembly", "Индекс согласия всей Ассамблеи"),
    "votes-ai-contested": LocalizedText("Agreement index, contested votes", "Индекс согласия, спорные голосования"),
    "votes-rice": LocalizedText("Rice index", "Индекс Райса"),
    "votes-unanimous": LocalizedText("Unanimous among those voting", "Единогласно среди голосовавших"),
    "pair-linear": LocalizedText("Agreement of the pair", "Согласие пары"),
    "pair-clashes": LocalizedText("Clashes of the pair", "Столкновения пары"),
    "split-ai": LocalizedText("Agreement index of the roll call", "Индекс согласия в голосовании"),
    "ideal-point": LocalizedText("Ideal point", "Идеальная точка"),
}
"""What this chapter's figures are called, by name or by the last part of it."""
TABLE_WORDS: dict[str, LocalizedText] = {
    "forum": LocalizedText("forums of positions", "площадки для позиций"),
    "positionplan": LocalizedText("plans of positions", "планы позиций"),
    "position": LocalizedText("coordinated positions", "согласованные позиции"),
    "positiontext": LocalizedText("texts of positions", "тексты позиций"),
    "positionact": LocalizedText("acts about positions", "акты о позициях"),
    "namedvote": LocalizedText("votes that positions name", "голосования, названные в позициях"),
    "rollcall": LocalizedText("roll calls", "поимённые голосования"),
    "idealpoint": LocalizedText("ideal points", "идеальные точки"),
}
"""This room's tables, by model name."""
ACT_WORDS: dict[str, LocalizedText] = {
    "joint_statement": LocalizedText("joint statement", "совместное заявление"),
    "common_position": LocalizedText("common position", "общая позиция"),
    "explanation_of_vote": LocalizedText("explanation of vote", "разъяснение мотивов голосования"),
    "co_sponsorship": LocalizedText("co-sponsorship", "соавторство"),
    "consultation": LocalizedText("consultation", "консультации"),
    "consultations": LocalizedText("plan of consultations", "план консультаций"),
    "joint_statements": LocalizedText("list of joint statements", "перечень совместных заявлений"),
    "instructions": LocalizedText("topics for joint instructions", "перечень тем для коллективных указаний"),
    "procedure": LocalizedText("procedure", "порядок"),
    "joined": LocalizedText("joined", "присоединение"),
    "joined_with_reservation": LocalizedText("joined with a reservation", "присоединение с оговоркой"),
    "silent": LocalizedText("no answer", "без ответа"),
    "not_invited": LocalizedText("not invited", "без приглашения"),
    "delivered": LocalizedText("delivered", "оглашение"),
    "not_reached": LocalizedText("no common position reached", "общая позиция не достигнута"),
}
"""The kinds of this room's acts."""
NEWS: tuple[str, ...] = ("position", "positionact", "namedvote")
"""Those of this room's tables whose new acts the chapter on changes lists, by model name."""

FORM_WORDS: dict[str, LocalizedText] = {
    name: ACT_WORDS[name]
    for name in ("joint_statement", "common_position", "explanation_of_vote", "co_sponsorship", "consultation")
}
STAGE_WORDS: dict[str, LocalizedText] = {
    "agreed": LocalizedText("agreed", "согласовано"),
    "delivered": LocalizedText("delivered", "оглашено"),
    "not_reached": LocalizedText("not reached", "не достигнута"),
    "withdrawn": LocalizedText("withdrawn", "снято"),
    "not_found": LocalizedText("looked for, not found", "искали, не найдено"),
}
OUTCOME_WORDS: dict[str, LocalizedText] = {
    "kept": LocalizedText("kept", "выдержана"),
    "split": LocalizedText("split", "разошлись"),
    "not_tested": LocalizedText("not tested", "не проверялась"),
}
UNTESTED_WORDS: dict[str, LocalizedText] = {
    "no_vote_named": LocalizedText("not tested: it names no vote", "не проверялась: голосование не названо"),
    "no_vote_agreed": LocalizedText(
        "not tested: no common vote was agreed", "не проверялась: общий голос не согласован"
    ),
    "not_on_record": LocalizedText(
        "not tested: the vote is not on record by this day", "не проверялась: записи голосования на эту дату нет"
    ),
    "agreed_later": LocalizedText(
        "not tested: the vote was held before it was agreed", "не проверялась: голосование прошло до согласования"
    ),
    "nobody_joined": LocalizedText(
        "not tested: no member is on record as having joined", "не проверялась: сведений о присоединившихся нет"
    ),
    "nobody_voted": LocalizedText(
        "not tested: no member that joined cast a vote", "не проверялась: никто из присоединившихся не голосовал"
    ),
}
VOTE_PHRASES: dict[str, LocalizedText] = {
    "yes": LocalizedText("yes", "за"),
    "abstain": LocalizedText("abstained", "воздержались"),
    "no": LocalizedText("no", "против"),
    "absent": LocalizedText("absent", "отсутствовали"),
    "not_participating": LocalizedText("took no part", "не участвовали"),
    "not_member": LocalizedText("not members of the body", "не члены органа"),
    "unknown": LocalizedText("not on record", "нет в записи"),
}
"""How the members' votes are listed."""
ISSUE_WORDS: dict[str, LocalizedText] = {
    "me": LocalizedText("Palestinian conflict", "палестинский вопрос"),
    "nu": LocalizedText("nuclear weapons and material", "ядерное оружие и материалы"),
    "di": LocalizedText("arms control and disarmament", "контроль над вооружениями"),
    "hr": LocalizedText("human rights", "права человека"),
    "co": LocalizedText("colonialism", "колониализм"),
    "ec": LocalizedText("economic development", "экономическое развитие"),
}
