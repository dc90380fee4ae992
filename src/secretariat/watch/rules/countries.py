"""Country codes of the sources of events, as ISO 3166-1 alpha-2 codes.

FIPS 10-4 (withdrawn 2008, still used by news-coded data) looks like ISO 3166 and is not: ``AM`` is Armenia in both, but
``AJ`` is Azerbaijan, ``AU`` Austria, ``CH`` China and ``TI`` Tajikistan. A code that stands for no state of today (a
dissolved state, a reef) has no entry: its events keep an unknown country.
"""

from babel.core import get_global

_FIPS = (
    "AA:AW AC:AG AE:AE AF:AF AG:DZ AJ:AZ AL:AL AM:AM AN:AD AO:AO AQ:AS AR:AR AS:AU AU:AT AV:AI AY:AQ BA:BH BB:BB "
    "BC:BW BD:BM BE:BE BF:BS BG:BD BH:BZ BK:BA BL:BO BM:MM BN:BJ BO:BY BP:SB BR:BR BT:BT BU:BG BV:BV BX:BN BY:BI "
    "CA:CA CB:KH CD:TD CE:LK CF:CG CG:CD CH:CN CI:CL CJ:KY CK:CC CM:CM CN:KM CO:CO CQ:MP CS:CR CT:CF CU:CU CV:CV "
    "CW:CK CY:CY DA:DK DJ:DJ DO:DM DR:DO EC:EC EG:EG EI:IE EK:GQ EN:EE ER:ER ES:SV ET:ET EZ:CZ FG:GF FI:FI FJ:FJ "
    "FK:FK FM:FM FO:FO FP:PF FR:FR FS:TF GA:GM GB:GA GG:GE GH:GH GI:GI GJ:GD GK:GG GL:GL GM:DE GP:GP GQ:GU GR:GR "
    "GT:GT GV:GN GY:GY GZ:PS HA:HT HK:HK HM:HM HO:HN HR:HR HU:HU IC:IS ID:ID IM:IM IN:IN IO:IO IR:IR IS:IL IT:IT "
    "IV:CI IZ:IQ JA:JP JE:JE JM:JM JN:SJ JO:JO KE:KE KG:KG KN:KP KR:KI KS:KR KT:CX KU:KW KV:XK KZ:KZ LA:LA LE:LB "
    "LG:LV LH:LT LI:LR LO:SK LS:LI LT:LS LU:LU LY:LY MA:MG MB:MQ MC:MO MD:MD MF:YT MG:MN MH:MS MI:MW MJ:ME MK:MK "
    "ML:ML MN:MC MO:MA MP:MU MR:MR MT:MT MU:OM MV:MV MX:MX MY:MY MZ:MZ NC:NC NE:NU NF:NF NG:NE NH:VU NI:NG NL:NL "
    "NO:NO NP:NP NR:NR NS:SR NU:NI NZ:NZ OD:SS PA:PY PC:PN PE:PE PK:PK PL:PL PM:PA PO:PT PP:PG PS:PW PU:GW QA:QA "
    "RE:RE RI:RS RM:MH RN:MF RO:RO RP:PH RQ:PR RS:RU RW:RW SA:SA SB:PM SC:KN SE:SC SF:ZA SG:SN SH:SH SI:SI SL:SL "
    "SM:SM SN:SG SO:SO SP:ES ST:LC SU:SD SV:SJ SW:SE SX:GS SY:SY SZ:CH TB:BL TD:TT TH:TH TI:TJ TK:TC TL:TK TN:TO "
    "TO:TG TP:ST TS:TN TT:TL TU:TR TV:TV TW:TW TX:TM TZ:TZ UC:CW UG:UG UK:GB UP:UA US:US UV:BF UY:UY UZ:UZ VC:VC "
    "VE:VE VI:VG VM:VN VQ:VI VT:VA WA:NA WE:PS WF:WF WI:EH WS:WS WZ:SZ YM:YE ZA:ZM ZI:ZW "
)
_GLEDITSCH_WARD = (
    "2:US 20:CA 31:BS 40:CU 41:HT 42:DO 51:JM 52:TT 53:BB 54:DM 55:GD 56:LC 57:VC 58:AG 60:KN 70:MX 80:BZ 90:GT "
    "91:HN 92:SV 93:NI 94:CR 95:PA 100:CO 101:VE 110:GY 115:SR 130:EC 135:PE 140:BR 145:BO 150:PY 155:CL 160:AR "
    "165:UY 200:GB 205:IE 210:NL 211:BE 212:LU 220:FR 221:MC 223:LI 225:CH 230:ES 232:AD 235:PT 255:DE 260:DE "
    "290:PL 305:AT 310:HU 316:CZ 317:SK 325:IT 331:SM 338:MT 339:AL 340:RS 341:ME 343:MK 344:HR 345:RS 346:BA "
    "347:XK 349:SI 350:GR 352:CY 355:BG 359:MD 360:RO 365:RU 366:EE 367:LV 368:LT 369:UA 370:BY 371:AM 372:GE "
    "373:AZ 375:FI 380:SE 385:NO 390:DK 395:IS 402:CV 403:ST 404:GW 411:GQ 420:GM 432:ML 433:SN 434:BJ 435:MR "
    "436:NE 437:CI 438:GN 439:BF 450:LR 451:SL 452:GH 461:TG 471:CM 475:NG 481:GA 482:CF 483:TD 484:CG 490:CD "
    "500:UG 501:KE 510:TZ 516:BI 517:RW 520:SO 522:DJ 530:ET 531:ER 540:AO 541:MZ 551:ZM 552:ZW 553:MW 560:ZA "
    "565:NA 570:LS 571:BW 572:SZ 580:MG 581:KM 590:MU 591:SC 600:MA 615:DZ 616:TN 620:LY 625:SD 626:SS 630:IR "
    "640:TR 645:IQ 651:EG 652:SY 660:LB 663:JO 666:IL 670:SA 678:YE 680:YE 690:KW 692:BH 694:QA 696:AE 698:OM "
    "700:AF 701:TM 702:TJ 703:KG 704:UZ 705:KZ 710:CN 712:MN 713:TW 731:KP 732:KR 740:JP 750:IN 760:BT 770:PK "
    "771:BD 775:MM 780:LK 781:MV 790:NP 800:TH 811:KH 812:LA 816:VN 820:MY 830:SG 835:BN 840:PH 850:ID 860:TL "
    "900:AU 910:PG 920:NZ 935:VU 940:SB 950:FJ 970:KI 971:NR 972:TO 973:TV 983:MH 986:PW 987:FM 990:WS "
)


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())


BY_FIPS = _pairs(_FIPS)
"""FIPS 10-4 country codes."""
BY_GLEDITSCH_WARD = _pairs(_GLEDITSCH_WARD)
"""State numbers of Gleditsch and Ward (1999), as UCDP uses them; written as text."""
_ALIASES: dict[str, list[str]] = get_global("territory_aliases")  # type: ignore[assignment]  # text to lists of codes
BY_ISO_NUMBER = {str(int(code)): found[0] for code, found in _ALIASES.items() if code.isdecimal() and len(found) == 1}
"""ISO 3166-1 numbers without leading noughts, from the Unicode locale data."""
BY_ISO3 = {
    code: found[0] for code, found in _ALIASES.items() if len(code) == len("AFG") and code.isalpha() and len(found) == 1
}
"""ISO 3166-1 alpha-3 codes, from the Unicode locale data."""
