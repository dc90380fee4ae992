"""The methods a review uses, each with its version and its definition in both languages.

A changed definition gets a new version; a figure that differs from the last edition's with another version is a change
of method, not of the world.
"""

from secretariat.decisions.rules import STAGNANT_AFTER_DAYS
from secretariat.kernel import LocalizedText
from secretariat.review.rules import partners, positions, programmes, response, watch
from secretariat.review.rules.gaps import GAPS
from secretariat.review.rules.method import Method, count

__all__ = ["GAPS", "Method", "count"]


MEMBERSHIP = Method(
    "membership",
    1,
    LocalizedText(
        "Members are the states that the constituent instrument binds on the day: those whose consent has taken "
        "effect and "
        "that have not withdrawn, lapsed or been expelled. A suspended member is counted as a member. A declaration "
        "without legal effect changes nothing and is listed.",
        "Членами считаются государства, для которых учредительный документ обязателен на указанный день: их согласие "
        "вступило в силу, и участие не прекращено выходом, истечением срока или исключением. Член, участие которого "
        "приостановлено, считается членом. Заявления, не имеющие юридических последствий, перечисляются и ничего не "
        "меняют.",
    ),
)
IN_FORCE = Method(
    "in-force",
    1,
    LocalizedText(
        "An instrument is in force from the day announced by its depositary; lacking an announcement, from the day "
        "on which "
        "the recorded acts meet its entry-into-force clause. Where the two differ, both are shown and the standing is "
        "disputed.",
        "Документ считается действующим со дня, объявленного депозитарием; при отсутствии объявления – со дня, когда "
        "зарегистрированные акты выполняют условие вступления в силу. При расхождении показываются оба дня, статус "
        "сведений – «источники расходятся».",
    ),
)
STANDING = Method(
    "standing",
    1,
    LocalizedText(
        "Every row has a standing: confirmed (read in the named source), derived (follows from confirmed rows), "
        "reported (said by "
        "somebody), disputed (sources disagree, all values kept), unknown (looked for, not found). A conclusion has "
        "the "
        "weakest standing among the rows beneath it.",
        "Каждая строка имеет статус: подтверждено (прочитано в названном источнике), выведено (следует из "
        "подтверждённых "
        "строк), сообщается (кем-либо сказано), источники расходятся (все значения сохранены), неизвестно (искали и не "
        "нашли). Вывод имеет слабейший из статусов строк, на которых он основан.",
    ),
)
CHANGE = Method(
    "change",
    1,
    LocalizedText(
        "Three computations are compared: the last review as it was, the same day seen with today's knowledge, and "
        "today. The "
        "first step is a change in the data, the second a change in the world; a figure whose rule has another "
        "version than "
        "in the last edition is a change of method.",
        "Сравниваются три расчёта: прошлый обзор в исходном виде, тот же день по нынешним сведениям и сегодняшний "
        "день. "
        "Первый шаг – изменение данных, второй – изменение действительности; показатель, правило которого имеет иную "
        "версию, чем в прошлой редакции, – изменение метода.",
    ),
)
CALENDAR = Method(
    "calendar",
    1,
    LocalizedText(
        "A date that is not yet fixed is an interval with conditions (before or after another meeting). Each "
        "interval is "
        "narrowed by its conditions as far as the dates it refers to are known; conditions that cannot all hold are "
        "named.",
        "Ещё не назначенная дата – это интервал с условиями (до или после другого заседания). Интервал сужается "
        "условиями, "
        "насколько известны даты, на которые они ссылаются; несовместимые условия называются.",
    ),
)
REGISTER = Method(
    "register",
    1,
    LocalizedText(
        "Rows of the register are counted as they were known at the data cut-off, without those corrected by then.",
        "Подсчитываются строки реестра, известные на дату данных, без исправленных к этому времени.",
    ),
)


COHORT = Method(
    "cohort",
    1,
    LocalizedText(
        "The commitments that a session laid down, frozen at adoption: each once, however many decisions repeat it; a "
        "commitment divided among members is counted by its parts. Members that joined or left later change nothing "
        "in it. "
        "A status is computed from acts up to the day: silence is “nothing reported”, never “not started”; a report "
        "without "
        f"evidence or assessment is a claim; in progress without a word for more than {STAGNANT_AFTER_DAYS} days is "
        f"stagnant.",
        "Обязательства, возложенные сессией, фиксируются на день принятия: каждое один раз, сколько бы решений его ни "
        "повторяли; разделённое между членами считается по частям. Последующее вступление или выход членов ничего не "
        "меняет. "
        "Статус вычисляется по актам до указанного дня: молчание – это «нет сведений», а не «не начато»; отчёт без "
        f"подтверждений и оценки – заявление; «в работе» без сообщений более {STAGNANT_AFTER_DAYS} дней – «без "
        f"движения».",
    ),
)
PACE = Method(
    "pace",
    1,
    LocalizedText(
        "Every rate is printed with its two counts. Reported: a report was received. Implemented: claimed or "
        "verified. Due and "
        "done: done among those whose present deadline has passed. Days late: from the present deadline to the first "
        "report "
        "of completion. Slippage: from the first deadline, the baseline, to the present one.",
        "Каждая доля приводится с двумя числами. Отчёт получен: поступил хотя бы один отчёт. Исполнено: заявлено или "
        "проверено. Исполнено в числе срочных: среди тех, чей действующий срок прошёл. Опоздание: от действующего "
        "срока до "
        "первого сообщения об исполнении. Сдвиг: от первоначального срока до действующего.",
    ),
)
SURVIVAL = Method(
    "survival",
    1,
    LocalizedText(
        "Time from adoption to the first report of implementation, by Kaplan and Meier (1958); those still open on "
        "the day are "
        "censored. Intervals: 95 %, on the log(-log) scale with Greenwood's variance.",
        "Время от принятия до первого сообщения об исполнении по методу Каплана и Мейера (1958); открытые на "
        "указанный день "
        "цензурированы. Интервалы: 95 %, в шкале log(-log), дисперсия по Гринвуду.",
    ),
)
CHAPTER_METHODS = (
    *positions.METHODS,
    *partners.METHODS,
    *watch.METHODS,
    *programmes.METHODS,
    *response.METHODS,
)
"""The methods of the chapters of one room each, in the order of the chapters."""
