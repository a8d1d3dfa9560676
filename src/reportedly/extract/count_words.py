"""The words that counts are read by: who was counted, what became of them, and what things are counted.

General English as news reports use it, written by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Field


def _forms(singular: str) -> tuple[str, ...]:
    if singular.endswith("man"):
        return singular, singular[:-3] + "men"
    if singular.endswith("y") and singular[-2] not in "aeo":
        return singular, singular[:-1] + "ies"
    return singular, singular + ("es" if singular.endswith(("s", "sh", "ch", "x")) else "s")


def _nouns(singulars: str, extra: str = "") -> frozenset[str]:
    return frozenset(form for word in singulars.split() for form in _forms(word)) | frozenset(extra.split())


CHILD = _nouns(
    "child kid minor infant baby toddler teenager schoolboy schoolgirl boy girl newborn pupil schoolchild teen youngster adolescent",
    "children schoolchildren",
)
WOMAN = frozenset({"woman", "women"})
COMBATANT = _nouns(
    "soldier fighter militant rebel terrorist troop policeman policewoman officer gunman insurgent jihadist jihadi militiaman serviceman "
    "commander combatant trooper marine conscript guerrilla guerilla extremist bomber assailant attacker operative general colonel "
    "captain lieutenant sergeant sniper commando paratrooper cop recruit airman peacekeeper mercenary pilot ringleader warlord "
    "emir cadet guard islamist hijacker infiltrator crewman sailor gunner brigadier separatist tribesman deserter "
    "facilitator financier bombmaker planner recruiter servicemember paramilitary constable ranger legionnaire henchman",
    "troops forces personnel police mujahideen taliban security jihadis militia militias",
)
CIVILIAN = _nouns(
    "civilian resident protester protestor worshipper worshiper journalist reporter shopper villager student teacher doctor nurse medic "
    "paramedic farmer worker passenger pedestrian pilgrim citizen bystander demonstrator driver cameraman photographer "
    "correspondent patient mourner refugee evacuee shepherd fisherman trader vendor merchant activist rescuer volunteer "
    "priest nun monk imam cleric preacher pastor bishop tourist traveller traveler migrant employee staffer contractor lawyer judge "
    "politician lawmaker mayor professor engineer noncombatant townsman housewife pensioner commuter motorist firefighter fireman "
    "midwife surgeon pharmacist physician shopkeeper businessman miner labourer laborer peasant guest churchgoer neighbour neighbor "
    "guardian aid-worker spectator customer diplomat unionist bodyguard chauffeur councilman councillor congressman senator rancher "
    "landowner robber thief burglar gangster criminal dealer banker industrialist trader herder hunter",
    "townspeople clergy staff",
)
KIN = _nouns(
    "mother father sister brother daughter son husband parent grandmother grandfather grandchild nephew niece uncle aunt cousin "
    "relative sibling widow grandson granddaughter",
    "wife wives grandchildren",
)
PERSON = _nouns(
    "person man victim human individual soul other youth suspect detainee prisoner hostage inmate captive adult member native "
    "national martyr body corpse villain elder leader chief official governor minister deputy adviser advisor aide spokesman foreigner "
    "kidnapper smuggler trafficker courier associate comrade figure ally",
    "people persons dead men lives life bodies corpses ones family families personnel remains deaths fatalities",
)
MEMBERS = _nouns("leader chief member element man operative supporter associate comrade ally figure", "men")
BODIES = frozenset(
    "army militia militias force forces guard guards jihadist jihadists militant militants rebel rebels terrorist terrorists insurgent "
    "insurgents extremist extremists islamist islamists mujahideen".split()
)
"""Words for armed sides, in "members of the rebel group"."""

NOT_FORCES = frozenset(
    "family families parliament congress council household staff community crew tribe civil defence defense relief rescue press media "
    "aid charity opposition political religious tribal union student bureau village town city district human rights "
    "red crescent helmets white public society church congregation party wedding clan".split()
)
HOLDERS = frozenset({"bodies", "body", "corpses", "corpse", "remains", "members", "member", "lives", "element", "elements", "group"})

NOT_PEOPLE = _nouns(
    "hour day week month year minute second decade dollar euro pound percent mile kilometre kilometer metre meter km time house home "
    "building street village town city district province neighborhood neighbourhood area country state place location cow sheep goat "
    "animal horse report case case-file way occasion reason type kind part side attack strike airstrike raid explosion blast bombing "
    "incident clash operation shell weapon rifle gun round bullet page point article phase step stage ceasefire truce agreement "
    "checkpoint front axis century night morning evening afternoon weekend season kilogram kg ton tonne litre liter sq hectare acre "
    "photo video picture image casualty injury wound party station shop hospital school mosque church car truck bus vehicle tank "
    "position target site base post convoy aircraft plane jet helicopter drone ship warship vessel boat submarine missile rocket "
    "bomb mortar torpedo grenade depot warehouse hideout bridge hole nation government organization organisation group sortie "
    "appeal session question vote seat line text word flight battle war violation massacre facility centre center block camp "
    "institution infrastructure farm road field district office unit square shelter prison crossing island well pipeline cylinder "
    "launcher cannon howitzer machine-gun machinegun tanker pickup bulldozer motorcycle motorbike bicycle trench tunnel cache stockpile "
    "workshop factory bakery market clinic ambulance dugout bunker barricade fortification hill farmhouse carrier platform belt",
    "aircraft sheep hrs mins days % casualties air-strikes",
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight overnight last this next "
    "january february march april june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a word says became of the counted.

    `takes`: they can follow it ("killing 12"); `told`: it can be said of those before it ("12 were killed", "12 died");
    `counts`: it can itself be what is counted ("12 dead", "12 deaths"); `of`: they can follow with "of" ("deaths of 12").
    """

    field: Field
    takes: bool = False
    told: bool = False
    counts: bool = False
    of: bool = False


def _verb(field: Field, *stems: tuple[str, str]) -> dict[str, Outcome]:
    """Forms of regular verbs: (stem, past), such as ("kill", "killed")."""
    table: dict[str, Outcome] = {}
    for stem, past in stems:
        root = stem.removesuffix("e")
        double = root + root[-1] if past.startswith(root + root[-1] + "e") else root
        third = stem[:-1] + "ies" if stem.endswith("y") else stem + ("es" if stem.endswith(("sh", "ch", "ss")) else "s")
        table |= {form: Outcome(field, takes=True) for form in (stem, third)}
        table[double + "ing"] = Outcome(field, takes=True, of=True)
        table[past] = Outcome(field, takes=True, told=True)
    return table


def _each(outcome: Outcome, words: str) -> dict[str, Outcome]:
    return dict.fromkeys(words.split(), outcome)


OUTCOMES: dict[str, Outcome] = {
    **_verb(
        Field.KILLED,
        ("kill", "killed"), ("murder", "murdered"), ("massacre", "massacred"), ("execute", "executed"), ("behead", "beheaded"),
        ("assassinate", "assassinated"), ("martyr", "martyred"), ("slaughter", "slaughtered"), ("lynch", "lynched"),
        ("eliminate", "eliminated"), ("liquidate", "liquidated"), ("exterminate", "exterminated"), ("slay", "slain"),
        ("neutralize", "neutralized"),
        ("neutralise", "neutralised"), ("electrocute", "electrocuted"), ("decapitate", "decapitated"),
        ("crucify", "crucified"), ("gas", "gassed"), ("hang", "hanged"), ("strangle", "strangled"), ("suffocate", "suffocated"),
    ),
    **_verb(Field.INJURED, ("injure", "injured"), ("wound", "wounded"), ("maim", "maimed")),
    **_verb(
        Field.CAPTURED,
        ("capture", "captured"), ("detain", "detained"), ("arrest", "arrested"), ("abduct", "abducted"), ("kidnap", "kidnapped"),
        ("imprison", "imprisoned"), ("apprehend", "apprehended"), ("jail", "jailed"), ("nab", "nabbed"), ("round", "rounded"),
    ),
    **_verb(Field.DISPLACED, ("displace", "displaced"), ("uproot", "uprooted"), ("evict", "evicted")),
    **_each(Outcome(Field.KILLED, told=True), "died die dies dying perished perish perishes drowned"),
    **_each(Outcome(Field.KILLED, told=True, counts=True), "dead"),
    **_each(Outcome(Field.KILLED, counts=True, of=True), "deaths death fatalities fatality martyrs martyr bodies body corpses corpse"),
    **_each(Outcome(Field.KILLED, of=True), "toll execution executions beheading murder assassination massacre killings loss"),
    **_each(Outcome(Field.INJURED, takes=True, told=True), "hurt"),
    **_each(Outcome(Field.INJURED, counts=True), "injuries"),
    **_each(Outcome(Field.CAPTURED, of=True), "capture arrest abduction kidnapping detention arrests"),
    **_each(Outcome(Field.MISSING, told=True, counts=True), "missing unaccounted"),
    **_each(Outcome(Field.MISSING, told=True), "disappeared vanished"),
    **_each(Outcome(Field.DISPLACED, told=True), "fled flee flees fleeing homeless"),
    **_each(Outcome(Field.DISPLACED, of=True), "displacement exodus"),
}  # fmt: skip
LIVES = frozenset({"lives", "life"})
TAKING = frozenset("claim claims claimed claiming take takes took taking taken cost costs costing lost lose losing loses".split())

MUNITION = _nouns(
    "missile rocket bomb shell mortar torpedo grenade projectile warhead munition bomblet salvo", "torpedoes munitions ordnance rounds"
) | {"rounds"}
CRAFT = _nouns(
    "warship ship vessel submarine frigate destroyer corvette cruiser gunboat boat jet warplane plane bomber helicopter drone gunship "
    "airplane aeroplane launcher uav",
    "aircraft",
)
THING = _nouns(
    "target convoy vehicle position tank truck car bus building house home base facility depot post headquarters hideout camp site "
    "warehouse hospital school bridge stronghold outpost checkpoint installation shelter bunker tunnel workshop factory tanker refinery "
    "airfield pickup dugout village church mosque market clinic ambulance shop station apartment command-post",
    "vehicles headquarters objects positions",
)
FIRING = frozenset("fire launch drop hurl lob shoot lob use rain unleash land hit strike fall explode release detonate send".split())
FIRED = frozenset("launch firing salvo strike attack volley barrage launching launches strikes attacks".split())
CARRYING = frozenset("conduct carry perform deliver use employ involve".split())
STRIKING = frozenset(
    "hit strike target destroy bomb attack shell damage raid pound demolish wreck burn torch level flatten engage eliminate "
    "ruin storm blow take knock neutralize neutralise seize capture sink down".split()
)
