"""The labels of editions of the review in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "editions": ("Editions of the review", "Выпуски обзора"),
    "table_editions": ("Editions of the review", "Выпуски обзора"),
    "editions_lead": (
        "Circulated for comments, and issued. What the secretariat is still preparing is shown to it alone.",
        "Разосланные для замечаний и изданные. Готовящиеся выпуски видит только секретариат.",
    ),
    "editions_none": ("There is no edition.", "Выпусков нет."),
    "edition": ("Edition of the review", "Выпуск обзора"),
    "edition_open": ("Open the edition", "Открыть выпуск"),
    "edition_begin": ("New edition", "Новый выпуск"),
    "edition_plan": ("What it is to be", "Параметры выпуска"),
    "edition_plan_lead": (
        (
            "For which meeting the review is written, and which register it reads. What was built before a change has "
            "to be built again."
        ),
        (
            "Для какого заседания готовится обзор и какие сведения в него входят. После изменения выпуск нужно "
            "подготовить заново."
        ),
    ),
    "edition_sitting": ("Meeting", "Заседание"),
    "edition_sitting_hint": (
        "Meetings with a day, the latest first.",
        "Заседания с известной датой, последние сверху.",
    ),
    "edition_as_of": ("As of", "По состоянию на"),
    "edition_as_of_hint": (
        "Only what had happened and was known by the end of this day is used.",
        "Учитывается только то, что произошло и стало известно до конца этого дня.",
    ),
    "edition_audience": ("Written for", "Для кого"),
    "edition_audience_hint": (
        "Rows that these readers may not see are left out. An edition for members cannot be published.",
        "Сведения, недоступные этим читателям, не включаются. Выпуск для членов опубликовать нельзя.",
    ),
    "edition_previous": ("Compare with", "Сравнить с выпуском"),
    "edition_previous_hint": (
        "An issued edition; without one, with the organ's last meeting.",
        "Изданный выпуск; если не выбран, сравнение идёт с прошлым заседанием органа.",
    ),
    "edition_previous_open": ("the earlier edition", "предыдущий выпуск"),
    "edition_symbol": ("Symbol", "Условное обозначение"),
    "edition_symbol_hint": (
        (
            "Printed on every page, and the edition is issued under it. Left empty: the next free one of the "
            "organisation's scheme."
        ),
        (
            "Печатается в документе; под ним выпуск будет издан. Если не указано, берётся следующее свободное "
            "обозначение по схеме организации."
        ),
    ),
    "edition_save": ("Save", "Сохранить"),
    "edition_state": ("State", "Состояние"),
    "edition_changed": ("last changed", "последнее изменение"),
    "edition_snapshot": ("Hash of the register", "Хеш реестра"),
    "edition_not_built_yet": ("Not built yet.", "Ещё не подготовлен."),
    "edition_prepared_lead": (
        "A draft of the secretariat's. Look at what is missing, build, read, then circulate.",
        "Проект секретариата. Посмотрите, чего не хватает, подготовьте документ, прочитайте его и разошлите.",
    ),
    "edition_build": ("Build", "Подготовить документ"),
    "edition_build_again": ("Build again", "Подготовить заново"),
    "edition_circulate": ("Circulate to all members", "Разослать всем членам"),
    "edition_circulate_hint": (
        (
            "Building takes about a minute and can be stopped. Members are sent exactly the files below; what was "
            "circulated before is replaced."
        ),
        (
            "Подготовка занимает около минуты, её можно остановить. Члены получат именно перечисленные ниже файлы; "
            "разосланное раньше будет заменено."
        ),
    ),
    "edition_circulated": ("Circulated", "Разослано"),
    "edition_accepted": ("Comments accepted so far", "Принятые замечания"),
    "edition_files": ("Files", "Файлы"),
    "edition_edited": ("edited by hand", "отредактировано вручную"),
    "edition_attach": ("Add an edited file", "Добавить отредактированный файл"),
    "edition_attach_hint": (
        (
            "Download the DOCX, edit it, and put it back under the same name: it takes the place of the built one. "
            "DOCX and PDF only; the other files stay as built."
        ),
        (
            "Скачайте DOCX, отредактируйте и загрузите под тем же именем: он заменит подготовленный. Только DOCX и "
            "PDF; остальные файлы не меняются."
        ),
    ),
    "edition_gaps": ("What is missing", "Чего не хватает"),
    "edition_gaps_hint": (
        (
            "Read as the readers of this edition may see the register, on its day. A gap is no reproach: the text will "
            "say what is not known."
        ),
        (
            "По данным реестра, доступным читателям выпуска, на его дату. Пробел – не упрёк: в тексте будет сказано, "
            "что сведений нет."
        ),
    ),
    "edition_grid": ("Decisions and members", "Решения и члены"),
    "edition_grid_empty": (
        "No decision on record laid a commitment on anybody.",
        "Решений, возлагающих обязательства, в реестре нет.",
    ),
    "edition_others": ("Organs and others", "Органы и прочие"),
    "edition_no_report": ("no report", "отчётов нет"),
    "edition_nobody": ("no commitment", "обязательства нет"),
    "edition_left_out": ("Earlier decisions, not shown here", "Более ранние решения, здесь не показаны"),
    "edition_replaced": ("replaced by another edition", "заменён другим выпуском"),
    "edition_replaced_by": ("Another text was circulated instead of this one:", "Вместо этого текста разослан другой:"),
    "edition_newer": ("the newer text", "новый текст"),
    "edition_issued_lead": (
        "Issued as it was circulated. Nothing in it changes any more; an error is put right by a corrigendum.",
        "Издано в том виде, в каком было разослано. Изменения не вносятся; ошибки исправляются отдельным документом.",
    ),
    "edition_comment_lead": (
        (
            "A draft for comments. Choose the number of a paragraph to comment on it; only the secretariat and your "
            "own delegation see what you write."
        ),
        (
            "Проект для замечаний. Чтобы высказать замечание, выберите номер пункта. Его увидят только секретариат и "
            "ваша делегация."
        ),
    ),
    "edition_circulated_lead": ("A draft that was circulated for comments.", "Проект, разосланный для замечаний."),
    "edition_issue": ("Issue", "Издание"),
    "edition_issue_to": ("Issue to", "Кому направляется"),
    "edition_issue_hint": (
        "The files above are issued as they are. Every comment needs an answer first.",
        "Издаются перечисленные выше файлы без изменений. Сначала нужно ответить на все замечания.",
    ),
    "edition_issue_under": ("Issue under", "Издать под обозначением"),
    "edition_open_comments": ("Comments without an answer", "Замечания без ответа"),
    "edition_paragraphs": ("Paragraphs", "Пункты"),
    "edition_paragraphs_hint": (
        "The numbered text; tables, charts and annexes are in the files.",
        "Нумерованный текст; таблицы, графики и приложения – в файлах.",
    ),
    "edition_paragraph": ("paragraph", "пункт"),
    "edition_in_english": ("In English", "На английском языке"),
    "edition_in_russian": ("In Russian", "На русском языке"),
    "edition_meanwhile": (
        "Somebody changed this meanwhile. What you chose is still in the form; saving puts it in the place of theirs.",
        "За это время параметры изменены. Ваш выбор остался в форме; при сохранении он заменит прежний.",
    ),
    "edition_day_unreadable": ("the day cannot be read", "дату не удалось прочитать"),
    "edition_audience_needed": ("say for whom it is written", "укажите, для кого готовится выпуск"),
    "edition_meeting_unknown": ("no such meeting was known by that day", "на эту дату такое заседание не известно"),
    "edition_previous_later": (
        "choose an issued edition of an earlier day",
        "выберите изданный выпуск на более раннюю дату",
    ),
    "edition_symbol_odd": (
        "a symbol is at most 100 characters long, without spaces",
        "обозначение – не длиннее 100 знаков и без пробелов",
    ),
    "edition_symbol_taken": ("a document bears this symbol already", "документ с таким обозначением уже есть"),
    "edition_frozen": ("This edition is not changed any more.", "Этот выпуск больше не изменяется."),
    "edition_not_built": ("Build the edition first.", "Сначала подготовьте документ."),
    "edition_step_closed": ("This cannot be done with it now.", "Сейчас это действие недоступно."),
    "edition_comments_open": (
        "Some comments have no answer yet. Accept or reject each with a reason.",
        "Не на все замечания дан ответ. Примите или отклоните каждое с указанием причины.",
    ),
    "edition_not_for_public": (
        "It was written for members, so that it cannot be published.",
        "Выпуск подготовлен для членов, опубликовать его нельзя.",
    ),
    "edition_symbol_refused": (
        "The symbol was taken meanwhile. Give the edition another one, build and circulate it again.",
        "Обозначение уже занято. Задайте другое, подготовьте и разошлите выпуск заново.",
    ),
    "paper_issued": ("What was issued is not changed.", "Изданное не изменяется."),
    "corrigendum": ("Corrigendum", "Исправление"),
    "corrigenda": ("Corrigenda", "Исправления"),
    "corrigendum_new": ("Corrigendum", "Исправление"),
    "corrigendum_hint": (
        (
            "A document of its own, under the symbol of the edition with /Corr.; it goes to the same readers, and each "
            "leads to the other."
        ),
        (
            "Отдельный документ под обозначением выпуска с добавлением /Corr.; направляется тем же читателям, "
            "документы ссылаются друг на друга."
        ),
    ),
    "corrigendum_text_en": ("What is put right, in English", "Что исправляется, на английском языке"),
    "corrigendum_text_ru": ("What is put right, in Russian", "Что исправляется, на русском языке"),
    "corrigendum_issue": ("Issue the corrigendum", "Издать исправление"),
    "corrigendum_to": ("To", "К документу"),
    "corrigendum_text_needed": (
        "Say in both languages what is put right, in at most 10,000 letters each.",
        "Укажите на обоих языках, что исправляется, не более 10 000 знаков на каждом.",
    ),
    "comment": ("Comment", "Замечание"),
    "comments": ("Comments", "Замечания"),
    "comments_hint": (
        "A comment is seen by the delegation that made it and by the secretariat, and by nobody else.",
        "Замечание видят только внёсшая его делегация и секретариат.",
    ),
    "comments_none": ("No comments.", "Замечаний нет."),
    "comment_new": ("Your comment", "Ваше замечание"),
    "comment_text": ("Text", "Текст"),
    "comment_text_hint": ("Best with the words you propose instead.", "Желательно с предлагаемой формулировкой."),
    "comment_send": ("Send to the secretariat", "Направить секретариату"),
    "comment_reason": ("Reason", "Причина"),
    "comment_accept": ("Accept", "Принять"),
    "comment_reject": ("Do not accept", "Не принимать"),
    "comment_withdraw": ("Take back", "Отозвать"),
    "comment_stale": (
        "This text is no longer open to comments. What you wrote was not sent; it is still in the form below.",
        "Замечания к этому тексту больше не принимаются. Написанное не отправлено и осталось в форме ниже.",
    ),
    "comment_text_needed": ("write a comment", "напишите замечание"),
    "comment_text_too_long": ("the comment is longer than 10,000 letters", "замечание длиннее 10 000 знаков"),
    "comment_step_closed": (
        "The comment has been answered or taken back meanwhile.",
        "На замечание уже дан ответ, либо оно отозвано.",
    ),
    "comment_reason_needed": ("Give a reason.", "Укажите причину."),
}
