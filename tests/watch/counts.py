"""A census of invented events in which one month of one country stands out."""

HEADS = (
    "event_id_cnty,event_date,time_precision,event_type,iso,location,"
    "latitude,longitude,geo_precision,fatalities,timestamp"
)


def census() -> str:
    """Two events a month in Afghanistan for two years, and thirty in May 2011; in Iraq always one. ACLED's columns."""
    rows = [HEADS]
    for number in range(25):
        year, month = 2009 + (4 + number) // 12, (4 + number) % 12 + 1
        for country, iso, count in (("AF", 4, 30 if number == 24 else 2), ("IQ", 368, 1)):
            rows += [
                f"{country}{number}-{n},{year}-{month:02}-{n % 28 + 1:02},1,attack,{iso},SYN,34,66,1,1,{n}"
                for n in range(count)
            ]
    return "\n".join(rows) + "\n"
