"""What the style guide fills each part with, in both languages."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms

from secretariat.kernel import Language
from secretariat.sources.views import Shelf

Sample = dict[str, Any]
Say = Callable[[str, str], str]
HERE = "#content"
"""The links of the specimens lead nowhere."""
DECISION = ("Decision on the joint statement", "Решение о совместном заявлении")
STATES = (("Armenia", "Армения"), ("Belarus", "Беларусь"), ("Kazakhstan", "Казахстан"))


def _form(say: Say) -> forms.Form:
    """A form that was sent with a mistake in it."""

    class Report(forms.Form):
        title = forms.CharField(
            label=say("Title", "Название"),
            help_text=say("As it will stand in the list", "Так, как будет в списке"),
            error_messages={"required": say("say what the report is about", "укажите, о чём отчёт")},
        )
        note = forms.CharField(label=say("Note", "Примечание"), required=False, widget=forms.Textarea)

    return Report({"note": ""}, auto_id="specimen-%s")


def _acts(say: Say) -> list[Sample]:
    """A deadline set, and moved."""
    return [
        {
            "date": date(2010, 12, 10),
            "text": say("the deadline was set: 31 December 2011", "срок установлен: 31 декабря 2011"),
            "by": say("Collective Security Council", "Совет коллективной безопасности"),
            "standing": "confirmed",
        },
        {
            "date": date(2011, 12, 20),
            "text": say("the deadline was moved by six months", "срок перенесён на шесть месяцев"),
            "by": say("Council of Foreign Ministers", "Совет министров иностранных дел"),
            "standing": "reported",
        },
    ]


def _work(say: Say) -> dict[str, Sample]:
    """Parts of pages on which work is done."""
    decision = say(*DECISION)
    return {
        "queue": {
            "name": say("Due this week", "Срок на этой неделе"),
            "queue": [
                {
                    "address": HERE,
                    "title": decision,
                    "status": status,
                    "text": say("due 31 December 2011", "срок 31 декабря 2011"),
                }
                for status in ("claimed", "in_progress")
            ],
        },
        "steps": {
            "name": say("Report", "Отчёт"),
            "steps": [
                (say("Draft", "Проект"), "done"),
                (say("Evidence", "Подтверждения"), "now"),
                (say("Submission", "Представление"), ""),
            ],
        },
        "progress": {
            "key": "specimen-progress",
            "label": say("Review", "Обзор"),
            "done": 7,
            "most": 10,
            "text": say("Writing the chapter on partners", "Пишется глава о партнёрах"),
        },
        "timeline": {"name": say("Deadlines", "Сроки"), "acts": _acts(say)},
        "board": {
            "name": say("Positions of the members", "Позиции членов"),
            "members": [
                {"name": say(*STATES[0]), "status": "agree"},
                {"name": say(*STATES[1]), "status": "reservation", "note": say("on paragraph 3", "по пункту 3")},
                {"name": say(*STATES[2]), "status": ""},
            ],
        },
        "difference": {
            "pieces": [
                ("same", say("The ministers ", "Министры ")),
                ("gone", say("took note of", "приняли к сведению")),
                ("new", say("approved", "одобрили")),
                ("same", say(" the report.", " доклад.")),
            ]
        },
        "confirm": {
            "method": "get",
            "action": "",
            "label": say("Withdraw the draft", "Отозвать проект"),
            "tone": "danger",
            "back": HERE,
            "consequences": [say("The members no longer see it", "Члены больше его не видят")],
        },
    }


def _forms(say: Say) -> dict[str, Sample | list[Sample]]:
    """Parts of forms."""
    form = _form(say)
    return {
        "button": [
            {"type": "button", "label": say("Submit", "Представить")},
            {"type": "button", "tone": "quiet", "label": say("Save the draft", "Сохранить проект")},
            {"type": "button", "tone": "danger", "label": say("Withdraw", "Отозвать")},
        ],
        "field": [{"field": form["title"]}, {"field": form["note"]}],
        "mistakes": {"form": form},
        "upload": {
            "key": "specimen-evidence",
            "label": say("Evidence", "Подтверждение"),
            "kinds": "PDF, DOCX",
            "accept": ".pdf,.docx",
            "most": say("20 MB", "20 МБ"),
        },
        "notice": [
            {"text": say("The report is a draft until it is submitted.", "До представления отчёт остаётся проектом.")},
            {"tone": "good", "text": say("The report was submitted.", "Отчёт представлен.")},
            {
                "tone": "warn",
                "title": say("Somebody saved before you", "Кто-то сохранил раньше вас"),
                "text": say("Your text is kept below.", "Ваш текст сохранён ниже."),
            },
            {"tone": "bad", "text": say("The file could not be read.", "Файл не удалось прочитать.")},
        ],
    }


def samples(language: Language) -> dict[str, Sample | list[Sample]]:
    """What each part of the guide is filled with, by the name of the part."""

    def say(english: str, russian: str) -> str:
        return english if language == "en" else russian

    decision = say(*DECISION)
    return {
        **_forms(say),
        **_work(say),
        "table": {
            "key": "specimen-table",
            "caption": say("Members: 2", "Члены: 2"),
            "names": [say(*each) for each in STATES[:2]],
        },
        "tabs": {
            "name": decision,
            "tabs": [(say("Text", "Текст"), HERE, True), (say("History", "История"), HERE, False)],
        },
        "pager": {"shelf": Shelf(2, 5, 230)},
        "trail": {"trail": [(say("Decisions", "Решения"), HERE), (decision, "")]},
        "figure": {
            "key": "specimen-figure",
            "title": say("Implemented of accepted", "Выполнено из принятых"),
            "value": 12,
            "denominator": 27,
            "unit": say("commitments", "поручений"),
            "method": say("cohort frozen at adoption", "состав на дату принятия"),
            "basis": "derived",
            "rows": HERE,
        },
        "facts": {"facts": [(say("Organ", "Орган"), say("Permanent Council", "Постоянный совет")), ("№", "")]},
        "card": {
            "address": HERE,
            "title": decision,
            "text": say("Adopted in Minsk.", "Принято в Минске."),
            "meta": "2011-05-31",
        },
    }
