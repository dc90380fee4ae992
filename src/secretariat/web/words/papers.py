"""The labels of the pages of papers in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "papers": ("Papers", "Рабочие документы"),
    "papers_lead": (
        "The working papers you may see, and no others: what is not shown here is not counted anywhere either.",
        "Рабочие документы, с которыми вам можно знакомиться. Остальные здесь не показаны и нигде не учитываются.",
    ),
    "papers_none": ("There are no such papers.", "Таких документов нет."),
    "papers_feed": ("Papers that changed", "Изменённые документы"),
    "table_papers": ("Papers", "Рабочие документы"),
    "search_papers": ("Papers", "Рабочие документы"),
    "secretariat_name": ("secretariat", "секретариат"),
    "paper_all": ("all", "все"),
    "paper_kind": ("Kind", "Вид"),
    "paper_stage": ("Stage", "Стадия"),
    "paper_mark": ("Distribution", "Распространение"),
    "paper_from": ("From", "От кого"),
    "paper_title": ("Title", "Название"),
    "paper_changed": ("Last changed", "Изменён"),
    "paper_about": ("About", "О чём"),
    "paper_text": ("Text", "Текст"),
    "paper_text_filter": ("Words of the title", "Слова из названия"),
    "paper_filter": ("Show", "Показать"),
    "paper_own_only": ("its originators alone", "только авторам"),
    "paper_begin": ("Begin a note", "Начать записку"),
    "paper_begin_lead": (
        "A draft that nobody outside your organisation knows of, until you give it another mark.",
        "Проект, о котором за пределами вашей организации не знает никто, пока вы не измените его пометку.",
    ),
    "paper_save": ("Save", "Сохранить"),
    "paper_write": ("Write", "Править"),
    "paper_place": ("Change stage or distribution", "Изменить стадию или распространение"),
    "paper_place_lead": (
        "From now on the new mark decides who sees the paper. What has been seen or taken along before stays known.",
        (
            "Отныне круг тех, кто видит документ, определяет новая пометка. Что было прочитано или сохранено прежде, "
            "остаётся известным."
        ),
    ),
    "paper_stage_hint": (
        "A draft is its originators' alone. What was tabled does not become a draft again.",
        "Проект видят только его авторы. Представленный документ проектом снова не становится.",
    ),
    "paper_mark_hint": (
        "How far the paper goes once it is no draft any more. A mark of distribution, not a security classification.",
        "Кому доступен документ, когда он уже не проект. Это пометка о распространении, а не гриф секретности.",
    ),
    "paper_reason": ("Reason", "Основание"),
    "paper_work": ("Work on this report", "Перейти к работе над отчётом"),
    "paper_who": ("Who sees this", "Кто это видит"),
    "paper_who_draft": ("its originators alone: it is a draft", "только авторы: это проект"),
    "paper_who_members": (
        "Delegations of members in good standing, and the secretariat",
        "Делегации членов, участие которых не приостановлено, и секретариат",
    ),
    "paper_who_organs": ("Those who sit in", "Участники органов"),
    "paper_who_released": ("Only these organisations", "Только эти организации"),
    "paper_who_named": ("Only these persons", "Только эти лица"),
    "paper_who_groups": ("Only who is in every one of these groups", "Только входящие в каждую из этих групп"),
    "paper_who_bound": (
        "It was made from papers of others: their limits hold for its originators, too, and cannot be taken away",
        "Составлен на основе чужих документов: их ограничения действуют и для его авторов, снять их нельзя",
    ),
    "paper_originators": ("Originators, who alone can change this", "Авторы; изменить это могут только они"),
    "paper_no_classification": (
        "This is a mark of distribution, not a security classification. Classified material has no place here.",
        "Это пометка о распространении, а не гриф секретности. Секретным материалам здесь не место.",
    ),
    "paper_empty": ("Nothing has been written yet.", "Пока ничего не написано."),
    "paper_files": ("Files", "Файлы"),
    "paper_files_none": ("There are no files.", "Файлов нет."),
    "paper_file_add": ("Add a file", "Добавить файл"),
    "paper_bytes": ("bytes", "байт"),
    "paper_steps": ("What was done with it", "Прохождение"),
    "paper_receipt": ("Receipt", "Квитанция"),
    "paper_receipt_hint": (
        "A receipt is a hash over the paper, its version, the step and its instant: it proves what was sent, and when.",
        "Квитанция – хеш документа, его версии, шага и момента: она подтверждает, что и когда было направлено.",
    ),
    "paper_versions": ("Versions", "Версии"),
    "paper_version": ("Version", "Версия"),
    "paper_newest": ("the newest", "последняя"),
    "paper_first_version": ("This is the first version.", "Это первая версия."),
    "paper_against_before": ("Against the version before it:", "По сравнению с предыдущей версией:"),
    "paper_kept": ("Kept, not saved yet", "Записано, но ещё не сохранено"),
    "paper_kept_hint": (
        "What you type is kept while you write, and comes back after a closed tab.",
        "Набранное записывается по ходу работы и вернётся, если вкладка закроется.",
    ),
    "paper_back_again": ("This is what you typed and did not save.", "Здесь то, что вы набрали, но не сохранили."),
    "paper_meanwhile": ("Somebody saved a newer version meanwhile.", "За это время сохранена более новая версия."),
    "paper_meanwhile_then": (
        "Your text is still in the form. Below is how it differs from that version; saving puts yours in its place.",
        (
            "Ваш текст по-прежнему в форме. Ниже показано, чем он отличается от этой версии; при сохранении её заменит "
            "ваш текст."
        ),
    ),
    "paper_text_too_long": ("the text is too long", "текст слишком длинный"),
    "paper_text_odd": ("the text holds a character that no text has", "в тексте недопустимый знак"),
    "paper_list_too_long": ("too many are named", "указано слишком много"),
    "paper_mark_needed": ("choose a stage and a distribution", "выберите стадию и распространение"),
    "paper_organs_needed": ("choose an organ", "выберите орган"),
    "paper_persons_needed": ("choose the persons", "выберите лиц"),
    "file_name": ("the file has no usable name", "у файла нет пригодного имени"),
    "not_seen": ("You would no longer see the paper yourself.", "Вы сами перестали бы видеть этот документ."),
    "stage_back": ("What was tabled does not become a draft again.", "Представленное проектом снова не становится."),
    "originators_fixed": ("Originators do not change.", "Авторы не меняются."),
    "limits_of_others": (
        "The limits of the papers it was made from stay.",
        "Ограничения документов, на основе которых он составлен, сохраняются.",
    ),
}
