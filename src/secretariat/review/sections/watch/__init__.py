"""The chapter on the area of responsibility: the perimeter and the regions, what happened there, what stands out."""

from datetime import date

from secretariat.kernel import Figure
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Heading
from secretariat.review.rules.watch import HEADINGS
from secretariat.review.sections.watch import figures as figures_of
from secretariat.review.sections.watch.attention import attention
from secretariat.review.sections.watch.displaced import displaced_table
from secretariat.review.sections.watch.maps import perimeter_map, region_maps
from secretariat.review.sections.watch.said import (
    coverage,
    findings,
    no_boundaries,
    nothing_on_record,
    opening,
    perimeter_said,
    released,
)
from secretariat.review.sections.watch.series import series_blocks
from secretariat.review.sections.watch.tables import events_table, regions_table, segments_table


def figures(shot: Snapshot) -> list[Figure]:
    """The figures by which two reviews are compared."""
    return figures_of.key_figures(shot)


def blocks(shot: Snapshot, before: Snapshot | None, since: date) -> list[Block]:
    """The chapter, for what happened from ``since`` on; nothing where nothing is followed.

    In this order: the perimeter; for each data set its events on a map, by segment, by region and one by one; the
    series of regions; persons displaced from them; what analysts said; what is new in the data. A data set that
    measures attention is a line of coverage alone.
    """
    area = shot.area
    if not area.datasets and not area.series and area.displaced is None:
        return []
    found: list[Block] = [*perimeter_said(shot), *no_boundaries(shot)]
    for dataset in area.datasets:
        if reports := attention(shot, dataset):
            found += reports
            continue
        period = area.period(dataset, since)
        if period is None:
            continue
        if not period.events:
            found += [nothing_on_record(shot, period, since), *coverage(period)]
            continue
        found += [opening(shot, period, since), *coverage(period)]
        found += [
            *perimeter_map(shot, period, since),
            *segments_table(shot, period, since),
            *regions_table(shot, period, since),
            *region_maps(shot, period, since),
            *events_table(shot, period, since),
        ]
    if area.series:
        found += [Heading(HEADINGS["series"]), *series_blocks(shot)]
    return [*found, *displaced_table(shot), *findings(shot), *released(shot, before)]
