"""What this register decides where the sign-in library asks: nobody registers, and an unknown identity is refused."""

from http import HTTPStatus
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from secretariat.access.queries import Person
from secretariat.sources.forms import language_of
from secretariat.web.sign_in.timeouts import LANGUAGE
from secretariat.web.words import WORDS


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is not typed for mypy
    """Accounts are made by invitation alone; their one-time passwords end with the first password of one's own."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  # the library names them
        """Nobody registers."""
        return False

    def pre_login(self, request: HttpRequest, user: Person, **also: Any) -> HttpResponse | None:
        """Speak to somebody in their language from the second step on."""
        request.session[LANGUAGE] = user.language
        answer: HttpResponse | None = super().pre_login(request, user, **also)
        return answer

    def set_password(self, user: Person, password: str) -> None:
        """Keep a password that its person chose."""
        user.set_password(password)
        user.has_one_time_password = False
        user.save(update_fields=["password", "has_one_time_password"])

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Back to the account."""
        return reverse("account")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_rest: Any, **also: Any
    ) -> None:
        """Say in our words what was done, where there is something worth saying."""
        name = (message_template or "").removesuffix(".txt").replace("/messages/", "_")
        said = WORDS[language_of(request)].get(f"said_{name}") or also.get("message")
        if said:
            messages.add_message(request, level, said)


class IdentityAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An identity of the ministry's provider signs in whom the secretariat invited, and nobody else."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Nobody registers this way either."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuse an identity whose verified address is no account's, and to tie one to an open session."""
        is_signing_in = sociallogin.state.get("process", AuthProcess.LOGIN) == AuthProcess.LOGIN
        if not (is_signing_in and sociallogin.is_existing and sociallogin.user.is_active):
            raise ImmediateHttpResponse(render(request, "account/signup_closed.html", status=HTTPStatus.FORBIDDEN))


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What an authenticator app shows."""

    def get_totp_issuer(self) -> str:
        """The name of the register."""
        return str(settings.MFA_TOTP_ISSUER)
