"""The labels of the desk and of reports on their way, in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "desk": ("My desk", "Мой рабочий стол"),
    "desk_lead": (
        "What asks for something, the most pressing first. A draft is your delegation's own until it is submitted.",
        "Что требует действий, самое срочное сверху. До представления проект виден только вашей делегации.",
    ),
    "desk_nothing": ("Nothing asks for anything on this day.", "На этот день ничего не требуется."),
    "desk_waiting": ("Waiting for you", "Ожидают вашего решения"),
    "desk_commitments": ("Commitments of your state", "Поручения вашему государству"),
    "desk_reports": ("Reports on their way", "Отчёты в работе"),
    "desk_reports_none": ("No report is on its way.", "Отчётов в работе нет."),
    "desk_soon": ("Due soon means within 60 days.", "«Скоро срок» означает: в течение 60 дней."),
    "desk_commitment": ("Commitment", "Поручение"),
    "desk_changed": ("Last changed", "Последнее изменение"),
    "desk_open_report": ("Open the report", "Открыть отчёт"),
    "desk_in_register": ("As the public register shows it", "Как это показывает открытый реестр"),
    "desk_of": ("Report of", "Отчёт государства"),
    "report": ("Report", "Отчёт"),
    "report_new": ("Write a report", "Подготовить отчёт"),
    "report_revise": ("Write a new report from this one", "Подготовить новый отчёт на основе этого"),
    "report_way": ("The way of a report", "Путь отчёта"),
    "report_claimed": ("What you report", "О чём вы сообщаете"),
    "report_claimed_hint": (
        "It enters the register as your statement, not as a finding of the secretariat.",
        "В реестр это войдёт как ваше сообщение, а не как вывод секретариата.",
    ),
    "report_period_start": ("Period: first day", "Отчётный период: первый день"),
    "report_period_end": ("Period: last day", "Отчётный период: последний день"),
    "report_text_en": ("Text in English", "Текст на английском языке"),
    "report_text_ru": ("Text in Russian", "Текст на русском языке"),
    "report_text_hint": (
        "One language is enough; the other one is shown it.",
        "Достаточно одного языка: он будет показан и в другой версии.",
    ),
    "report_mark": ("Who sees it once it is accepted", "Кто увидит отчёт после принятия"),
    "report_mark_hint": (
        "A distribution mark, not a classification. Classified material has no place here.",
        "Пометка о рассылке, а не гриф секретности. Секретным материалам здесь не место.",
    ),
    "report_save": ("Save", "Сохранить"),
    "report_step_sent": ("Send to the head of delegation", "Направить главе делегации"),
    "report_step_submitted": ("Submit to the secretariat", "Представить секретариату"),
    "report_step_returned": ("Return with a reason", "Вернуть с указанием причины"),
    "report_step_accepted": ("Accept into the register", "Принять в реестр"),
    "report_step_withdrawn": ("Withdraw", "Отозвать"),
    "report_reason": ("Reason", "Причина"),
    "report_reason_hint": (
        "Needed to return or to withdraw; the delegation and the secretariat see it.",
        "Требуется при возврате и отзыве; видна делегации и секретариату.",
    ),
    "report_evidence": ("Evidence", "Подтверждения"),
    "report_evidence_none": ("No document is attached.", "Документы не приложены."),
    "report_evidence_add": ("Attach a document", "Приложить документ"),
    "report_bearing": ("What it bears", "Что подтверждает документ"),
    "report_size": ("Size", "Размер"),
    "report_bytes": ("bytes", "байт"),
    "report_steps": ("What was done", "Что было сделано"),
    "report_receipt": ("Receipt", "Квитанция"),
    "report_receipt_hint": (
        "A hash over the report, the step and the instant: keep it as proof of what was handed in, and when.",
        "Хеш отчёта, шага и момента времени: сохраните как подтверждение того, что и когда было передано.",
    ),
    "report_nobody_else": (
        "A draft of your delegation: nobody else, the secretariat included, knows that it exists.",
        "Проект вашей делегации: о нём не знает никто другой, включая секретариат.",
    ),
    "report_with_secretariat": (
        "Your delegation and the secretariat see this report.",
        "Этот отчёт видят ваша делегация и секретариат.",
    ),
    "report_from_delegation": (
        "Sent by the delegation to the secretariat; nobody else sees it.",
        "Направлен делегацией секретариату; больше его никто не видит.",
    ),
    "report_version": ("Version", "Версия"),
    "report_written_by": ("written by", "автор"),
    "report_kept": ("Kept", "Сохранено"),
    "report_kept_hint": (
        "What you type is kept when you pause.",
        "Введённый текст сохраняется, когда вы делаете паузу.",
    ),
    "report_back_again": ("This is what you had typed and not saved.", "Это то, что вы ввели и не сохранили."),
    "report_meanwhile": (
        (
            "Somebody saved another version meanwhile. Your text is in the form; below is how it differs. Saving keeps "
            "yours as the newest version, theirs stays on record."
        ),
        (
            "За это время была сохранена другая версия. Ваш текст – в форме; ниже показаны отличия. При сохранении "
            "ваша версия станет последней, другая останется в записях."
        ),
    ),
    "report_claim_needed": ("say what you report", "укажите, о чём сообщаете"),
    "report_mark_needed": ("say who sees it", "укажите, кто увидит отчёт"),
    "report_end_needed": ("the last day of the period is missing", "не указан последний день периода"),
    "report_end_in_future": ("the period ends after today", "период заканчивается позже сегодняшнего дня"),
    "report_end_before_start": ("the period ends before it starts", "период заканчивается раньше, чем начинается"),
    "report_day_unreadable": ("a day is written 2011-05-31", "день записывается так: 2011-05-31"),
    "report_text_needed": ("the text is missing in both languages", "нет текста ни на одном из языков"),
    "report_text_too_long": ("the text is longer than 20,000 characters", "текст длиннее 20 000 знаков"),
    "report_not_editable": (
        "This report is no longer with your delegation alone: it stays as it was submitted.",
        "Этот отчёт уже не только у вашей делегации: он остаётся таким, каким был представлен.",
    ),
    "report_step_closed": (
        "This step is not open to you now: somebody may have taken one meanwhile.",
        "Этот шаг сейчас вам недоступен: возможно, за это время был сделан другой.",
    ),
    "report_reason_needed": ("Give a reason.", "Укажите причину."),
    "report_incomplete": (
        "Something is missing before it can be sent on. What you wrote is kept.",
        "Перед отправкой нужно дополнить отчёт. Написанное сохранено.",
    ),
    "not_originator": ("It belongs to another organisation.", "Документ принадлежит другой организации."),
    "title_needed": ("A title is needed.", "Нужно название."),
    "title_too_long": ("The title is longer than 300 characters.", "Название длиннее 300 знаков."),
    "file_hint": (
        (
            "PDF, DOCX, XLSX, ODT, PNG, JPG, CSV or TXT, up to 10 MB. Files that carry a classification marking are "
            "refused."
        ),
        "PDF, DOCX, XLSX, ODT, PNG, JPG, CSV или TXT, до 10 МБ. Файлы с грифом секретности не принимаются.",
    ),
    "file_needed": ("choose a file", "выберите файл"),
    "file_empty": ("the file is empty", "файл пуст"),
    "file_too_large": ("the file is larger than 10 MB", "файл больше 10 МБ"),
    "file_broken": ("the file cannot be read", "файл не читается"),
    "file_kind": (
        "this kind of file is not taken: PDF, DOCX, XLSX, ODT, PNG, JPG, CSV or TXT",
        "файлы такого типа не принимаются: нужен PDF, DOCX, XLSX, ODT, PNG, JPG, CSV или TXT",
    ),
    "file_not_what_it_says": ("the content is not what the name says", "содержимое не соответствует имени файла"),
    "file_classified": (
        "the file carries a classification marking: classified material has no place in this register",
        "файл имеет гриф секретности: секретным материалам в этом реестре не место",
    ),
    "desk_tables": ("Tables of figures", "Таблицы показателей"),
    "desk_tables_lead": (
        (
            "Send a table of a council's figures. Every wrong cell is named; nothing is recorded before you have seen "
            "what would change."
        ),
        (
            "Загрузите таблицу показателей совета. Каждая ошибочная ячейка будет названа; до просмотра изменений "
            "ничего не записывается."
        ),
    ),
    "table_field": ("Field of work", "Направление"),
    "table_file": ("Table", "Таблица"),
    "table_file_hint": (
        "XLSX or CSV with the register's column names, up to 10 MB",
        "XLSX или CSV с названиями столбцов реестра, до 10 МБ",
    ),
    "table_dialect": ("How a CSV is written", "Как записан CSV"),
    "table_send": ("Check the table", "Проверить таблицу"),
    "table_sent": ("Sent before", "Загруженные ранее"),
    "table_problems": ("What is wrong in the table", "Ошибки в таблице"),
    "table_nothing_recorded": (
        "Nothing was recorded. Mend the table and send it again.",
        "Ничего не записано. Исправьте таблицу и загрузите её снова.",
    ),
    "table_line": ("Row", "Строка"),
    "table_column": ("Column", "Столбец"),
    "table_wrong": ("Wrong", "Ошибка"),
    "table_expected": ("Expected", "Ожидалось"),
    "table_preview_lead": (
        "This would change in the register as it is now. Nothing is recorded yet.",
        "Так изменится реестр в его нынешнем виде. Пока ничего не записано.",
    ),
    "table_rows": ("Rows read", "Прочитано строк"),
    "table_left_out": ("Left out", "Пропущено"),
    "table_new": ("New figures", "Новые показатели"),
    "table_conflicting": ("Figures that differ from the register", "Показатели, отличающиеся от реестра"),
    "table_difference": ("Difference", "Отличие"),
    "table_disagrees": ("other sources differ, both stay", "другие источники расходятся, остаются оба значения"),
    "table_joint": ("joint", "общий"),
    "table_correct": ("Record the differing figures as corrections", "Записать отличающиеся значения как исправления"),
    "table_correct_hint": (
        "Otherwise they are left out. What was recorded before stays on record.",
        "Иначе они будут пропущены. Записанное ранее сохраняется.",
    ),
    "table_confirm": ("Record this", "Записать"),
    "table_withdraw": ("Give it up", "Отказаться"),
    "table_added": ("Rows recorded", "Записано строк"),
    "table_closed": ("This table was recorded or given up already.", "Эта таблица уже записана или отклонена."),
    "table_changed": (
        "The register has changed since you looked: here is what the table would do now.",
        "За это время реестр изменился: вот что теперь сделает таблица.",
    ),
    "table_refused": ("The register does not take these figures.", "Реестр не принимает эти показатели."),
    "indicator": ("Indicator", "Показатель"),
    "unit": ("Unit", "Единица"),
    "source": ("Source", "Источник"),
    "disagreement": ("Disagreement", "Расхождение"),
    "correct": ("Report an error", "Сообщить об ошибке"),
    "correct_lead": (
        (
            "Say what is wrong and, if you can, which source says otherwise. The secretariat answers with a reason; "
            "the record is corrected by a new entry, never overwritten."
        ),
        (
            "Напишите, что неверно, и по возможности укажите источник. Секретариат ответит с обоснованием; запись "
            "исправляется новой записью, прежняя сохраняется."
        ),
    ),
    "correct_about": ("Page", "Страница"),
    "correct_text": ("What is wrong", "Что неверно"),
    "correct_text_hint": (
        "Up to 5,000 characters. Please send nothing classified.",
        "До 5000 знаков. Пожалуйста, не присылайте секретных сведений.",
    ),
    "correct_contact": ("How to reach you", "Как с вами связаться"),
    "correct_contact_hint": (
        "Only if you wish to be asked. Nothing else about you is kept.",
        "Только если готовы ответить на вопросы. Других данных о вас не хранится.",
    ),
    "correct_send": ("Send", "Отправить"),
    "correct_thanks": ("Thank you. The secretariat has received it.", "Спасибо. Секретариат получил ваше сообщение."),
    "correct_receipt": ("Receipt", "Квитанция"),
    "correct_back": ("Back to the page", "Вернуться на страницу"),
    "correction_text_needed": ("say what is wrong", "напишите, что неверно"),
    "correction_too_long": ("the text is longer than 5,000 characters", "текст длиннее 5000 знаков"),
    "correction_too_many": (
        "so many reports came within this hour that no more are taken: please try later",
        "за этот час поступило слишком много сообщений: попробуйте позже",
    ),
    "corrections": ("Errors reported by readers", "Сообщения читателей об ошибках"),
    "correction_open": ("not answered", "без ответа"),
    "correction_answer": ("Answer", "Ответ"),
    "correction_answer_hint": (
        "Say what was found. The correction itself is a new entry in the register.",
        "Укажите, что установлено. Само исправление вносится в реестр новой записью.",
    ),
    "correction_accept": ("It was an error", "Ошибка подтвердилась"),
    "correction_reject": ("It was none", "Ошибки нет"),
    "cite": ("Cite this page", "Сослаться на страницу"),
    "cite_as": ("The register of the organisation as of", "Реестр организации по состоянию на"),
    "cite_known": ("as known at", "по данным на"),
    "cite_hint": (
        "This address shows the same page later: both dates are in it.",
        "По этому адресу страница и позже будет такой же: в нём указаны обе даты.",
    ),
    "desk_left_out": ("Further ones, listed in the register", "Остальные, в списке реестра"),
    "desk_also": ("Also", "Также"),
    "consents": ("Consultations", "Консультации"),
    "consents_lead": (
        (
            "Requests on which your state is asked. Its answer is sealed until the consultation is closed: nobody "
            "else, the secretariat included, sees it or knows that it was given."
        ),
        (
            "Обращения, по которым спрашивают ваше государство. Ответ закрыт до завершения консультации: никто другой, "
            "включая секретариат, не видит его и не знает, что он дан."
        ),
    ),
    "consents_none": (
        "Your state is asked in no open consultation.",
        "Открытых консультаций с участием вашего государства нет.",
    ),
    "consent_answer": ("Answer of your state", "Ответ вашего государства"),
    "consent_given": ("Your answer so far", "Ваш нынешний ответ"),
    "consent_not_given": ("no answer yet", "ответа пока нет"),
    "consent_seal": ("Seal this answer", "Передать закрытый ответ"),
    "consent_hint": (
        "A later answer replaces an earlier one until the close; all of them are opened then.",
        "До завершения более поздний ответ заменяет прежний; затем все они раскрываются.",
    ),
    "consent_needed": ("choose an answer", "выберите ответ"),
    "consent_not_yours": (
        "The head of delegation or the minister answers for a member in good standing.",
        "За государство-член отвечает глава делегации или министр.",
    ),
    "consent_refused": (
        "The consultation does not take the answer: it may have been closed meanwhile.",
        "Ответ не принят: возможно, консультация уже завершена.",
    ),
    "consent_administrative": (
        "Administrative only: please write nothing about weapons, targets, positions or movements.",
        "Только административные сведения: не пишите о вооружении, целях, позициях и перемещениях.",
    ),
}
