"""Sentences for made-up reports of made-up happenings: every report is put together from them, and copies are reworded with them.

Written for this project. Towns come from the gazetteer; people, papers and groups are invented.
"""

from __future__ import annotations

OUTLETS_FIRST = (
    "Northern Eastern Daily Evening Free Coastal Valley Harbour Weekly National Metro Border River Capital Highland Union".split()
)
OUTLETS_LAST = "Courier Herald Observer Gazette Ledger Tribune Dispatch Chronicle Examiner Sentinel Star Mirror Bulletin Voice".split()
FIRST_NAMES = "Adel Bruna Corin Daria Emil Farida Goran Hana Ilyas Jelka Karim Lena Marek Nadia Oskar Petra Rami Sonja Tarek Vera".split()
LAST_NAMES = "Aldane Brovik Cerrin Dolmar Estrel Farrow Gavran Hollin Istok Jarrel Kestan Lorvik Merran Novel Orsin Pellar Rostan".split()
GROUP_NAMES = "Karst Lowland Red Plateau Delta Eastern Dawn Silver Lake Dune Western Star Old River Pine Ridge".split(" ")
STREETS = "Mill Station Garden Castle Bridge Orchard Lantern Tannery Chapel Foundry".split()
GOODS = "bread|vegetables|shoes|spices|second-hand books|phone cards|carpets|fish".split("|")
SPOTS = (
    "at a market|outside a school|at a bus station|near a hospital|at a police station|outside a mosque|"
    "at a petrol station|outside a hotel|at a wedding hall|near the town hall"
).split("|")

DEEDS = {
    "a car bomb": ("a car bomb exploded", "a car bomb went off", "a car bombing"),
    "rockets": ("rockets struck", "rockets landed", "a rocket attack"),
    "a suicide bomber": ("a suicide bomber blew himself up", "a suicide bomber struck", "a suicide bombing"),
    "gunmen": ("gunmen opened fire", "gunmen attacked", "a gun attack"),
    "shells": ("artillery shells fell", "shells hit", "shelling"),
    "an air strike": ("an air strike hit people", "warplanes bombed people", "an air strike"),
}
"""What happens: a clause, another one, and a noun for it. A spot and a town follow."""

TOLD = (
    "{Clause} {spot} in {town} on {day}, killing {n} people and wounding {m}, {voice} said.",
    "{N} people were killed and {m} wounded when {clause} {spot} in {town} on {day}, according to {voice}.",
    "{Voice} said {n} people were killed and {m} others injured in {noun} {spot} in {town} on {day}.",
    "{Noun} {spot} in {town} on {day} killed {n} people and wounded {m}, {voice} said.",
    "{N} people died and {m} were hurt on {day} in {noun} {spot} in {town}, {voice} said.",
    "{Voice} said that {noun} {spot} in {town} had killed {n} people and wounded {m} on {day}.",
)
"""How the happening is told in the words of somebody."""

SEEN = (
    "{Noun} {spot} in {town} has claimed the lives of {n} people; {m} were wounded on {day}.",
    "{Noun} on {day} left {n} people dead and {m} wounded {spot} in {town}.",
    "On {day} {clause} {spot} in {town}; {n} people were killed, and {m} were wounded.",
    "In {town}, {n} people were killed on {day} when {clause} {spot}, and {m} were wounded.",
)
"""How it is told in an outlet's own voice."""

AROUND = (
    "Stallholders swept glass from {street} Street while soldiers kept the crowd behind a rope.",
    "Doctors at the general hospital asked people to give blood and opened a second ward.",
    "Schools and banks stayed shut, and buses were sent round the old quarter by way of {street} Street.",
    "{Name}, who sells {goods} nearby, described a loud noise and then a cloud of white dust.",
    "Most of the stalls on that side had been put up only weeks before, after the spring floods.",
    "The town lies on the road to the coast and has a weekly fair that draws farmers from the hills.",
    "Families waited in the hospital yard late into the night, some of them with blankets and tea.",
    "A lorry with {goods} stood on its side by the kerb until a crane came in the evening.",
    "The mayor's office promised money for the shops and asked the province for building material.",
    "Water and power were back in the lower town by morning, but the telephone exchange was still down.",
    "Taxi drivers carried people to the hospital without asking for a fare, said {name}, a teacher.",
    "The fair had been put off twice this year because of rain and a quarrel over rents.",
    "Windows were blown out as far as {street} Street, three corners away from the square.",
    "“I only went to buy {goods},” said {name}, a mother of four. “Then everything was dark.”",
    "By dusk the square was empty except for a few dogs and a man with a broom.",
    "An old cinema beside the square, closed for years, lost most of its roof.",
    "The bishop and the imam went round the wards together and spoke with relatives.",
    "Engineers looked at the bridge behind {street} Street and closed one of its lanes.",
    "Traders said that takings had fallen by half since the winter and would now fall further.",
    "The council met behind closed doors and put off its vote on the new bus line.",
    "Children's shoes, {goods} and torn paper lay among the puddles.",
    "A choir that was to sing in the town on the weekend called off its journey.",
    "The ring road was shut from the grain silos to {street} Street until noon.",
    "Neighbours brought soup and bread to the fire station, where the crews were resting.",
    "The province has had three governors in two years and no budget since the autumn.",
    "Pupils of the music school on {street} Street laid flowers at the foot of the clock tower.",
    "A crane from the port was needed to lift the fallen balcony of the old post office.",
    "{Name} runs a tea house by the gate and had just sent his son home with the day's {goods}.",
    "Bakers worked through the night so that the wards and the shelters had bread at dawn.",
    "The square was paved only last year, with stone from a quarry that has since gone bankrupt.",
    "Trains ran late all day because the signal box by {street} Street had lost its wires.",
    "In the arcade, where {goods} are sold at half price on market days, shutters hung from one hinge.",
    "The football club called off its match and opened its dressing rooms to families.",
    "A retired engineer, {name}, drew a plan of the cracks in the school wall for the council.",
    "Rain in the afternoon washed the last of the dust into the drains of {street} Street.",
    "The library stayed open until midnight, with its lamps on, for those who did not want to be alone.",
    "Insurers sent two men with cameras, who left again when the light went.",
    "The hospital has forty beds, and mattresses from the barracks lay in its corridors.",
    "“We have never had so many names on one list,” said {name}, who keeps the register.",
    "The potter {name} lost her kiln and a winter's work, and swept up the pieces herself.",
    "Cyclists from the hill villages, who bring {goods} on Saturdays, turned back at the mill.",
    "A plan to move the stalls to {street} Street had been before the council since the summer.",
    "Two storks that nest on the town hall came back before evening.",
)
"""What else a report tells. None of it is a happening of its own."""

OWN = (
    "Our own reporters counted the stretchers at the gate of the clinic through the afternoon.",
    "Reporters of this newspaper who were in the town walked from ward to ward with a list.",
    "Our correspondent, who lives two streets away, was there within minutes.",
)
"""What shows that an outlet saw for itself."""

WORDS = {
    "wounded": "injured",
    "wounding": "injuring",
    "injured": "wounded",
    "hurt": "injured",
    "said": "reported",
    "swept": "cleared",
    "glass": "broken glass",
    "crowd": "onlookers",
    "behind": "back from",
    "asked": "urged",
    "opened": "set up",
    "shut": "closed",
    "sent": "diverted",
    "nearby": "close by",
    "loud": "deafening",
    "noise": "bang",
    "cloud": "wall",
    "draws": "attracts",
    "farmers": "growers",
    "hills": "uplands",
    "waited": "stood waiting",
    "late": "far",
    "some": "several",
    "blankets": "coats",
    "lorry": "truck",
    "kerb": "roadside",
    "evening": "night",
    "promised": "pledged",
    "money": "funds",
    "shops": "shopkeepers",
    "morning": "daybreak",
    "lower": "southern",
    "carried": "drove",
    "put": "set",
    "quarrel": "dispute",
    "far": "distant",
    "corners": "blocks",
    "buy": "get",
    "dark": "black",
    "dusk": "nightfall",
    "empty": "deserted",
    "few": "handful of",
    "old": "disused",
    "beside": "next to",
    "lost": "was stripped of",
    "most": "much",
    "together": "side by side",
    "looked": "peered",
    "closed": "shut",
    "traders": "merchants",
    "takings": "sales",
    "fallen": "dropped",
    "half": "fifty per cent",
    "further": "again",
    "met": "gathered",
    "vote": "decision",
    "new": "planned",
    "torn": "shredded",
    "paper": "papers",
    "among": "between",
    "weekend": "Saturday",
    "journey": "trip",
    "noon": "midday",
    "neighbours": "locals",
    "brought": "carried",
    "soup": "broth",
    "crews": "firefighters",
    "resting": "sitting",
}
"""Words that a copy is reworded with."""
