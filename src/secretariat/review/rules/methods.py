"""The methods a review uses, each with its version and its definition in both languages.

A changed definition gets a new version; a figure that differs from the last edition's with another version is a change
of method, not of the world.
"""

from dataclasses import dataclass

from secretariat.kernel import Figure, LocalizedText, Standing, Trace


@dataclass(frozen=True, slots=True)
class Method:
    """A rule that figures come from."""

    name: str
    version: int
    definition: LocalizedText


MEMBERSHIP = Method(
    "membership",
    1,
    LocalizedText(
        "Members are the states that the constituent instrument binds on the day: those whose consent has taken effect and "
        "that have not withdrawn, lapsed or been expelled. A suspended member is counted as a member. A declaration "
        "without legal effect changes nothing and is listed.",
        "Членами считаются государства, для которых учредительный документ обязателен на указанный день: их согласие "
        "вступило в силу, и участие не прекращено выходом, истечением срока или исключением. Член, участие которого "
        "приостановлено, считается членом. Заявления, не имеющие юридических последствий, перечисляются и ничего не меняют.",
    ),
)
IN_FORCE = Method(
    "in-force",
    1,
    LocalizedText(
        "An instrument is in force from the day announced by its depositary; lacking an announcement, from the day on which "
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
        "Every row has a standing: confirmed (read in the named source), derived (follows from confirmed rows), reported (said by "
        "somebody), disputed (sources disagree, all values kept), unknown (looked for, not found). A conclusion has the "
        "weakest standing among the rows beneath it.",
        "Каждая строка имеет статус: подтверждено (прочитано в названном источнике), выведено (следует из подтверждённых "
        "строк), сообщается (кем-либо сказано), источники расходятся (все значения сохранены), неизвестно (искали и не "
        "нашли). Вывод имеет слабейший из статусов строк, на которых он основан.",
    ),
)
CHANGE = Method(
    "change",
    1,
    LocalizedText(
        "Three computations are compared: the last review as it was, the same day seen with today's knowledge, and today. The "
        "first step is a change in the data, the second a change in the world; a figure whose rule has another version than "
        "in the last edition is a change of method.",
        "Сравниваются три расчёта: прошлый обзор в исходном виде, тот же день по нынешним сведениям и сегодняшний день. "
        "Первый шаг – изменение данных, второй – изменение действительности; показатель, правило которого имеет иную "
        "версию, чем в прошлой редакции, – изменение метода.",
    ),
)
CALENDAR = Method(
    "calendar",
    1,
    LocalizedText(
        "A date that is not yet fixed is an interval with conditions (before or after another meeting). Each interval is "
        "narrowed by its conditions as far as the dates it refers to are known; conditions that cannot all hold are named.",
        "Ещё не назначенная дата – это интервал с условиями (до или после другого заседания). Интервал сужается условиями, "
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


def count(
    name: str,
    method: Method,
    rows: tuple[str, ...],
    *,
    unit: str,
    standings: tuple[Standing, ...] = (),
    sources: tuple[str, ...] = (),
    filters: tuple[str, ...] = (),
    value: int | None = None,
) -> Figure:
    """A count with its trace; ``value`` where it is not simply the number of rows."""
    trace = Trace(method.name, method.version, rows, filters, standings, tuple(dict.fromkeys(sources)))
    return Figure(name, len(rows) if value is None else value, unit, trace)
