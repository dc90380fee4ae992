"""The labels of the pages of jobs and notices in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "jobs": ("My jobs", "Мои задания"),
    "jobs_lead": (
        "Work that takes its time goes on while you do something else. Only you see what you asked for.",
        "Длительная работа выполняется, пока вы заняты другим. Запущенные вами задания видите только вы.",
    ),
    "jobs_none": ("You have asked for nothing yet.", "Вы ещё ничего не запускали."),
    "job_asked": ("Asked for", "Запущено"),
    "job_started": ("Begun", "Начато"),
    "job_finished": ("Ended", "Завершено"),
    "job_not_yet": ("not yet", "ещё нет"),
    "job_progress": ("How far it is", "Ход выполнения"),
    "job_cancel": ("Stop this job", "Остановить задание"),
    "job_cancel_asked": ("It will stop before its next step.", "Задание остановится перед следующим шагом."),
    "job_look_again": ("Look again", "Обновить страницу"),
    "job_files": ("What it made", "Что получено"),
    "job_failed": (
        "It could not be done. What went wrong is in the log of the server; tell its operator the number of this job.",
        "Задание не выполнено. Причина записана в журнале сервера; сообщите его оператору номер этого задания.",
    ),
    "job_lost": (
        "The program that worked on it was ended, and nothing came of it. Ask for it again.",
        "Выполнявшая задание программа была прервана, результата нет. Запустите его снова.",
    ),
    "job_cancelled": (
        "It was stopped as you wished, and left nothing behind.",
        "Задание остановлено по вашему желанию, незавершённых файлов не осталось.",
    ),
    "notices": ("Notices", "Уведомления"),
    "notices_lead": (
        "What has changed and concerns you. An e-mail names no content, only that something is to be read here.",
        (
            "Изменения, которые вас касаются. В письмах содержание не приводится: только сообщение о том, что здесь "
            "есть новое."
        ),
    ),
    "notices_none": ("There are no notices.", "Уведомлений нет."),
    "notice_unread": ("new", "новое"),
    "notice_read": ("read", "прочитано"),
    "notice_mark": ("Mark as read", "Отметить прочитанным"),
    "notice_mark_all": ("Mark all as read", "Отметить все прочитанными"),
}
