"""Who was a member of the United Nations on a day, and who took no part in the work of its General Assembly.

Facts, from the public list of the United Nations' member states and the Assembly's decisions on representation; days
are those of admission, or of ratification for the original members. They serve to tell an absence from not being a
member where a source of roll calls names only the votes cast. A row that this table contradicts stays what the source
says.

The codes are ISO 3166-1 alpha-2, with those of former states as ISO withdrew them: ``CS`` Czechoslovakia, ``DD`` the
German Democratic Republic, ``YD`` Democratic Yemen, ``YU`` the Socialist Federal Republic of Yugoslavia. ``ZAN``
(Zanzibar) has no such code. ``RU`` is also the USSR, ``BY`` and ``UA`` the two Soviet republics that were members,
``DE`` also the Federal Republic before 1990, ``YE`` also the Yemen Arab Republic, ``RS`` also the state that was
admitted as Yugoslavia on 1 November 2000. Sources mark the votes cast for China before 25 October 1971 as ``TW``.
"""

from collections.abc import Iterator
from datetime import date

from secretariat.kernel import Period

_ORIGINAL_AND_ADMITTED = """
1945-10-24 AR BR BY CL CS CU DK DO EG FR GB HT IR LB LU NI NZ PH PL PY RU SA SV SY TR TW UA US YU
1945-10-25 GR
1945-10-30 IN
1945-10-31 PE
1945-11-01 AU
1945-11-02 CR LR
1945-11-05 CO
1945-11-07 MX ZA
1945-11-09 CA
1945-11-13 ET PA
1945-11-14 BO
1945-11-15 VE
1945-11-21 GT
1945-11-27 NO
1945-12-10 NL
1945-12-17 HN
1945-12-18 UY
1945-12-21 EC IQ
1945-12-27 BE
1946-11-19 AF IS SE
1946-12-16 TH
1947-09-30 PK YE
1948-04-19 MM
1949-05-11 IL
1950-09-28 ID
1955-12-14 AL AT BG ES FI HU IE IT JO KH LA LK LY NP PT RO
1956-11-12 MA SD TN
1956-12-18 JP
1957-03-08 GH
1957-09-17 MY
1958-12-12 GN
1960-09-20 BF BJ CD CF CG CI CM CY GA MG NE SO TD TG
1960-09-28 ML SN
1960-10-07 NG
1961-09-27 SL
1961-10-27 MN MR
1961-12-14 TZ
1962-09-18 BI JM RW TT
1962-10-08 DZ
1962-10-25 UG
1963-05-14 KW
1963-12-16 KE ZAN
1964-12-01 MT MW ZM
1965-09-21 GM MV SG
1966-09-20 GY
1966-10-17 BW LS
1966-12-09 BB
1967-12-14 YD
1968-04-24 MU
1968-09-24 SZ
1968-11-12 GQ
1970-10-13 FJ
1971-09-21 BH BT QA
1971-10-07 OM
1971-10-25 CN
1971-12-09 AE
1973-09-18 BS DD DE
1974-09-17 BD GD GW
1975-09-16 CV MZ ST
1975-10-10 PG
1975-11-12 KM
1975-12-04 SR
1976-09-21 SC
1976-12-01 AO
1976-12-15 WS
1977-09-20 DJ VN
1978-09-19 SB
1978-12-18 DM
1979-09-18 LC
1980-08-25 ZW
1980-09-16 VC
1981-09-15 VU
1981-09-25 BZ
1981-11-11 AG
1983-09-23 KN
1984-09-21 BN
1990-04-23 NA
1990-09-18 LI
1991-09-17 EE FM KP KR LT LV MH
1992-03-02 AM KG KZ MD SM TJ TM UZ
1992-03-09 AZ
1992-05-22 BA HR SI
1992-07-31 GE
1993-01-19 CZ SK
1993-04-08 MK
1993-05-28 ER MC
1993-07-28 AD
1994-12-15 PW
1999-09-14 KI NR TO
2000-09-05 TV
2000-11-01 RS
2002-09-10 CH
2002-09-27 TL
2006-06-28 ME
2011-07-14 SS
"""

_ENDED = {
    "CS": date(1993, 1, 1),  # dissolved; both successors were admitted anew
    "DD": date(1990, 10, 3),  # acceded to the Federal Republic
    "TW": date(1971, 10, 25),  # resolution 2758 (XXVI)
    "YD": date(1990, 5, 22),  # united with the Yemen Arab Republic
    "YU": date(2000, 11, 1),  # until the admission of the new state; see below for 1992 to 2000
    "ZAN": date(1964, 4, 26),  # united with Tanganyika
}
_INTERRUPTED = {
    "ID": (date(1965, 1, 20), date(1966, 9, 28)),  # withdrew, and resumed its part
    "SY": (date(1958, 2, 21), date(1961, 10, 13)),  # one member with Egypt, the United Arab Republic
}
_NOT_PARTICIPATING = {
    "KH": (date(1997, 9, 19), date(1998, 12, 7)),  # credentials deferred, the seat empty
    "YU": (date(1992, 9, 22), date(2000, 11, 1)),  # resolution 47/1
    "ZA": (date(1974, 11, 12), date(1994, 6, 23)),  # credentials not accepted
}


def _periods() -> Iterator[tuple[str, Period]]:
    for line in _ORIGINAL_AND_ADMITTED.split("\n"):
        day, _, codes = line.partition(" ")
        for code in codes.split():
            start, end = date.fromisoformat(day), _ENDED.get(code)
            if code in _INTERRUPTED:
                left, returned = _INTERRUPTED[code]
                yield code, Period(start, left)
                yield code, Period(returned, end)
            else:
                yield code, Period(start, end)


MEMBERSHIPS: tuple[tuple[str, Period], ...] = tuple(sorted(_periods(), key=lambda each: (each[0], each[1].start)))
"""Pairs of code and half-open period of membership; a code may stand twice."""

NOT_PARTICIPATING: tuple[tuple[str, Period], ...] = tuple(
    (code, Period(start, end)) for code, (start, end) in sorted(_NOT_PARTICIPATING.items())
)
"""Members that took no part in the General Assembly's work, and when."""

CODES: tuple[str, ...] = tuple(sorted({code for code, _ in MEMBERSHIPS}))
"""Every code of the table."""


_ALPHA_3 = """
AD AND AE ARE AF AFG AG ATG AL ALB AM ARM AO AGO AR ARG AT AUT AU AUS AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR
BH BHR BI BDI BJ BEN BN BRN BO BOL BR BRA BS BHS BT BTN BW BWA BY BLR BZ BLZ CA CAN CD COD CF CAF CG COG CH CHE CI CIV
CL CHL CM CMR CN CHN CO COL CR CRI CS CSK CU CUB CV CPV CY CYP CZ CZE DD DDR DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA
EC ECU EE EST EG EGY ER ERI ES ESP ET ETH FI FIN FJ FJI FM FSM FR FRA GA GAB GB GBR GD GRD GE GEO GH GHA GM GMB GN GIN
GQ GNQ GR GRC GT GTM GW GNB GY GUY HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IN IND IQ IRQ IR IRN IS ISL IT ITA
JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA KP PRK KR KOR KW KWT KZ KAZ LA LAO LB LBN LC LCA LI LIE
LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG
MR MRT MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NE NER NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NZ NZL
OM OMN PA PAN PE PER PG PNG PH PHL PK PAK PL POL PT PRT PW PLW PY PRY QA QAT RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB
SC SYC SD SDN SE SWE SG SGP SI SVN SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SY SYR SZ SWZ TD TCD
TG TGO TH THA TJ TJK TL TLS TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA US USA UY URY UZ UZB
VC VCT VE VEN VN VNM VU VUT WS WSM YD YMD YE YEM YU YUG ZA ZAF ZAN EAZ ZM ZMB ZW ZWE
"""
_OTHER_ALPHA_3 = {"SUN": "RU", "BYS": "BY", "ROM": "RO", "ZAR": "CD", "TMP": "TL", "BUR": "MM", "SCG": "RS"}


def _alpha_3() -> dict[str, str]:
    words = _ALPHA_3.split()
    return dict(zip(words[1::2], words[::2], strict=True)) | _OTHER_ALPHA_3


ALPHA_3: dict[str, str] = _alpha_3()
"""The code of this table by ISO 3166-1 alpha-3, with codes that ISO has withdrawn."""


def is_un_member(code: str, on: date) -> bool:
    """Whether a state was a member of the United Nations on a day."""
    return any(each == code and on in period for each, period in MEMBERSHIPS)


def takes_part(code: str, on: date) -> bool:
    """Whether a member took part in the General Assembly's work on a day: whether it could have voted."""
    return is_un_member(code, on) and not any(each == code and on in period for each, period in NOT_PARTICIPATING)
