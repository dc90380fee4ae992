"""Data sets that measure what the media report: a line of coverage, since the chapter counts events."""

from secretariat.kernel import LocalizedText
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Notice, Sentence, say
from secretariat.review.sections.watch.said import dataset_name
from secretariat.watch.queries.events import event_releases, measured_by
from secretariat.watch.rules.adapters import Measured


def attention(shot: Snapshot, dataset: str) -> list[Block]:
    """What the data set covers and that it counts no events; nothing where it does. One query, and no row is read."""
    found = event_releases(shot.viewer, dataset=dataset, known_at=shot.known_at)
    if measured_by(found) is not Measured.ATTENTION:
        return []
    # a data set that grows by the day says the same in each of its releases
    said = dict.fromkeys((each.coverage.en, each.coverage.in_language("ru")) for each in found if each.coverage)
    line = say(
        "{name}: measures what the media report. Attention is no count of events: it is in no figure, map, arrow or "
        "alert of this chapter.",
        "{name}: показывает, о чём сообщают СМИ. Внимание СМИ – не число событий: ни в показателях, ни на картах, ни в "
        "направлениях, ни в сигналах этой главы оно не участвует.",
        name=dataset_name(shot, tuple(found)),
    )
    return [Notice(line), *(Notice(Sentence(LocalizedText(*each))) for each in said)]
