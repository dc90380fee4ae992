"""The addresses of signing in: of the library's pages those that are wanted here, under names that it knows."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as identity
from allauth.socialaccount.providers.openid_connect import views as ministry
from allauth.usersessions import views as sessions
from django.urls import path, re_path

from secretariat.web.sign_in.views import again

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/disabled/", account.account_inactive, name="account_inactive"),
    path("sign-in/again/", again, name="account_reauthenticate"),
    path("sign-in/again/code/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("sign-in/again/key/", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sign-in/second-step/", factors.authenticate, name="mfa_authenticate"),
    path("sign-in/key/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/cancelled/", identity.login_cancelled, name="socialaccount_login_cancelled"),
    path("sign-in/failed/", identity.login_error, name="socialaccount_login_error"),
    path("sign-in/with/<slug:provider_id>/", ministry.login, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/callback/", ministry.callback, name="openid_connect_callback"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/new/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/password/first/", account.password_set, name="account_set_password"),
    path("account/security/", factors.index, name="mfa_index"),
    path("account/security/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/security/app/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/security/codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/security/codes/new/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/security/codes.txt", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/security/keys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("account/security/keys/new/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("account/security/keys/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path("account/security/keys/<int:pk>/remove/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("account/sessions/", sessions.list_usersessions, name="usersessions_list"),
]
