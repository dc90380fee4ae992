"""Consultations: who has a say, who consented, and the quorum in each reading of the rule."""

from secretariat.kernel import Figure, LocalizedText
from secretariat.response.queries import Case
from secretariat.response.rules import Hearing
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Chart, Display, Mark, Table, Value, say
from secretariat.review.rules.response import ANSWER_LETTERS, ANSWER_WORDS, CONSENT
from secretariat.review.sections.response.cases import name_of, titled
from secretariat.review.sections.response.figures import consents_figure, trace_of
from secretariat.review.sections.response.pledges import DASH, SOURCE


def _hearings(shot: Snapshot) -> list[tuple[Case, Hearing]]:
    return [(case, hearing) for case in shot.response.cases for hearing in case.course.hearings]


def _quorum(hearing: Hearing) -> Cell:
    """The quorum in each reading of the rule."""
    quorum = hearing.adoption.quorum if hearing.adoption else None
    if quorum is None:
        return DASH
    values: dict[str, Value] = {}
    english, russian = [], []
    names = (LocalizedText("all entitled", "все имеющие право"), LocalizedText("those present", "участвующие"))
    for number, reading in enumerate(quorum.readings):
        trace = trace_of(CONSENT, [hearing.consultation.basis], reading.name)
        key = f"{hearing.consultation.key.lower()}-{number}"
        values[f"n_{number}"] = Figure(f"{key}-answers-needed", reading.needed, "answers", trace)
        values[f"p_{number}"] = Figure(f"{key}-answers-given", quorum.present, "answers", trace)
        met = LocalizedText("met", "есть") if reading.met else LocalizedText("not met", "нет")
        name = names[number] if len(quorum.readings) > 1 else LocalizedText("quorum", "кворум")
        english.append(f"{name.en}: {{n_{number}}} needed, {{p_{number}}} answered – {met.en}")
        russian.append(f"{name.ru}: необходимо {{n_{number}}}, ответили {{p_{number}}} – {met.ru}")
    return say("; ".join(english), "; ".join(russian), **values)


def _hearing_row(shot: Snapshot, case: Case, hearing: Hearing) -> tuple[Cell, ...]:
    organ = shot.organs.get(hearing.consultation.organ)
    key = hearing.consultation.organ
    start: tuple[Cell, ...] = (
        case.request.text or LocalizedText(case.request.key, case.request.key),
        (organ.short or organ.name) if organ else LocalizedText(key, key),
        hearing.consultation.when,
    )
    if hearing.closing is None:
        complete = case.complete[hearing.consultation.key]
        word = (
            LocalizedText("complete", "все ответы получены")
            if complete
            else LocalizedText("incomplete", "получены не все ответы")
        )
        return (
            *start,
            DASH,
            word,
            DASH,
            LocalizedText("sealed until the close", "опечатано до закрытия"),
            hearing.standing,
        )
    agreed = (
        Mark("accepted", LocalizedText("agreed", "согласовано"))
        if hearing.agreed
        else Mark("blocked", LocalizedText("not agreed", "не согласовано"))
    )
    return (
        *start,
        hearing.closing.when,
        consents_figure(hearing),
        _quorum(hearing),
        agreed if not hearing.closing.text else say("{v}: {t}", "{v}: {t}", v=agreed.word, t=hearing.closing.text),
        hearing.standing,
    )


def blocks(shot: Snapshot) -> list[Block]:
    """The log of consultations, and the grid of answers of those that are closed."""
    found = _hearings(shot)
    if not found:
        return []
    display = Display(
        "force-consents",
        say(
            "Consultations: who consented, by how many of those with a say",
            "Консультации: сколько согласий из имеющих голос",
        ),
        say(
            "Consents among the members that have a say; the quorum in each reading where the rule is not known",
            "Согласия среди членов, имеющих голос; кворум – в каждом прочтении, если правило неизвестно",
        ),
        SOURCE,
        say(
            "Where the readings of the quorum differ, the result is disputed. Answers are sealed until the close.",
            "Если прочтения кворума расходятся, результат считается спорным. До закрытия ответы опечатаны.",
        ),
    )
    columns = (
        LocalizedText("Request", "Обращение"),
        LocalizedText("Organ", "Орган"),
        LocalizedText("Opened", "Начата"),
        LocalizedText("Closed", "Закрыта"),
        LocalizedText("Consents", "Согласия"),
        LocalizedText("Quorum", "Кворум"),
        LocalizedText("Result", "Результат"),
        LocalizedText("Standing", "Статус сведений"),
    )
    rows = tuple(_hearing_row(shot, case, hearing) for case, hearing in found)
    return [Table(display, columns, rows, dense=True, widths=(1.6, 0.7, 1, 1, 1, 2, 2, 1.1)), *_matrix(shot)]


_MATRIX_TONE = {
    "consents": "party",
    "no_objection": "consented",
    "not_participating": "signatory",
    "not_bound": "lapsed",
}


def _answer_of(hearing: Hearing, code: str) -> str:
    if code in hearing.voices.suspended:
        return "suspended"
    if code in hearing.voices.not_bound:
        return "not_bound"
    if code not in hearing.voices.counted:
        return "none"
    own = next((each for each in hearing.answers if each.state == code), None)
    return own.answer.value if own is not None and own.answer is not None else "unknown"


def _matrix(shot: Snapshot) -> list[Block]:
    """Who answered what, of the consultations that are closed."""
    closed = [(case, hearing) for case, hearing in _hearings(shot) if hearing.is_closed]
    if not closed:
        return []
    codes = sorted({code for _, each in closed for code in each.voices.counted | each.voices.suspended})
    rows: list[dict[str, Value]] = []
    for case, hearing in closed:
        for code in codes:
            answer = _answer_of(hearing, code)
            rows.append(
                {
                    "row": titled(shot, case),
                    "column": name_of(shot, code),
                    "status": _MATRIX_TONE.get(answer, answer),
                    "letter": ANSWER_LETTERS[answer],
                    "word": ANSWER_WORDS[answer],
                }
            )
    display = Display(
        "force-answers",
        say("What each member answered", "Что ответил каждый член"),
        say("Closed consultations by {on}, by member", "Закрытые консультации на {on}, по членам", on=shot.on),
        SOURCE,
        say(
            "“?” means that an answer was looked for and not found.",
            "«?» означает, что ответ искали и не нашли.",
        ),
    )

    def line(case: Case, hearing: Hearing, language: str) -> str:
        said = ", ".join(
            f"{getattr(name_of(shot, code), language)} – {getattr(ANSWER_WORDS[_answer_of(hearing, code)], language)}"
            for code in codes
        )
        return f"{getattr(name_of(shot, case.request.state), language)}: {said}"

    alt = say(
        "A grid of consultations and members. {lines}.",
        "Сетка консультаций и членов. {lines}.",
        lines=LocalizedText(
            "; ".join(line(case, hearing, "en") for case, hearing in closed),
            "; ".join(line(case, hearing, "ru") for case, hearing in closed),
        ),
    )
    return [Chart(display, "matrix", tuple(rows), alt, alphabetical="column")]
