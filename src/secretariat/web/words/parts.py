"""The labels of the parts of pages and of the style guide, in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "optional": ("optional", "необязательно"),
    "mistake": ("Mistake", "Ошибка"),
    "mistakes": ("This could not be saved yet", "Пока сохранить нельзя"),
    "trail": ("Where this page stands", "Место страницы в реестре"),
    "step_done": ("done", "пройдено"),
    "rows": ("The rows behind this figure", "Строки, из которых получен показатель"),
    "confirm_then": ("What happens then:", "Что произойдёт:"),
    "confirm_back": ("Back without a change", "Вернуться без изменений"),
    "upload_kinds": ("Kinds of file", "Виды файлов"),
    "upload_most": ("Largest size", "Наибольший размер"),
    "upload_kept": ("Kept", "Сохранено"),
    "difference_legend": ("What changed", "Что изменилось"),
    "difference_gone": ("no longer there", "исключено"),
    "difference_new": ("new", "добавлено"),
    "files": ("This table as a file", "Эта таблица в виде файла"),
    # the style guide
    "guide": ("Style guide", "Руководство по оформлению"),
    "guide_lead": (
        "The parts that every page is made of, each with its rule of use. A page takes them as they are.",
        "Элементы, из которых составлены все страницы, и правило применения каждого. Страницы берут их как есть.",
    ),
    "guide_parts": ("The parts", "Элементы"),
    "guide_include": ("In a template", "В шаблоне"),
    "guide_signs": ("Signs of a status and of a standing", "Знаки статуса и достоверности"),
    "guide_signs_rule": (
        "A status is a chip, a standing is a sign and a word. Colour only repeats what the word says.",
        "Статус – это метка, достоверность – знак и слово. Цвет лишь повторяет сказанное словом.",
    ),
    "part_button": ("Button", "Кнопка"),
    "part_button_rule": (
        (
            "A verb that says what happens. One main button on a page; “quiet” for the others, “danger” for what "
            "cannot be taken back. A link that only leads somewhere stays a link."
        ),
        (
            "Глагол, говорящий, что произойдёт. Главная кнопка на странице одна; для прочих – «quiet», для "
            "необратимого – «danger». Ссылка, которая лишь ведёт на другую страницу, остаётся ссылкой."
        ),
    ),
    "part_field": ("Field", "Поле"),
    "part_field_rule": (
        (
            "Label above, hint beneath it, then the mistake, then the field. Optional fields say so; needed ones need "
            "no star. Each mistake says what to do."
        ),
        (
            "Сверху подпись, под ней подсказка, затем ошибка и само поле. Необязательное поле так и помечено; у "
            "обязательного звёздочки нет. Сообщение об ошибке говорит, что сделать."
        ),
    ),
    "part_mistakes": ("Summary of mistakes", "Перечень ошибок"),
    "part_mistakes_rule": (
        "First on a page whose form was refused; each line leads to its field.",
        "Стоит первым на странице, форма которой не принята; каждая строка ведёт к своему полю.",
    ),
    "part_upload": ("File", "Файл"),
    "part_upload_rule": (
        "Says beforehand which files are taken and how large; afterwards shows the hash under which the file is kept.",
        "Заранее говорит, какие файлы принимаются и какого размера; затем показывает хеш, под которым файл сохранён.",
    ),
    "part_notice": ("Notice", "Сообщение"),
    "part_notice_rule": (
        "What happened, in one or two sentences, above what it is about. The tone repeats the words.",
        "Что произошло, одним-двумя предложениями, над тем, к чему это относится. Тон повторяет сказанное.",
    ),
    "part_table": ("Table", "Таблица"),
    "part_table_rule": (
        (
            "A caption with the number of rows, a head for each column, the first cell of a row names the row. States "
            "stand in the alphabetical order of the language. A wide table scrolls in its own frame."
        ),
        (
            "Название с числом строк, заголовок у каждого столбца, первая ячейка называет строку. Государства идут по "
            "алфавиту языка. Широкая таблица прокручивается в своей рамке."
        ),
    ),
    "part_tabs": ("Views of one thing", "Стороны одного предмета"),
    "part_tabs_rule": (
        "Links with addresses of their own, at most six; each works without a script.",
        "Ссылки с собственными адресами, не более шести; каждая работает без скриптов.",
    ),
    "part_pager": ("Pages of a list", "Страницы списка"),
    "part_pager_rule": (
        "Under a list of more than fifty rows; keeps every choice in the address.",
        "Под списком длиннее пятидесяти строк; сохраняет в адресе все условия отбора.",
    ),
    "part_trail": ("Trail", "Путь"),
    "part_trail_rule": (
        "On pages two steps or more from a section; the last step is the page itself and no link.",
        "На страницах в двух и более шагах от раздела; последний шаг – сама страница, без ссылки.",
    ),
    "part_steps": ("Steps", "Шаги"),
    "part_steps_rule": (
        "For what is done in one order; says how far it has come. It is not a navigation.",
        "Для того, что делается по порядку; показывает, сколько пройдено. Это не навигация.",
    ),
    "part_progress": ("Progress", "Ход работы"),
    "part_progress_rule": (
        (
            "For work that takes longer than a breath: what is done of how much, and what is being done now. Without a "
            "known total no share is shown."
        ),
        (
            "Для работы дольше нескольких секунд: сколько сделано из скольких и что делается сейчас. Если общее число "
            "неизвестно, доля не показывается."
        ),
    ),
    "part_figure": ("Figure", "Показатель"),
    "part_figure_rule": (
        (
            "A number with its denominator, unit, method and standing; the link opens the rows it was computed from. "
            "Unknown is a word, never zero."
        ),
        (
            "Число с базой, единицей, методом и достоверностью; ссылка открывает строки, из которых оно получено. "
            "Неизвестное – это слово, но не ноль."
        ),
    ),
    "part_facts": ("Facts", "Сведения"),
    "part_facts_rule": (
        "Names and values at the head of a page about one thing. What is missing is said to be missing.",
        "Названия и значения в начале страницы об одном предмете. О недостающем сказано прямо.",
    ),
    "part_card": ("Card", "Карточка"),
    "part_card_rule": (
        "For a few things of different kinds; what is alike belongs into a table.",
        "Для немногих разнородных предметов; однородное – в таблицу.",
    ),
    "part_confirm": ("Confirmation", "Подтверждение"),
    "part_confirm_rule": (
        "A page of its own, not a window: what will happen, the button that does it, and a way back.",
        "Отдельная страница, а не окно: что произойдёт, кнопка, которая это делает, и путь назад.",
    ),
    "part_difference": ("Difference of two texts", "Разница двух текстов"),
    "part_difference_rule": (
        "Where somebody saved before you: both texts, word by word. Nothing that was typed is lost.",
        "Если кто-то сохранил раньше вас: оба текста, слово за словом. Набранное не теряется.",
    ),
    "part_timeline": ("Acts in time", "Акты во времени"),
    "part_timeline_rule": (
        "What happened, the oldest first, each act with its day, its author and its standing.",
        "Что происходило, начиная с самого раннего; у каждого акта – день, автор и достоверность.",
    ),
    "part_board": ("Board of the members", "Сводка по членам"),
    "part_board_rule": (
        "One field for each member, in alphabetical order, never ranked. Who has not answered is shown as well.",
        "По одному полю на каждого члена, по алфавиту, без ранжирования. Показаны и те, кто не ответил.",
    ),
    "part_queue": ("Work list", "Список дел"),
    "part_queue_rule": (
        "What waits for this reader, the nearest date first; the link leads to the place where it is done.",
        "Что ждёт этого читателя, начиная с ближайшей даты; ссылка ведёт туда, где это делается.",
    ),
}
