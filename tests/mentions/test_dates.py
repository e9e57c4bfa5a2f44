"""Dates as newspapers print them: a corpus of values with their spellings, what is not a date, and laws."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest
from growth import grows_too_fast
from hypothesis import given
from hypothesis import strategies as st

from factcli.mentions import find_mentions
from factcli.mentions.dates.grammar import GRAMMAR
from factcli.mentions.dates.words import MAY_HOLD_DATE
from factcli.model.edtf import EdtfDate, parse_edtf

if TYPE_CHECKING:
    from factcli.model.facts import Mention

# EDTF value: its spellings.  Where more than the date is printed, ⟦ ⟧ surround it.
CORPUS = {
    "2019-07-18": [
        "18 July 2019",
        "⟦18 July 2019⟧.",
        "on ⟦18th July 2019⟧ in Caracas",
        "⟦the 18th of July, 2019⟧",
        "⟦July 18, 2019⟧, was a Thursday",
        "July 18th, 2019",
        "July 18 2019",
        "Jul. 18, 2019",
        "18 JULY 2019",
        "Thursday 18 July 2019",
        "⟦Thursday, July 18, 2019⟧",
        "⟦Thurs. 18 July 2019⟧",
        "2019-07-18",
        "at ⟦2019-07-18⟧T10:00:00Z",
        "2019/07/18",
        "18/7/2019",
        "18/07/19",
        "18.07.2019",
        "18-07-2019",
        "18-Jul-2019",
        "18/Jul/2019",
        "2019 July 18",
        "2019-Jul-18",
        "the eighteenth of July 2019",
        "18 July '19",
        "18 July twenty nineteen",
        "**⟦18 July 2019⟧**",
        "“⟦18 July 2019⟧”",
        "(⟦18 July 2019⟧)",
        "18\nJuly 2019",
    ],
    "XXXX-07-18": [
        "on ⟦18 July⟧.",
        "⟦18 July⟧, he said",
        "on ⟦July 18⟧ protesters gathered",
        "⟦July 18th⟧",
        "⟦Thursday 18 July⟧",
        "⟦Thu, July 18⟧",
        "⟦the 18th of July⟧",
        "⟦18 Jul⟧",
        "⟦18 July⟧\n\n2019 was the year",
        "On ⟦18 July⟧ 45 people were hurt",
        "due ⟦Thursday 18/7⟧",
        "on ⟦18/7⟧",
    ],
    "XXXX-05-05": ["⟦May 5⟧ was", "on ⟦5 May⟧", "the fifth of May", "on ⟦the 5th of may⟧ he went"],
    "XXXX-06-22": ["the twenty second of June", "the twenty-second of June"],
    "XXXX-03-31": ["the thirty-first of March", "31st March"],
    "XXXX-02-29": ["29 February", "Feb. 29"],
    "2020-02-29": ["29 February 2020", "2/29/2020"],
    "1972-09-13": [
        "13 September nineteen seventy two",
        "13 September nineteen seventy-two", "13 Sept '72",
        "⟦13 Sept. 72⟧.",
    ],
    "2015-01": [
        "in ⟦January 2015⟧",
        "Jan. 2015",
        "⟦January, 2015⟧,",
        "January of 2015",
        "Jan 2015",
        "2015 January",
        "2015-01",
        "01/2015",
        "Jan/2015",
        "January '15",
        "the ⟦January 2015⟧ killing",
        "⟦first month of 2015⟧",
    ],
    "1996-08": ["Aug 96", "August '96"],
    "XXXX-07": ["in ⟦July⟧", "since the fall in ⟦July⟧,", "during ⟦July⟧", "as of ⟦July⟧", "as early as ⟦July⟧"],
    "XXXX-05": ["In ⟦May⟧, he left", "in ⟦May⟧"],
    "2019": [
        "in ⟦2019⟧",
        "In ⟦2019⟧, soldiers left",
        "during ⟦2019⟧",
        "the summit of ⟦2019⟧",
        "the ⟦2019⟧ report",
        "the ⟦2019⟧ elections",
        "the ⟦2019⟧ World Cup",
        "Mexico's ⟦2019⟧ budget",
        "(⟦2019⟧)",
        "(Caracas, ⟦2019⟧)",
        "(Reuters ⟦2019⟧)",
        "⟦2019⟧ was a dry year",
        "throughout ⟦2019⟧",
        "as late as ⟦2019⟧",
        "in the year ⟦2019⟧",
        "the full year ⟦2019⟧ earnings",
        "in ⟦two thousand and nineteen⟧",
        "in ⟦twenty nineteen⟧",
        "⟦FY2019⟧",
        "⟦FY 19⟧",
        "in fiscal year ⟦2019⟧",
        "⟦AD 2019⟧",
        "in ⟦2019 AD⟧",
        "its budget for ⟦2019⟧",
    ],
    "1789": ["in ⟦seventeen eighty-nine⟧", "in ⟦seventeen hundred and eighty nine⟧", "the ⟦1789⟧ constitution"],
    "1905": ["in ⟦nineteen oh five⟧", "in ⟦nineteen hundred and five⟧"],
    "-0043-03-15": ["⟦15 March 44 BC⟧", "⟦March 15, 44 BC⟧"],
    "0079-08": ["in ⟦August 79 AD⟧"],
    "2015-10-31": ["⟦the last day of October 2015⟧"],
    "2015-12-31": ["⟦the last day of 2015⟧"],
    "XXXX-10-03": ["⟦the third day of October⟧"],
    "0079": ["⟦AD 79⟧", "⟦79 CE⟧"],
    "-0043": ["in ⟦44 BC⟧", "⟦44 BCE⟧"],
    "1850~": ["⟦circa 1850⟧", "⟦c. 1850⟧", "(⟦c.1850⟧)"],
    "1960/1969": [
        "⟦the 1960s⟧",
        "in ⟦the 1960's⟧",
        "⟦the sixties⟧",
        "⟦the '60s⟧",
        "⟦the 60s⟧",
        "⟦the nineteen sixties⟧",
    ],
    "2010/2019": ["⟦the 2010s⟧", "⟦the twenty-tens⟧"],
    "2000/2009": ["⟦the 2000s⟧", "⟦the noughties⟧"],
    "1800/1899": ["⟦the 1800s⟧"],
    "1990~/1993~": ["the ⟦early 1990s⟧", "in the ⟦early '90s⟧"],
    "1994~/1996~": ["the ⟦mid-1990s⟧"],
    "1997~/1999~": ["the ⟦late 1990s⟧", "the ⟦late-1990s⟧"],
    "1701/1800": ["⟦the 18th century⟧", "an ⟦18th-century⟧ house", "⟦the eighteenth century⟧"],
    "2001/2100": ["⟦the twenty-first century⟧", "⟦the 21st century⟧"],
    "1768~/1800~": ["the ⟦late 18th century⟧"],
    "-0499/-0400": ["⟦the 5th century BC⟧"],
    "2015-05~/2015-08~": ["⟦mid-2015⟧", "in ⟦mid 2015⟧", "the ⟦middle of 2015⟧"],
    "2015-01~/2015-04~": ["in ⟦early 2015⟧", "⟦early in 2015⟧", "the ⟦beginning of 2015⟧", "at the ⟦start of 2015⟧"],
    "2015-09~/2015-12~": ["⟦late 2015⟧", "⟦late in 2015⟧", "at the ⟦end of 2015⟧"],
    "2019-07-21~/2019-07-31~": ["in ⟦late July 2019⟧", "the ⟦end of July 2019⟧"],
    "XXXX-07-11~/XXXX-07-20~": ["in ⟦mid-July⟧", "the ⟦middle of July⟧"],
    "2019-21": ["⟦spring 2019⟧", "in the ⟦spring of 2019⟧"],
    "2019-22": ["⟦Summer 2019⟧", "⟦summer 2019⟧"],
    "2019-23": ["⟦autumn 2019⟧", "⟦fall 2019⟧", "in the ⟦fall of 2019⟧"],
    "2019-24": ["⟦winter 2019⟧", "the ⟦winter of 2019⟧", "⟦winter 2019-20⟧", "⟦winter 2019/20⟧"],
    "2019-07/2019-09": [
        "⟦Q3 2019⟧",
        "in ⟦2019 Q3⟧",
        "⟦3Q 2019⟧",
        "⟦the third quarter of 2019⟧",
        "⟦third-quarter 2019⟧ earnings",
    ],
    "2019-07/2019-12": ["⟦H2 2019⟧", "⟦the second half of 2019⟧", "in ⟦2019 H2⟧"],
    "2019-01/2019-09": ["⟦the first nine months of 2019⟧"],
    "2019-10/2019-12": ["⟦the last three months of 2019⟧"],
    "XXXX-04/XXXX-06": ["in ⟦Q2⟧"],
    "2019-10-25": ["⟦the fourth Friday of October 2019⟧"],
    "2019-10-28": ["⟦the last Monday of October 2019⟧"],
    "2019-06-10/2019-06-16": ["⟦the 24th week of 2019⟧"],
    "XXXX-07-19/XXXX-07-21": [
        "⟦from 19 to 21 July⟧",
        "⟦19 to 21 July⟧",
        "⟦19-21 July⟧",
        "⟦19–21 July⟧",
        "⟦July 19-21⟧",
        "⟦July 19 to 21⟧",
        "⟦July 19th through 21st⟧",
        "⟦between 19 and 21 July⟧",
        "⟦between July 19 and 21⟧",
        "⟦19, 20 and 21 July⟧",
        "⟦from the 19th to the 21st of July⟧",
        "⟦19 July to 21 July⟧",
    ],
    "XXXX-07-20/XXXX-07-21": ["on ⟦20 and 21 July⟧.", "on ⟦July 20 and 21⟧", "⟦20 and 21 July⟧. The summit"],
    "2014-06-30/2014-07-02": [
        "⟦30 June-2 July 2014⟧",
        "⟦30 June 2014 to 2 July 2014⟧",
        "⟦from June 30 to July 2, 2014⟧",
        "⟦30 June – 2 July 2014⟧",
        "⟦30 June 2014 - 2 July⟧",
        "⟦30/6/2014 - 2/7/2014⟧",
    ],
    "2014-12-30/2015-01-02": ["⟦30 December to 2 January 2015⟧", "⟦30 December 2014 to 2 January⟧"],
    "2019-07/2019-08": [
        "⟦July and August 2019⟧",
        "⟦from July to August 2019⟧",
        "⟦July-August 2019⟧",
        "⟦July 2019 to August 2019⟧",
    ],
    "2018-12/2019-01": ["⟦December and January 2019⟧"],
    "XXXX-05/XXXX-09": ["⟦from May to September⟧", "⟦between May and September⟧"],
    "1987~/1989~": ["the ⟦late 80s⟧"],
    "XXXX-07-01/XXXX-07-15": ["in ⟦the first half of July⟧"],
    "2019-02-16/2019-02-28": ["⟦the second half of February 2019⟧"],
    "2018-04-01": ["⟦Easter 2018⟧", "⟦Easter Sunday 2018⟧"],
    "2020-04-10": ["⟦Good Friday 2020⟧"],
    "2019-12-25": ["⟦Christmas Day 2019⟧", "⟦Christmas 2019⟧"],
    "XXXX-12-31": ["on ⟦New Year's Eve⟧", "⟦New Year’s Eve⟧"],
    "2019-01-01/2019-12-31": ["⟦2019-01-01/2019-12-31⟧", "⟦2019-01-01 to 2019-12-31⟧"],
    "2019-07-23/2019-07-24": ["on the night of ⟦23/24 July 2019⟧"],
    "2017": ["⟦a year after 2016⟧", "at ⟦2017⟧ prices", "the World Cup ⟦2017⟧"],
    "../2019-03-31": ["⟦no later than 31 March 2019⟧", "⟦until 31 March 2019⟧"],
    "2015/..": ["⟦since at least 2015⟧", "⟦since about 2015⟧", "⟦starting in 2015⟧"],
    "../2016-12~": ["⟦until the end of 2016⟧", "⟦before the end of 2016⟧"],
    "../2015-12": ["⟦before the start of 2016⟧"],
    "1990~/..": ["⟦since the early 1990s⟧"],
    "2016-05-20": ["moved up to ⟦20 May 2016⟧"],
    "1701/..": ["⟦since the 18th century⟧"],
    "2021": ["not before ⟦2021⟧", "not until ⟦2021⟧"],
    "XXXX-09": ["In ⟦September⟧ 20 people died", "in ⟦September⟧, 20 people died"],
    "XXXX-09-20": [
        "On ⟦September 20⟧ people died",
        "the week before ⟦20 September⟧",
        "two years after the ⟦20 September⟧ attack",
    ],
    "2001-09-11": ["the ⟦9/11⟧ attacks"],
    "2001-09-12/..": ["⟦post-9/11⟧"],
    "2017-01/2017-02": ["⟦Jan-Feb 2017⟧"],
    "2007/2015": [
        "(⟦2007-2015⟧)",
        "⟦2007–2015⟧",
        "in ⟦2007-15⟧",
        "⟦2007–15⟧",
        "⟦from 2007 to 2015⟧",
        "⟦between 2007 and 2015⟧",
        "⟦2007 to 2015⟧",
        "⟦2007 through 2015⟧",
        "⟦from 2007 until 2015⟧",
    ],
    "2018/2019": ["the ⟦2018/19⟧ season", "the ⟦2018-19⟧ season", "the ⟦2018–2019⟧ season"],
    "2003/2004": ["the ⟦2003–04⟧ season", "during the ⟦2003-04⟧ season", "⟦2003/04⟧"],
    "2015-03-03/2018-06": ["⟦between 3 March 2015 and June 2018⟧"],
    "1934~/1946~": ["from the ⟦mid-1930s to the mid-1940s⟧"],
    "2016/..": ["⟦since 2016⟧", "⟦from 2016 onwards⟧", "⟦2016 onward⟧", "⟦since the year 2016⟧", "⟦2016 or later⟧"],
    "2017/..": ["⟦after 2016⟧", "⟦post-2016⟧"],
    "../2015": ["⟦before 2016⟧", "⟦pre-2016⟧", "⟦prior to 2016⟧"],
    "../2016-05": ["⟦until May 2016⟧", "⟦till May 2016⟧", "⟦up to May 2016⟧"],
    "2019-07-19/..": ["⟦after 18 July 2019⟧", "⟦later than 18 July 2019⟧"],
    "2019-07-18/..": ["⟦since 18 July 2019⟧", "⟦starting on July 18, 2019⟧", "⟦18 July 2019 and after⟧"],
    "../2019-07-17": ["⟦before July 18, 2019⟧"],
    "../XXXX-07-17": ["⟦before 18 July⟧"],
    "1991/..": ["⟦since 1991⟧"],
    "2019-07-04": [
        "⟦two weeks before 18 July 2019⟧",
        "⟦14 days before 18 July 2019⟧",
        "⟦two weeks before July 18, 2019⟧",
    ],
    "2019-07-19": ["⟦the day after 18 July 2019⟧"],
    "2019-06-18": ["⟦a month before 18 July 2019⟧"],
    "2019-10-26": [
        "logged ⟦Sat Oct 26 15:50:06 2019⟧", "logged ⟦Sat Oct 26 11:00:09 EDT 2019⟧",
        "⟦Sat Oct 26 15:50:06 +0000 2019⟧", "⟦October 26, 3:50 pm, 2019⟧", "⟦October 26, 3:50 p.m., 2019⟧",
        "⟦26 October, 15:50 UTC, 2019⟧",
    ],
    "2022-03-29": ["caught ⟦29Mar22⟧", "caught on ⟦29-Mar-22⟧.", "caught on ⟦29/MAR/22⟧ and sold", "29Mar2022"],
    "2012-11-19": ["on ⟦19-Nov-12⟧", "⟦19-NOV-12⟧,", "⟦19Nov12⟧"],
    "1998": ["It closed in ⟦'98⟧.", "since the ferry of ⟦’98⟧", "the ⟦'98⟧ World Cup", "three ⟦1998⟧ Fords",
             "⟦1998⟧'s dullest film", "constant ⟦1998⟧ dollars", "the ⟦1998⟧ crises"],
    "2008": ["It closed in ⟦'08⟧", "It closed in ⟦‘08⟧"],
    "2020-01/2020-03": [
        "in ⟦Q1/2020⟧", "in ⟦Q1-2020⟧", "⟦Quarter 1 2020⟧", "⟦quarter 1, 2020⟧", "⟦1Q20⟧", "⟦2020-Q1⟧", "in ⟦Q1-20⟧",
        "⟦Q1/20⟧", "⟦Q1'20⟧",
    ],
    "2021-07/2021-12": ["⟦2H21⟧", "⟦H2/2021⟧"],
    "2025": [
        "Q1 ⟦FY25⟧", "4Q ⟦FY25⟧", "Q1 of ⟦FY2025⟧", "⟦FY25⟧ Q3", "the third quarter of fiscal ⟦2025⟧",
        "fiscal ⟦2025⟧ Q3", "Q2 of fiscal year ⟦2025⟧", "fiscal Q2 ⟦2025⟧", "third-quarter ⟦FY25⟧",
    ],
    "1501/1800": ["⟦from the 16th to the 18th centuries⟧", "in ⟦the 16th-18th centuries⟧"],
    "0830/0839": ["in ⟦the 830s⟧", "by ⟦the 830s⟧"],
    "-0446/-0431": ["⟦447–432 BC⟧", "⟦from 447 to 432 BCE⟧", "⟦between 447 and 432 BC⟧"],
    "-2685/-2180": ["⟦2686–2181 BC⟧"],
    "-0026/0014": ["⟦from 27 BC to AD 14⟧", "⟦27 BC – AD 14⟧", "⟦from 27 B.C. to A.D. 14⟧"],
    "0250/0300": ["⟦AD 250–300⟧", "⟦AD 250 to 300⟧", "⟦from 250 to 300 AD⟧"],
    "0267": ["⟦AD 267⟧", "in ⟦267 AD⟧"],
    "2024-02-05/2024-02-07": ["⟦5−7 Feb 2024⟧", "⟦5 − 7 Feb 2024⟧", "⟦5―7 February 2024⟧", "⟦Feb 5−7, 2024⟧"],
    "2024-08": ["The ⟦2024 August⟧ sales", "the ⟦2024 August⟧ floods"],
    "1990": ["fell from ⟦1990⟧ levels", "below ⟦1990⟧ levels", "to ⟦1990⟧ prices", "against ⟦1990⟧ exports"],
    "2011": [
        "most ⟦2011⟧ iMacs", "every ⟦2011⟧ Fiat", "all ⟦2011⟧ MacBooks", "the ⟦2011⟧ figures", "Its ⟦2011⟧ targets",
        "their ⟦2011⟧ growth forecasts", "the ⟦2011⟧ census figures", "a ⟦2011⟧ film", "in ⟦2011⟧ dollars",
        "⟦2011⟧ sales fell by a tenth", "the ⟦2011⟧ strikes", "the league's ⟦2011⟧ standings", "any ⟦2011⟧ model",
    ],
    "2023": [
        "a margin of 14.2% (⟦2023⟧: 13.9%)", "£5m (⟦2023⟧: £4.1m)", "an index (⟦2023⟧ = 100)", "(⟦2023⟧=100)",
        "[⟦2023⟧: 5 kg]",
    ],
    "2028-04-06/..": [
        "⟦from and after 6 April 2028⟧", "⟦on or after 6 April 2028⟧", "⟦On and after April 6, 2028⟧",
        "⟦from 6 April 2028 onwards⟧", "⟦no earlier than 6 April 2028⟧",
    ],
    "../2028-04-06": ["⟦on or before 6 April 2028⟧", "⟦by or before 6 April 2028⟧"],
    "2028-04-06": [
        "not due before ⟦6 April 2028⟧", "It won't open before ⟦6 April 2028⟧", "It never opens before ⟦6 April 2028⟧",
        "It did not reopen until ⟦6 April 2028⟧", "10 years from ⟦6 April 2028⟧", "for two years after ⟦6 April 2028⟧",
        "within 30 days after ⟦6 April 2028⟧", "at least ten years from ⟦6 April 2028⟧",
    ],
    "../2028-04-05": ["It will not rain, ⟦before 6 April 2028⟧", "It was sold ⟦before 6 April 2028⟧"],
    "-0499": ["in ⟦500 B.C.⟧, he", "In ⟦500 B.C.E.⟧ it fell"],
    "0070": ["⟦A.D. 70⟧", "in ⟦A.D. 70⟧, they", "in ⟦70 C.E.⟧."],
    "-3499": ["by ⟦3,500 B.C.⟧ they", "in ⟦3,500 BC⟧"],
    "-0199/-0100": ["in ⟦the second century B.C.⟧", "⟦the 2nd-century BCE⟧ wall"],
    "0101/0200": ["in ⟦the 2nd century A.D.⟧"],
    "0800": ["in the year ⟦800⟧", "By the year ⟦800⟧, monks"],
    "1998/1999": [
        "the ⟦1998-99⟧ season", "the ⟦98-99⟧ season", "the ⟦98/99⟧ season", "⟦'98-'99⟧", "the ⟦1998/99⟧ tax year",
    ],
    "1999/2000": ["the ⟦1999-00⟧ season", "the ⟦1999–2000⟧ season", "the ⟦99-00⟧ season"],
    "2009/2010": ["the ⟦09/10⟧ season"],
    "1736~/1784": ["Ann Lee (⟦c. 1736–1784⟧)"],
    "1990/..": [
        "(⟦1990–⟧)", "⟦from 1990 to the present⟧", "⟦1990–present⟧", "⟦from 1990 on⟧, they", "⟦from 1990 to date⟧",
        "⟦from 1990 until today⟧",
    ],
    "2020-05-01/..": ["⟦with effect from 1 May 2020⟧", "⟦as from 1 May 2020⟧", "⟦from 1 May 2020 on⟧."],
    "../2019-05-05": ["⟦up to and including 5 May 2019⟧", "⟦until and including May 5, 2019⟧"],
    "1990~/1996~": ["the ⟦early to mid 1990s⟧", "the ⟦early-to-mid 1990s⟧"],
    "1835~/1900~": ["in the ⟦mid to late 19th century⟧"],
    "1980~/1983~": ["in the ⟦early eighties⟧"],
    "2000~/2003~": ["in the ⟦early 00s⟧"],
    "2020-01/2020-06": [
        "⟦the first and second quarters of 2020⟧", "⟦Q1 and Q2 2020⟧", "⟦Q1-Q2 2020⟧", "⟦1H/20⟧", "⟦Q1 to Q2 of 2020⟧",
    ],
    "2020-10/2020-12": ["⟦the final quarter of 2020⟧", "in ⟦the last quarter of 2020⟧", "⟦4Q/20⟧"],
    "2020-06/2020-08": ["in ⟦June, July and August 2020⟧", "⟦June, July, and August of 2020⟧"],
    "2020-05-04/2020-05-10": [
        "⟦the week beginning 4 May 2020⟧", "⟦the week ending 10 May 2020⟧", "⟦week commencing 4 May 2020⟧",
        "⟦the week ended May 10, 2020⟧",
    ],
    "1998-12-18": ["On ⟦December 18, at 3:50 p.m., 1998⟧, it", "⟦18 December, 3.50pm, 1998⟧", "dated ⟦18.12.98⟧"],
    "2018-09-18": ["⟦September-2018-18⟧", "⟦2018/18/Sep⟧", "⟦18-2018-September⟧"],
    "1982/1984": ["in ⟦1982-84⟧ dollars"],
    "1995/1999": ["in ⟦the second half of the 1990s⟧"],
    "1801/1850": ["in ⟦the first half of the 19th century⟧"],
    "1976/2000": ["⟦the last quarter of the 20th century⟧"],
    "-0499/-0450": ["⟦the first half of the fifth century BC⟧"],
    "2021-01/2021-03": ["⟦Jan. – Mar. 2021⟧", "⟦Jan-Mar 2021⟧", "⟦Q1 2021⟧", "⟦the first quarter of 2021⟧'s sales"],
    "2020-01/2020-02": ["⟦January/February 2020⟧"],
    "1950/1969": ["in ⟦the 1950s-60s⟧", "⟦the 1950s–60s⟧"],
    "1950/..": ["⟦from the 1950s to today⟧"],
    "2020-05-04/2020-05-08": ["⟦Mon 4 – Fri 8 May 2020⟧", "⟦Monday 4 May to Friday 8 May 2020⟧"],
    "2016": ["by end ⟦2016⟧"],
    "-2999/-2000": ["in ⟦the 3rd millennium BC⟧", "⟦the third-millennium B.C.⟧ tombs"],
    "2001/3000": ["in ⟦the third millennium⟧"],
    "2015-03": ["in ⟦Mar-15⟧", "in ⟦Mar '15⟧", "in ⟦Mar-2015⟧"],
    "2013": [
        "the club's dreadful ⟦2013⟧ season", "⟦2013⟧ World Rowing Cup dates",
        "after a dull ⟦2013⟧ Harbour Cup", "at Oslo ⟦2013⟧, Berg won", "ahead of Oslo ⟦2013⟧.", "Aldine Press, ⟦2013⟧.",
        "© ⟦2013⟧ Aldine Press", "(c) ⟦2013⟧ Aldine", "⟦2013⟧: the weir breaks.", "In ⟦2013⟧ Berg sailed.",
        "going back to ⟦2013⟧", "compared with ⟦2013⟧.", "the ⟦2013⟧ winner Berg", "Berg and ⟦2013⟧ champion Lie",
        "her ⟦2013⟧ “Tides” video", "across ⟦2013⟧", "the ⟦2013⟧ nominees",
    ],
    "2013~": ["⟦around 2013⟧", "in ⟦around 2013⟧", "by ⟦about 2013⟧", "in ⟦roughly 2013⟧", "⟦in or about 2013⟧"],
    "2013-05-04~": ["⟦around 4 May 2013⟧", "⟦on or about 4 May 2013⟧"],
    "-0299~": ["⟦around 300 BC⟧", "⟦about 300 BC⟧"
    ],
    "2015-05/2018": ["⟦between 2015 May and 2018⟧"],
    "2014-01-02?": ["on ⟦1/2/2014⟧", "⟦1-2-2014⟧"],
    "2010-12?": ["⟦2010-12⟧"],
}  # fmt: skip

# Several dates of one text.
LISTS = {
    "on 18 and 21 July": ["XXXX-07-18", "XXXX-07-21"],
    "on July 18 and 21, 2019": ["2019-07-18", "2019-07-21"],
    "on 18, 19 and 25 July 2019": ["2019-07-18", "2019-07-19", "2019-07-25"],
    "in the 18th and 19th centuries": ["1701/1800", "1801/1900"],
    "the 16th, 17th and 19th centuries": ["1501/1600", "1601/1700", "1801/1900"],
    "the 5th and 4th centuries BC": ["-0499/-0400", "-0399/-0300"],
    "in '98, '99 and '03": ["1998", "1999", "2003"],
    "the years ended December 31, 2016, 2015 and 2014": ["2016-12-31", "2015", "2014"],
    "As of 30 June 2023 and 2022 it held": ["2023-06-30", "2022"],
    "in May 2018, 2017 and 2016": ["2018-05", "2017", "2016"],
    "On 18 July 2019, 2010 were killed": ["2019-07-18"],
    "On 18 July 2019 and 2010 people came": ["2019-07-18"],
    "the 1992, 1996 and 2000 elections": ["1992", "1996", "2000"],
    "the 2012 and 2016 Games": ["2012", "2016"],
    "in either 2008 or 2010": ["2008", "2010"],
    "in 1996, '97 and '99": ["1996", "1997", "1999"],
    "before 2000 but not 1998": ["../1999", "1998"],
    "the 60s and 70s": ["1960/1969", "1970/1979"],
    "16th- and 17th-century maps": ["1501/1600", "1601/1700"],
    "2019, 2020 and 2021 were wet.": ["2019", "2020", "2021"],
    "in the late 17th and early 18th centuries": ["1668~/1700~", "1701~/1734~"],
    "in the 17th or 18th century": ["1601/1700", "1701/1800"],
    "in 1200 or 1100 BC": ["-1199", "-1099"],
    "in June, August and October 2019": ["2019-06", "2019-08", "2019-10"],
    "in Q1 and Q4 2020": ["2020-01/2020-03", "2020-10/2020-12"],
    "in June and August 2019": ["2019-06", "2019-08"],
    "in 2010, 2012 and 2014": ["2010", "2012", "2014"],
    "in 2010 and 2014": ["2010", "2014"],
    "on 18 July 2019 and 3 May 2020": ["2019-07-18", "2020-05-03"],
    "after 2010 and before 2014": ["2011/..", "../2013"],
    "from January 2015. 16 July": ["2015-01", "XXXX-07-16"],
    "18 July 2019\n- 20 July 2019": ["2019-07-18", "2019-07-20"],
    "18 July 2019 -\n\n20 July 2019": ["2019-07-18", "2019-07-20"],
    "between 1/4/2019 and 13/5/2019": ["2019-04-01/2019-05-13"],
    "29 February to 2 March 2019": ["XXXX-02-29", "2019-03-02"],
    "29 February and 2 March 2019": ["XXXX-02-29", "2019-03-02"],
    "3/4/2020, and 25/4/2020": ["2020-04-03", "2020-04-25"],
    "4/3/2020, and 4/25/2020": ["2020-04-03", "2020-04-25"],
    "3/4/2020, 25/4/2020 and 4/25/2020": ["2020-03-04?", "2020-04-25", "2020-04-25"],
}

NO_DATES = [
    # words that are also months, days or parts of them
    "He may 5 times a day", "they march 12 miles", "It may be.", "may 30 of them go", "An august body",
    "He sat 5 hours",
    "May I go?", "Theresa May said", "April said so", "June and Jan came", "the march of 10,000", "in Mar-a-Lago",
    "the sun, 12 planets",
    "for a second", "the second man", "a second time", "second, he left", "the first lady", "Mar 5000 drivers",
    "the third of four", "a quarter of voters", "the second half was dull", "the third quarter of the game",
    "fall of Rome",
    "at the end of the day", "early risers", "the last of them", "the wall fell in the fall of the regime",
    "spring rolls",
    # figures that are not years
    "2010 people died", "killed 2010 people", "2,010", "2010 soldiers", "a total of 2010", "rose by 2010",
    "$2010", "2010%",
    "up from 1998 a year earlier", "1500 metres", "2000 m", "2000 km away", "a 1500 metre race", "bus 2020", "2020",
    "the 2000 soldiers", "£1999", "1999.5", "1999,5", "12:2010", "population of 1950", "in 2010 people",
    "of 2000 m", "in 1999.99",
    "1500 to 2000", "1500-2000 words", "1500 to 2000 people", "from 1500 to 2000 people", "2020-1990",
    # figures with signs
    "52-48", "2-1", "3-4", "1-8", "9 to 5", "24/7", "3/4 of them", "1/2", "10 and 11", "5.12", "7.6", "10.1 - 10.12",
    "555-1914-1918", "+1 202 555 2010", "020 7946 0018", "1-800-555-2010", "ISBN 978-3-16-148410-0",
    "v2.1.2019", "1.1.3",
    "10.0.0.1", "192.168.2.1", "Version 2019.1.2.3", "12-34-5678", "80-32-89-89", "1-2-3", "4/13/1", "2012 80 10",
    "https://example.org/2019/07/18/report", "report-2019-07-18.pdf", "#2019", "SU-30", "EP-3", "F-16", "Boeing 737",
    "10:30", "at 5 pm", "19:21", "Covid-19 cases", "G20", "MH370",
    # clock times
    "until 1830 local time", "since 1200 GMT", "around 1115 GMT", "by 1930 hours", "from 1830 to 2000 EST",
    "before 2015 UTC", "until 1700 Eastern time", "at 2015 Moscow time",
    # names, addresses and counts beside names
    "at 2013 Main Street", "the 1640 block of Vine Street", "He saw 2013 Roman Catholics", "He drove a Peugeot 2008.",
    "some 1950 Old Etonians came", "2010 Greeks fled.", "Flight 2019 left", "Room 2015, please", "Windows 2000 is old",
    "a further 2013 pages", "rose by about 2013",
    # scores and series
    "won 98-99", "won 10/11 games", "from the 98-99 shelf", "year 247 of the plan", "B.C. 44",
    # counts
    "the 2010 people", "the 2015 soldiers", "2010 homes were sold", "rose to 2010 homes", "some 2010 Greeks",
    "all 2010 Greeks", "more than 2010 sales",
    # hours, names and codes
    "dried for 1 h at 60", "in 2 h", "the 747s", "the 320s", "prices in the 500s", "He read '24 Hours' twice",
    "the '5 years' rule", "20th Century Fox", "21st Century Fox", "Q1-21", "the q1 test",
    # figures like a day that no calendar has
    "32 July", "2019-13-01", "31/31/2019", "18/13/2022", "0 July", "2019/22/29", "2019-02-30", "2019-02-30-rc1",
    "31 June bids", "the 31 June bids", "on April 31 people came", "In June 31 were hurt", "30 February times",
    "31 June 2019 bids", "version 2019.02.30", "He took 31 June calls",
    # weekdays alone, and what needs the day of writing
    "on Tuesday", "yesterday", "last month", "three days later", "this year", "next week", "two years ago", "today",
    # holidays that need a year, and words that begin like one
    "at Easter", "before Christmas", "Good Friday", "New York", "good news", "9/11 of them",
    # ages and heat
    "in his 90s", "in her '60s", "in the 20s", "temperatures in the 90s", "highs in the 80s", "under 18s",
    # none at all
    "", " ", "-", "/", "the", "of", "'s", "century", "the century", "BC", "AD", "Q3", "H2", "W", "mid-", "end of",
    "½", "²019", "٢٠١٩", "18 Ju\u00adly",
]  # fmt: skip

# Texts of which a part is repeated: reading them has to take time in proportion.
HOSTILE = [
    "may 1 to ", "2010-", "2010 to ", "2010 and ", "1-1-1-", "1/1/", "18, ", "1 and ", "the ", "the end of ",
    "mid-", "twenty-", "nineteen seventy ", "3/4/2020-", "since ", "2 weeks before ", "18 july - ", "monday, ",
    "\n", "18 july\n\n", "'", "last ", "three days later ", "first ", "christmas ", "new year ", "late 90s ",
    "- ",
]  # fmt: skip

# Days that no calendar has: their month, and how they are printed.
IMPOSSIBLE = {
    "2019-06": [
        "⟦31 June 2019⟧ at 9", "⟦June 31, 2019⟧", "⟦31-Jun-19⟧", "⟦31Jun19⟧", "on ⟦Monday, 31 June 2019⟧", "⟦31st June 2019⟧",
        "on ⟦31/6/2019⟧", "due ⟦2019-06-31⟧.", "⟦28-31 June 2019⟧", "⟦June 32, 2019⟧", "⟦the 31st of June 2019⟧",
    ],
    "2019-02": ["⟦29 February 2019⟧", "⟦30 February 2019⟧", "⟦Feb. 29, 2019⟧", "on ⟦29.02.2019⟧"],
    "1900-02": ["⟦29 February 1900⟧"],
    "XXXX-04": ["on ⟦31 April⟧", "⟦31 April⟧, he said", "⟦April 31st⟧", "on ⟦April 31⟧."],
}  # fmt: skip

TODAY = date(2019, 7, 25)  # a Thursday
# What the day of writing decides.
ANCHORED = {
    "2019-07-24": ["⟦yesterday⟧", "⟦Yesterday⟧’s vote", "two dead ⟦yesterday⟧."],
    "2019-07-23": ["⟦the day before yesterday⟧", "⟦last Tuesday⟧", "⟦two days ago⟧"],
    "2019-07-25": ["⟦today⟧"],
    "2019-07-26": ["⟦tomorrow⟧"],
    "2019-07-27": ["⟦the day after tomorrow⟧"],
    "2019-07-30": ["⟦next Tuesday⟧", "⟦in five days from now⟧"],
    "2019-06": ["⟦last month⟧", "⟦last June⟧", "⟦a month ago⟧"],
    "2019-07": ["⟦this month⟧"],
    "2019-08": ["⟦next month⟧", "⟦next August⟧", "⟦in a month's time⟧"],
    "2018-07": ["⟦last July⟧"],
    "2019": ["⟦this year⟧"],
    "2018": ["⟦last year⟧", "⟦last year⟧'s budget", "⟦a year ago⟧"],
    "2020": ["⟦next year⟧"],
    "2009": ["⟦10 years ago⟧", "⟦ten years ago⟧"],
    "2019-07-15/2019-07-21": ["⟦last week⟧"],
    "2019-07-22/2019-07-28": ["⟦this week⟧"],
    "2019-07-29/2019-08-04": ["⟦next week⟧"],
    "2019-08-08~": ["He will return ⟦in two weeks⟧.", "⟦in two weeks' time⟧"],
    "2019-07-04~": ["⟦three weeks ago⟧"],
    "2019-10": ["⟦In three months from now⟧ the threat"],
    "2018-09~/2018-12~": ["⟦late last year⟧", "the ⟦end of last year⟧"],
    "2020-01~/2020-04~": ["⟦early next year⟧"],
    "2019-07-01/2019-07-25": ["⟦earlier this month⟧"],
    "2019-07-25/2019-12-31": ["⟦later this year⟧"],
    "2018-05": ["in ⟦May last year⟧", "in ⟦May of last year⟧"],
    "2019-01-18": ["on ⟦18 January this year⟧"],
    "2018-07/2018-09": ["in ⟦the third quarter of last year⟧"],
    "2019-01/2019-06": ["⟦the first half of this year⟧"],
    "2018-22": ["⟦last summer⟧"],
    "2019-22": ["⟦this summer⟧"],
    "2020-21": ["⟦next spring⟧"],
    "2018-24": ["⟦last winter⟧"],
    "2019-07-18": ["⟦Thursday 18th⟧ was wet", "⟦last Thursday⟧"],
    "2019-08-09": ["He swims on ⟦Friday 9th⟧.", "He swims on ⟦Friday the 9th⟧."],
    "2019-07-20": ["The lock broke on ⟦Saturday⟧.", "On ⟦Saturday⟧, the lock broke."],
    "2019-07-22": [
        "She told divers on ⟦Monday⟧ that it will rain.",
        "Two divers were hurt on ⟦Monday⟧ night.",
        "he said ⟦Monday⟧.",
    ],
    "2019-07-29": [
        "It will reopen on ⟦Monday⟧.",
        "The lock is due to be opened on ⟦Monday⟧.",
        "On ⟦Monday⟧ divers will return.",
        "She said it will be tested on ⟦Monday⟧.",
    ],
}
# The second date counts from the first.
COUNTED_ON = {
    "He met her on 18 July. She left three days later.": "XXXX-07-21",
    "On 16 July they spoke, and the following day too.": "XXXX-07-17",
    "On 31 December 2018 it fell; the next day it rose.": "2019-01-01",
    "In January 2015 it fell; two months later it rose.": "2015-03",
    "In 2015 it fell; three years earlier it had risen.": "2012",
    "On 3 May 2015 it fell; the previous year it had risen.": "2014",
}
NOT_EVEN_ANCHORED = [
    "on Tuesday", "He swims on Tuesday.", "It was due on Tuesday.", "Black Friday came", "a sunday roast was had",
    "He was off on Tuesdays.", "The lock closed on Monday and Tuesday.",
    "on Tuesday", "the last year", "over the last month", "in two weeks", "It was built in two weeks.", "days earlier",
    "He swims on Friday 17th.", "a friday 9th",
    "three days later", "the following day", "this winter", "next Friday", "today's world", "the next one", "at last",
    "two days", "long ago", "last but one", "next door", "this man", "in a year", "a few years ago",
]  # fmt: skip

WORDS = [
    "1", "2", "18", "21", "2019", "2010", "July", "May", "mid", "-", "/", ",", ".", "and", "to", "of", "the",
    "in", "since", "before", "early", "end", "90", "s", "'s", "century", "Q", "3", "first", "third", "quarter",
    "last", "week", "days", "later", "ago", "next", "Monday", "winter", "nineteen", "seventy", "3/4/2020", "BC",
    "Easter", "\n", "\n\n",
]  # fmt: skip
texts = st.text(st.sampled_from("0123456789 -–/.,'’()\nJulyMaymidthecofandtoinsQ")) | st.lists(
    st.sampled_from(WORDS)
).map(" ".join)


def dates_of(text: str, anchor: date | None = None) -> list[Mention]:
    return [mention for mention in find_mentions(text, anchor=anchor) if mention.kind == "date"]


def values_of(text: str, anchor: date | None = None) -> list[str]:
    return [str(mention.value) for mention in dates_of(text, anchor)]


def rows(corpus: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(value, spelling) for value, spellings in corpus.items() for spelling in spellings]


def read_marked(marked: str, anchor: date | None = None) -> tuple[list[tuple[str, str]], str]:
    text = re.sub("[⟦⟧]", "", marked)
    inside = re.search("⟦(.*)⟧", marked, re.DOTALL)
    return [(str(found.value), found.surface) for found in dates_of(text, anchor)], inside[1] if inside else text


@pytest.mark.parametrize(("value", "marked"), rows(CORPUS))
def test_a_date_is_read_in_every_spelling(value: str, marked: str) -> None:
    found, expected = read_marked(marked)

    assert found == [(value, expected)]


@pytest.mark.parametrize(("text", "values"), LISTS.items())
def test_dates_side_by_side_are_kept_apart(text: str, values: list[str]) -> None:
    assert values_of(text) == values


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert values_of(text) == []


@pytest.mark.parametrize(("month", "marked"), rows(IMPOSSIBLE))
def test_a_day_that_no_calendar_has_says_so(month: str, marked: str) -> None:
    found, expected = read_marked(marked)

    assert found == [(month, expected)]
    assert [mention.is_possible for mention in dates_of(re.sub("[⟦⟧]", "", marked))] == [False]


@pytest.mark.parametrize(("value", "marked"), rows(ANCHORED))
def test_the_day_of_writing_decides_what_a_relative_date_means(value: str, marked: str) -> None:
    found, expected = read_marked(marked, TODAY)

    assert found == [(value, expected)]


@pytest.mark.parametrize(("text", "value"), COUNTED_ON.items())
def test_days_later_count_from_the_date_named_before(text: str, value: str) -> None:
    assert values_of(text, TODAY)[1:] == [value]


@pytest.mark.parametrize("text", NOT_EVEN_ANCHORED)
def test_what_the_day_of_writing_does_not_decide_is_left_alone(text: str) -> None:
    assert values_of(text, TODAY) == []


def test_the_year_of_a_day_is_never_filled_in() -> None:
    assert values_of("on 18 July", TODAY) == ["XXXX-07-18"]


def test_an_ambiguous_date_keeps_its_other_reading() -> None:
    [mention] = dates_of("on 3/4/2020")

    assert (str(mention.value), mention.alternative) == ("2020-03-04?", EdtfDate("2020-04-03"))


def test_an_ambiguous_span_keeps_its_other_reading() -> None:
    [mention] = dates_of("from 3/4/2020 to 5/6/2020")

    assert (str(mention.value), mention.alternative) == ("2020-03-04?/2020-05-06?", EdtfDate("2020-04-03/2020-06-05"))


def test_a_wrong_weekday_stays_in_the_surface() -> None:
    [mention] = dates_of("It opened on Tuesday 18 July 2019.")

    assert mention.surface == "Tuesday 18 July 2019"


@pytest.mark.parametrize("part", HOSTILE)
def test_no_repetition_makes_reading_slow(part: str) -> None:
    assert not grows_too_fast(lambda text: dates_of(text, TODAY), part * (4_000 // len(part)))


@given(st.dates(date(1001, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_printed(day: date) -> None:
    long = f"{day:%A} {day.day} {day:%B} {day.year}"
    american = f"{day:%B} {day.day}, {day.year}"

    assert values_of(f"{long}; {american}; {day}") == [str(day)] * 3


@given(st.dates(date(1001, 1, 1), date(2198, 1, 1)), st.integers(1, 400))
def test_every_span_of_days_is_read_as_it_is_printed(day: date, length: int) -> None:
    last = day + timedelta(days=length)

    assert values_of(f"from {day.day} {day:%B} {day.year} to {last.day} {last:%B} {last.year}") == [f"{day}/{last}"]


def test_number_words_of_two_paragraphs_are_not_one_year() -> None:
    assert values_of("a club of nineteen\n\nNineteen people left") == []


@given(texts, st.none() | st.dates())
def test_every_reading_is_a_date_at_its_place(text: str, anchor: date | None) -> None:
    mentions = find_mentions(text, anchor=anchor)
    found = [mention for mention in mentions if mention.kind == "date"]

    assert [text[mention.span.start : mention.span.end] for mention in mentions] == [each.surface for each in mentions]
    figures = [mention for mention in mentions if mention.kind != "quote"]
    assert all(left.span.end <= right.span.start for left, right in pairwise(figures))
    assert [parse_edtf(str(mention.value)) for mention in found] == [mention.value for mention in found]


@pytest.mark.parametrize(
    ("letters", "length"), [("_dtnwO,", 5), ("_dtnwOTLUPoi,.-", 4), ("_dtnwOTLUPNAWZoi,.:-~/|phcabxfez", 3)]
)
def test_only_texts_without_a_date_are_passed_over(letters: str, length: int) -> None:
    texts = map("".join, product(letters, repeat=length))
    passed_over = [text for text in texts if not MAY_HOLD_DATE.search(text)]

    assert len(passed_over) > 100
    assert [text for text in passed_over if GRAMMAR.search(text)] == []
