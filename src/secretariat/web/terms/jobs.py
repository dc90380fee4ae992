"""The terms of jobs and notices in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {
    "JobState.waiting": ("waiting", "ожидает"),
    "JobState.running": ("running", "выполняется"),
    "JobState.done": ("done", "выполнено"),
    "JobState.failed": ("failed", "не выполнено"),
    "JobState.cancelled": ("stopped", "остановлено"),
    "JobState.lost": ("lost", "прервано"),
    # kinds
    "review.edition": ("edition of the review", "подготовка обзора"),
    "notices.mail": ("e-mail about notices", "письма об уведомлениях"),
    # stages of an edition
    "reading the register": ("reading the register", "чтение реестра"),
    "computing": ("computing", "расчёт показателей"),
    "gathering the rows": ("gathering the rows behind the figures", "сбор строк, на которых основаны показатели"),
    "drawing": ("drawing charts and maps", "построение графиков и карт"),
    "setting pages": ("setting pages", "вёрстка страниц"),
}
