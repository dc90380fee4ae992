"""Reading the forms of accounts: what was sent, or what is wrong with it, in the language of the page."""

from typing import Any
from zoneinfo import available_timezones

from django import forms

from secretariat.access.queries import Person
from secretariat.access.rules import AppointmentKind, Duty, Seat
from secretariat.kernel import Language
from secretariat.web.tags import spoken_term
from secretariat.web.wording import put_words
from secretariat.web.words import WORDS

LONGEST_LIFE = 366
"""Days."""


class WordedForm(forms.Form):
    """A form whose labels and hints are words of ours: ``field_NAME`` and ``hint_NAME``."""

    def __init__(self, language: Language, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        put_words(self, language)
        self.words = WORDS[language]


class AccountForm(WordedForm):
    """How somebody wants to be named and addressed."""

    name = forms.CharField(max_length=200)
    language = forms.ChoiceField(choices=[("en", "English"), ("ru", "Русский")])
    time_zone = forms.ChoiceField()
    mail = forms.ChoiceField()

    def __init__(self, language: Language, person: Person, *arguments: Any, **named: Any) -> None:
        own = {"name": person.name, "language": person.language, "time_zone": person.time_zone, "mail": person.mail}
        super().__init__(language, *arguments, initial=own, **named)
        self.fields["time_zone"].choices = [(zone, zone) for zone in sorted(available_timezones())]  # type: ignore[attr-defined]
        self.fields["mail"].choices = [  # type: ignore[attr-defined]
            (choice, self.words[f"mail_{choice}"]) for choice in ("at_once", "daily", "none")
        ]


class TokenForm(WordedForm):
    """What a key for programs is for."""

    name = forms.CharField(max_length=100)
    scope = forms.ChoiceField()
    days = forms.IntegerField(min_value=1, max_value=LONGEST_LIFE, initial=90)

    def __init__(self, language: Language, *arguments: Any, **named: Any) -> None:
        super().__init__(language, *arguments, **named)
        self.fields["scope"].choices = [(each, self.words[f"scope_{each}"]) for each in ("read", "write")]  # type: ignore[attr-defined]


class InvitationForm(WordedForm):
    """Who is invited, and on whose behalf."""

    email = forms.EmailField(max_length=254)
    name = forms.CharField(max_length=200)
    organisation = forms.CharField(max_length=80)
    language = forms.ChoiceField(choices=[("en", "English"), ("ru", "Русский")])
    time_zone = forms.ChoiceField(initial="UTC")

    def __init__(self, language: Language, *arguments: Any, **named: Any) -> None:
        super().__init__(language, *arguments, **named)
        self.fields["time_zone"].choices = [(zone, zone) for zone in sorted(available_timezones())]  # type: ignore[attr-defined]


class AppointmentForm(WordedForm):
    """To what somebody is appointed."""

    kind = forms.ChoiceField()
    appointment = forms.CharField(max_length=160)
    role = forms.ChoiceField(required=False)

    def __init__(self, language: Language, *arguments: Any, **named: Any) -> None:
        super().__init__(language, *arguments, **named)
        kinds = [(each.value, spoken_term(each, language)) for each in AppointmentKind]
        roles = [("", "–"), *((each.value, spoken_term(each, language)) for each in Seat)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]


def duty_terms(duties: frozenset[Duty], language: Language) -> list[tuple[str, str]]:
    """The duties of a kind of organisation: as one types them, and what they mean."""
    return sorted((duty.value, spoken_term(duty, language)) for duty in duties)
