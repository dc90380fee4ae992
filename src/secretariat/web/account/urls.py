"""The addresses of accounts."""

from django.urls import path

from secretariat.web.account.feeds import feeds
from secretariat.web.account.people import people, person
from secretariat.web.account.views import account, tokens

urlpatterns = [
    path("account", account, name="account"),
    path("account/tokens", tokens, name="account-tokens"),
    path("account/feeds", feeds, name="account-feeds"),
    path("people", people, name="people"),
    path("people/<str:code>", person, name="person"),
]
