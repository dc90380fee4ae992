"""The labels of the pages of data sets in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {
    "data_sets": ("Data sets", "Наборы данных"),
    "data_sets_lead": (
        (
            "Votes and events by the thousand, each set as one source gave it at one time. Sets are never added up; "
            "of several releases of one set the newest that was known counts."
        ),
        (
            "Тысячи голосований и событий; каждый набор — в том виде, в каком его дал один источник в один момент. "
            "Наборы не складываются; из нескольких выпусков одного набора действует самый новый из известных."
        ),
    ),
    "data_set": ("Data set", "Набор данных"),
    "dataset_release": ("Release", "Выпуск"),
    "dataset_kind": ("Read by", "Чем прочитан"),
    "dataset_rows": ("Rows", "Строки"),
    "dataset_put_aside": ("Lines put aside", "Отложенные строки"),
    "dataset_put_aside_note": (
        "Lines of the file that fit no row; they are counted and left out.",
        "Строки файла, не подходящие ни под одну запись; они подсчитаны и не учитываются.",
    ),
    "dataset_retrieved": ("Retrieved", "Получен"),
    "dataset_known_from": ("Known from", "Известен с"),
    "dataset_licence": ("Terms of use", "Условия использования"),
    "dataset_coverage": ("What it covers and what it lacks", "Что охвачено и чего нет"),
    "dataset_file": ("File of the pack", "Файл пакета"),
    "dataset_from_outside": ("added from outside the pack", "добавлен не из пакета"),
    "dataset_hash": ("SHA-256 of the source", "SHA-256 источника"),
    "dataset_address": ("Address in the lake", "Адрес в хранилище"),
    "dataset_rows_known": ("When its rows became known", "Когда стали известны строки"),
    "dataset_rows_own": ("each on its own day (column", "каждая в свой день (столбец"),
    "dataset_rows_with": ("with the release", "вместе с выпуском"),
}
