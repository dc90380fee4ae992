"""Labels and hints of forms in the language of the page: ``field_NAME`` and ``hint_NAME`` among the words."""

from django.forms import BaseForm

from secretariat.kernel import Language
from secretariat.web.words import WORDS


def put_words(form: BaseForm, language: Language) -> None:
    """Name the fields of a form; a field without a word of its own keeps the label that it came with."""
    words = WORDS[language]
    for name, field in form.fields.items():
        field.label = words.get(f"field_{name}", field.label)
        field.help_text = words.get(f"hint_{name}", "")
        field.widget.attrs.pop("placeholder", None)
