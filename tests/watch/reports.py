"""Tiny files in GDELT's form, and a pack that holds one."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from secretariat.watch.forms.gdelt import NAMES

USUAL = {"EventRootCode": "19", "ActionGeo_Type": "4"}
IMAM_SAHIB = {"ActionGeo_CountryCode": "AF", "ActionGeo_Fullname": "Imam Sahib, Afghanistan"} | {
    "ActionGeo_Lat": "37.19",
    "ActionGeo_Long": "68.90",
}
MOSUL = {"ActionGeo_CountryCode": "IZ", "ActionGeo_Fullname": "Mosul, Iraq"} | {
    "ActionGeo_Lat": "36.34",
    "ActionGeo_Long": "43.13",
}
KARABAKH = {"ActionGeo_CountryCode": "RS", "ActionGeo_Fullname": "Karabakh, Dagestan, Russia"} | {
    "ActionGeo_Lat": "42.4692",
    "ActionGeo_Long": "46.8645",
}
NOWHERE = {"ActionGeo_Type": "0"}
FRANCE = {"ActionGeo_CountryCode": "FR", "ActionGeo_Fullname": "France", "ActionGeo_Type": "1"} | {
    "ActionGeo_Lat": "46",
    "ActionGeo_Long": "2",
}


def sheet(rows: Iterable[tuple[str, Mapping[str, str]]]) -> str:
    """A file of days (20110528) and places, an address each, so that none is told twice."""
    lines = (
        dict.fromkeys(NAMES, "")
        | USUAL
        | place
        | {"GLOBALEVENTID": str(number), "SQLDATE": day, "SOURCEURL": f"https://example.org/{number}"}
        for number, (day, place) in enumerate(rows)
    )
    return "".join("\t".join(line.values()) + "\n" for line in lines)


def pack(text: str, regions: int = 2) -> dict[str, str]:
    """An organisation of one state with a release of such a file, and the place name that tells of a conflict."""
    followed = [("afghanistan", "Afghanistan", "AF"), ("iraq", "Iraq", "IQ")]
    followed += [(f"region-{n}", f"Region {n}", "RU") for n in range(regions - 2)]
    return {
        "organisation": "id: SYN\nname: {en: SYNTHETIC}\nshort: {en: SYN}\nlanguages: [en]\nconstituent: TREATY\n",
        "states": "- {id: TJ, name: {en: Tajikistan}, protocol_name: {en: Tajikistan}}\n",
        "sources": "- {id: S0, title: {en: Source}, date: 2001-01-01}\n",
        "instruments": "- {id: TREATY, kind: treaty, title: {en: Treaty}}\n",
        "treaty_acts": "- {id: F, instrument: TREATY, kind: announcement, date: 2000-01-01, sources: [S0]}\n"
        "- {id: J, instrument: TREATY, state: TJ, kind: accession, date: 2001-01-01, sources: [S0]}\n",
        "place_names": "- {id: karabakh, name: Karabakh, state: AZ}\n",
        "regions": "".join(
            f"- {{id: {key}, name: {{en: {name}}}, countries: [{code}]}}\n" for key, name, code in followed
        ),
        "releases": "- {id: REPORTS, dataset: gdelt, kind: gdelt, file: reports.csv, sources: [S0], "
        "coverage: {en: News as one aggregator saw it.}, "
        f"sha256: {sha256(text.encode()).hexdigest()}, known_from: 2000-01-01}}\n",
        "csv__reports": text,
    }
