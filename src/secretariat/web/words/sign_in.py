"""The labels of signing in, of one's own account and of the persons of the register, in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    # the menu
    "sign_in": ("Sign in", "Войти"),
    "sign_out": ("Sign out", "Выйти"),
    "my_desk": ("My desk", "Рабочий стол"),
    "my_account": ("My account", "Моя учётная запись"),
    "people": ("People", "Пользователи"),
    "body_secretariat": ("Secretariat", "Секретариат"),
    "body_delegation": ("Delegation", "Делегация"),
    "body_partner": ("Partner organisation", "Организация-партнёр"),
    # fields, by their names in the forms
    "field_login": ("E-mail address", "Адрес электронной почты"),
    "field_email": ("E-mail address", "Адрес электронной почты"),
    "field_password": ("Password", "Пароль"),
    "field_oldpassword": ("Present password", "Текущий пароль"),
    "field_password1": ("New password", "Новый пароль"),
    "field_password2": ("New password once more", "Новый пароль ещё раз"),
    "field_code": ("Code", "Код"),
    "field_name": ("Name", "Имя"),
    "field_passwordless": ("Sign in with it alone, without a password", "Входить только с этим ключом, без пароля"),
    "field_language": ("Language", "Язык"),
    "field_time_zone": ("Time zone", "Часовой пояс"),
    "field_mail": ("E-mail about changes", "Письма об изменениях"),
    "field_scope": ("What it may do", "Что разрешено"),
    "field_days": ("Valid for how many days", "Срок действия в днях"),
    "field_organisation": ("Organisation", "Организация"),
    "field_kind": ("Kind of appointment", "Вид назначения"),
    "field_appointment": ("Duty, organ or group", "Обязанность, орган или группа"),
    "field_role": ("Role in the organ", "Роль в органе"),
    "hint_code": (
        "Six digits from the authenticator app, or a recovery code of eight digits.",
        "Шесть цифр из приложения для подтверждения входа либо резервный код из восьми цифр.",
    ),
    "hint_password1": (
        "At least 12 characters, not only digits, not one that everybody uses.",
        "Не менее 12 знаков, не только цифры и не из числа распространённых паролей.",
    ),
    "hint_organisation": (
        "secretariat, state:KG for a delegation, partner:UN for a partner organisation.",
        "secretariat – секретариат, state:KG – делегация, partner:UN – организация-партнёр.",
    ),
    "hint_appointment": (
        "A duty as listed below, the code of an organ, or the name of a need-to-know group.",
        "Обязанность из списка ниже, код органа или имя группы ограниченного доступа.",
    ),
    "mistake_in_form": ("This has to be put right", "Это нужно исправить"),
    # signing in
    "sign_in_lead": (
        "Accounts are given by the secretariat. What is public needs none.",
        "Учётные записи выдаёт секретариат. Для общедоступных сведений вход не требуется.",
    ),
    "forgot_password": ("Forgotten your password?", "Забыли пароль?"),
    "passkey": ("Sign in with a passkey", "Войти с ключом доступа"),
    "with_provider": ("Sign in with", "Войти через"),
    "or": ("or", "или"),
    "needs_script": (
        "Passkeys need JavaScript in this browser.",
        "Для ключей доступа в браузере должен быть включён JavaScript.",
    ),
    "second_step": ("Second step", "Второй шаг"),
    "second_step_lead": (
        "Your account is protected by a second step.",
        "Ваша учётная запись защищена вторым шагом.",
    ),
    "use_key": ("Use a security key", "Использовать ключ безопасности"),
    "cancel": ("Cancel", "Отмена"),
    "continue": ("Continue", "Продолжить"),
    "again": ("Confirm that it is you", "Подтвердите, что это вы"),
    "again_lead": (
        "What you are about to do needs a confirmation that is not older than ten minutes.",
        "Для этого действия нужно подтверждение не старше десяти минут.",
    ),
    "again_other": ("Other ways", "Другие способы"),
    "again_way_reauthenticate": ("By password", "Паролем"),
    "again_way_mfa": ("By a code", "Кодом"),
    "again_way_key": ("By a security key", "Ключом безопасности"),
    "again_provider": (
        "You have no password here: sign in once more with your identity provider.",
        "У вас здесь нет пароля: войдите ещё раз через систему вашего ведомства.",
    ),
    "confirm_it": ("Confirm", "Подтвердить"),
    "kept": ("What you wrote was kept", "Введённое вами сохранено"),
    "kept_lead": (
        (
            "Thank you for confirming. Nothing has been sent yet: send it now, or go back to the page. "
            "A file has to be chosen once more."
        ),
        (
            "Спасибо за подтверждение. Пока ничего не отправлено: отправьте сейчас или вернитесь на страницу. "
            "Файл нужно выбрать ещё раз."
        ),
    ),
    "kept_send": ("Send what I wrote", "Отправить введённое"),
    "kept_back": ("Back to the page without sending", "Вернуться на страницу, не отправляя"),
    "sign_out_lead": ("End this session on this device?", "Завершить этот сеанс на этом устройстве?"),
    "session_over": (
        "Your session was over, because nothing was asked for a while or it had lasted its day. Sign in again.",
        "Ваш сеанс завершён: долго не было запросов или истёк срок его действия. Войдите снова.",
    ),
    "refused": ("Signing in is not possible", "Войти нельзя"),
    "refused_lead": (
        "There is no account here for this identity. The secretariat invites the persons who have one.",
        "Учётной записи для этих данных здесь нет. Учётные записи выдаются по приглашению секретариата.",
    ),
    "disabled": ("This account is closed", "Эта учётная запись закрыта"),
    "disabled_lead": (
        "If that is a mistake, turn to the secretariat.",
        "Если это ошибка, обратитесь в секретариат.",
    ),
    "cancelled_sign_in": ("Signing in was called off", "Вход отменён"),
    "failed_sign_in": (
        "The identity provider did not confirm who you are",
        "Система вашего ведомства не подтвердила вашу личность",
    ),
    "failed_sign_in_lead": (
        "Try again. If it fails again, tell the secretariat when it happened.",
        "Попробуйте ещё раз. Если не получится, сообщите секретариату время попытки.",
    ),
    "form_refused": ("This form cannot be taken", "Форма не принята"),
    "form_refused_lead": (
        (
            "It did not come from a page of this register, or the page is too old, or cookies are switched off. "
            "Load the page again and send it once more."
        ),
        (
            "Она отправлена не со страницы реестра, либо страница устарела, либо отключены файлы cookie. "
            "Обновите страницу и отправьте ещё раз."
        ),
    ),
    "too_often": ("Too many attempts", "Слишком много попыток"),
    "too_often_lead": ("Wait some minutes and try again.", "Подождите несколько минут и попробуйте снова."),
    # passwords
    "reset_title": ("A new password", "Новый пароль"),
    "reset_lead": (
        "We send a link to your e-mail address by which you choose a new password.",
        "На ваш адрес электронной почты придёт ссылка, по которой можно задать новый пароль.",
    ),
    "reset_send": ("Send the link", "Отправить ссылку"),
    "reset_sent": ("Look into your mail", "Проверьте почту"),
    "reset_sent_lead": (
        "If there is an account with this address, a link is on its way. It works once and for three days.",
        "Если учётная запись с этим адресом есть, ссылка уже отправлена. Она действует один раз, в течение трёх дней.",
    ),
    "choose_password": ("Choose a password", "Задайте пароль"),
    "keep_password": ("Keep this password", "Сохранить пароль"),
    "link_over": ("This link no longer works", "Эта ссылка больше не действует"),
    "link_over_lead": (
        "It was used already, or is older than three days.",
        "Она уже использована или старше трёх дней.",
    ),
    "link_anew": ("Ask for a new link", "Запросить новую ссылку"),
    "password_kept": ("Your password is set", "Пароль задан"),
    "change_password": ("Change the password", "Сменить пароль"),
    "one_time_lead": (
        "You signed in with a one-time password. Choose one of your own before anything else.",
        "Вы вошли с одноразовым паролем. Прежде всего задайте свой пароль.",
    ),
    "mail_reset_subject": ("A new password for the register", "Новый пароль для реестра"),
    "mail_reset_text": (
        (
            "Somebody, probably you, asked for a new password. Choose it under this address; it works once, for three "
            "days. If it was not you, do nothing: your password stays as it is."
        ),
        (
            "Кто-то, вероятно вы, запросил новый пароль. Задайте его по этой ссылке; она действует один раз, в течение "
            "трёх дней. Если это были не вы, ничего не делайте: пароль останется прежним."
        ),
    ),
    # what was done
    "said_account_password_changed": ("Your password is set.", "Пароль задан."),
    "said_account_password_set": ("Your password is set.", "Пароль задан."),
    "said_account_logged_out": ("You are signed out.", "Вы вышли."),
    "said_mfa_totp_activated": ("The authenticator app is on.", "Приложение для подтверждения подключено."),
    "said_mfa_totp_deactivated": ("The authenticator app is off.", "Приложение для подтверждения отключено."),
    "said_mfa_recovery_codes_generated": ("There are new recovery codes.", "Созданы новые резервные коды."),
    "said_mfa_webauthn_added": ("The key was added.", "Ключ добавлен."),
    "said_mfa_webauthn_removed": ("The key was removed.", "Ключ удалён."),
    "said_usersessions_sessions_logged_out": ("The other sessions were ended.", "Остальные сеансы завершены."),
    "said_account_kept": ("Your account was kept as you wish.", "Изменения сохранены."),
    "said_token_revoked": ("The key no longer works.", "Ключ больше не действует."),
    "said_invited": ("The invitation was sent.", "Приглашение отправлено."),
    "said_appointed": ("The appointment holds from now on.", "Назначение действует с этого момента."),
    "said_ended": ("The appointment has ended.", "Назначение прекращено."),
    "said_disabled": (
        "The account is closed; its open sessions have ended.",
        "Учётная запись закрыта, её открытые сеансы завершены.",
    ),
    # security
    "security": ("Second step", "Второй шаг"),
    "security_lead": (
        "A second step keeps others out who have come to know your password.",
        "Второй шаг не пустит того, кто узнал ваш пароль.",
    ),
    "app": ("Authenticator app", "Приложение для подтверждения входа"),
    "app_on": ("An authenticator app is connected.", "Приложение подключено."),
    "app_off": ("No authenticator app is connected.", "Приложение не подключено."),
    "app_activate": ("Connect an app", "Подключить приложение"),
    "app_deactivate": ("Disconnect the app", "Отключить приложение"),
    "app_lead": (
        "Scan the picture with the app, or type the secret into it; then enter the code that the app shows.",
        "Отсканируйте изображение приложением или введите в него секретный ключ, затем введите код из приложения.",
    ),
    "app_picture": ("The secret as a picture for the app", "Секретный ключ в виде изображения для приложения"),
    "app_secret": ("The secret", "Секретный ключ"),
    "app_deactivate_lead": (
        "Without the app, your password alone is asked for.",
        "Без приложения будет запрашиваться только пароль.",
    ),
    "keys": ("Security keys and passkeys", "Ключи безопасности и ключи доступа"),
    "keys_none": ("No key has been added.", "Ключей нет."),
    "key": ("Key", "Ключ"),
    "key_passkey": ("passkey", "ключ доступа"),
    "key_second": ("security key", "ключ безопасности"),
    "key_added": ("Added", "Добавлен"),
    "key_used": ("Last used", "Последнее использование"),
    "key_unused": ("not yet", "ещё не использовался"),
    "key_add": ("Add a key", "Добавить ключ"),
    "key_change": ("Change", "Изменить"),
    "key_edit": ("Rename", "Переименовать"),
    "key_remove": ("Remove", "Удалить"),
    "key_remove_lead": ("You can no longer sign in with this key.", "Войти с этим ключом будет нельзя."),
    "codes": ("Recovery codes", "Резервные коды"),
    "codes_lead": (
        "Each code works once, where the app or the key is lost. Keep them where your password is not.",
        "Каждый код действует один раз, если приложение или ключ утрачены. Храните их отдельно от пароля.",
    ),
    "codes_left": ("Codes that are left", "Осталось кодов"),
    "codes_none": ("There are no recovery codes.", "Резервных кодов нет."),
    "codes_show": ("Show the codes", "Показать коды"),
    "codes_download": ("As a file", "Скачать файлом"),
    "codes_new": ("Make new codes", "Создать новые коды"),
    "codes_new_lead": (
        "The codes that you have no longer work then.",
        "Имеющиеся коды после этого действовать не будут.",
    ),
    # sessions
    "sessions": ("My sessions", "Мои сеансы"),
    "sessions_lead": (
        "Where you are signed in. A session ends by itself when nothing is asked for a while, and after a day's work.",
        "Где выполнен вход. Сеанс завершается сам, если долго нет запросов, и по окончании рабочего дня.",
    ),
    "session_began": ("Began", "Начало"),
    "session_from": ("From", "Откуда"),
    "session_browser": ("Browser", "Браузер"),
    "session_here": ("this session", "этот сеанс"),
    "sessions_end": ("End all other sessions", "Завершить остальные сеансы"),
    # account
    "account_keep": ("Keep", "Сохранить"),
    "account_zone_lead": (
        "Instants are shown to you in this time zone.",
        "Время показывается вам в этом часовом поясе.",
    ),
    "account_duties": ("What you are appointed to", "Ваши назначения"),
    "account_no_duties": ("Nothing has been recorded.", "Назначений нет."),
    "mail_at_once": ("at once", "сразу"),
    "mail_daily": ("once a day", "раз в день"),
    "mail_none": ("none", "не присылать"),
    # tokens
    "tokens": ("Keys for programs", "Ключи для программ"),
    "tokens_lead": (
        "With a key, a program of yours reads what you may see. Whoever has the key is you: do not pass it on.",
        (
            "С ключом ваша программа читает то, что доступно вам. Владелец ключа действует от вашего имени: "
            "не передавайте его."
        ),
    ),
    "tokens_none": ("You have no keys.", "Ключей нет."),
    "token_new": ("Issue a key", "Выдать ключ"),
    "token_shown": ("Your new key", "Ваш новый ключ"),
    "token_shown_lead": (
        "It is shown this once. Copy it now; only its fingerprint is kept.",
        "Он показывается один раз. Скопируйте его сейчас: хранится только его отпечаток.",
    ),
    "token_expires": ("Valid until", "Действует до"),
    "token_issued": ("Issued", "Выдан"),
    "token_revoke": ("Revoke", "Отозвать"),
    "token_over": ("expired", "истёк"),
    "scope_read": ("read", "чтение"),
    "scope_write": ("read and write", "чтение и запись"),
    # people
    "people_lead": (
        (
            "Who has an account, by organisation. An appointment lets somebody act; it never shows more than the "
            "organisation may see."
        ),
        (
            "Пользователи по организациям. Назначение позволяет действовать, но не открывает больше, чем доступно "
            "организации."
        ),
    ),
    "person_invite": ("Invite somebody", "Пригласить"),
    "person_invited": ("The link of the invitation", "Ссылка для приглашения"),
    "person_invited_lead": (
        "It went out by e-mail. Pass it on yourself only where e-mail does not arrive; it works once.",
        (
            "Она отправлена по электронной почте. Передавайте её лично, только если письмо не доходит; "
            "она действует один раз."
        ),
    ),
    "person_not_mailed": (
        "The e-mail could not be sent. Pass the link on yourself; it works once, for three days.",
        "Письмо отправить не удалось. Передайте ссылку лично; она действует один раз, в течение трёх дней.",
    ),
    "person_state": ("Account", "Учётная запись"),
    "person_active": ("open", "открыта"),
    "person_closed": ("closed", "закрыта"),
    "person_disable": ("Close the account", "Закрыть учётную запись"),
    "person_disable_lead": (
        (
            "The person can no longer sign in, and open sessions end with their next request. What was done "
            "stays on record."
        ),
        "Войти будет нельзя, открытые сеансы завершатся при следующем запросе. Совершённое остаётся в журнале.",
    ),
    "person_appoint": ("Appoint", "Назначить"),
    "appointments": ("Appointments", "Назначения"),
    "appointment_from": ("From", "С"),
    "appointment_until": ("Until", "До"),
    "appointment_open": ("until further notice", "бессрочно"),
    "appointment_end": ("End", "Прекратить"),
    "duties_known": ("Duties in this organisation", "Обязанности в этой организации"),
    "no_organisation": (
        "The register knows no such organisation.",
        "Такой организации в реестре нет.",
    ),
    "no_organ": ("The register knows no such organ.", "Такого органа в реестре нет."),
    "address_taken": ("There is an account with this address already.", "Учётная запись с этим адресом уже есть."),
    "no_such_duty": (
        "This organisation has no such duty, or an organ needs a role.",
        "В этой организации нет такой обязанности, либо для органа не указана роль.",
    ),
}
