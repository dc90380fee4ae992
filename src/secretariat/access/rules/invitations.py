"""The e-mail by which somebody is invited, in the languages of the register."""

from typing import NamedTuple


class Letter(NamedTuple):
    """What an e-mail says."""

    subject: str
    text: str


_SUBJECT = {"en": "Your account in the register", "ru": "Ваша учётная запись в реестре"}
_TEXT = {
    "en": (
        "{name},\n\nan account in the register has been made for you. Choose a password under this address; "
        "it works once and for three days:\n\n{link}\n\nAfterwards you sign in with this e-mail address. "
        "If the link no longer works, ask for a new one under «Forgotten your password?» on the sign-in page. "
        "If you do not know what this is about, ignore this message: without a password nobody can use the account.\n"
    ),
    "ru": (
        "{name},\n\nдля вас создана учётная запись в реестре. Задайте пароль по этой ссылке; "
        "она действует один раз, в течение трёх дней:\n\n{link}\n\nПосле этого входите по адресу электронной почты, "
        "на который пришло это письмо. Если ссылка уже не действует, запросите новую: «Забыли пароль?» на странице "
        "входа. Если вы не понимаете, о чём идёт речь, не отвечайте на письмо: без пароля учётной записью никто "
        "не сможет воспользоваться.\n"
    ),
}


def letter_of_invitation(*, name: str, link: str, language: str) -> Letter:
    """The invitation in a person's language; English where it is none of ours."""
    spoken = language if language in _TEXT else "en"
    return Letter(_SUBJECT[spoken], _TEXT[spoken].format(name=name, link=link))
