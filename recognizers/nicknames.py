"""Short and pet forms of forenames: a request from "Elizabeth Holloway" is answered with "Dear Liz"."""

from __future__ import annotations

from functools import cache

# Each line: a forename and what people make of it. Written for this project; general and short on purpose.
_FORMS = """
abigail abby abbie gail
abdul abdullah
adeline addie
agnieszka aga
alexander alex al alec sandy xander
alexandra alex sandra sandy lexi
alfred alf alfie fred
alison ali
amanda mandy
andrew andy drew
angela angie
anthony tony ant
antonia toni
archibald archie
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
bridget bridie
cameron cam
caroline caz carrie
catherine cath cathy kate katie kitty
katherine kath kathy kate katie kitty kat
katarzyna kasia
charles charlie chas chuck
charlotte charlie lottie
christina chris tina chrissie
christine chris tina chrissie
christopher chris kit topher
clifford cliff
daniel dan danny
david dave davey dai
deborah deb debbie debs
derek del
desmond des
dominic dom
donald don donnie
dorothy dot dottie dolly
douglas doug
edmund ed eddie ned
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nellie nora
elizabeth liz lizzie beth betty betsy libby eliza lisa bess
emily em emmy
emma em
eugene gene
evelyn evie
florence flo florrie
frances fran frankie
francesca fran frankie chess
francis frank fran
frederick fred freddie
gabriel gabe
gareth gaz
geoffrey geoff
george georgie
georgina georgie gina
gerald gerry
gerard gerry
gillian gill jill
graham gray
gregory greg
gwendoline gwen
harold harry hal
harriet hattie
helen nell nellie
henry harry hal hank
hugh hughie
ignatius iggy
isabel izzy bella
isabella izzy bella
jacqueline jackie
jacob jake
james jim jimmy jamie
jane janey
janet jan
jason jay
jasmine jas jaz
jeffrey jeff
jennifer jen jenny
jeremy jem jerry
jessica jess jessie
joanna jo joey
joanne jo
john jack johnny jon
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy jude
julia jules
julian jules
justin jus
kenneth ken kenny
kimberley kim
laurence larry laurie
lawrence larry laurie
leonard len lenny
leslie les
lewis lew
lillian lily lil
louise lou
louisa lou
lucinda lucy cindy
madeleine maddie
malcolm mal
margaret maggie meg peg peggy marge madge rita greta
marion maz
martin marty
mary molly polly mamie
matilda tilly mattie
matthew matt
megan meg
melanie mel
melissa mel lissa
mervyn merv
michael mike mick mickey micky
michelle shell chelle
mohammed mo mohamed muhammad mohammad
mohamed mo mohammed muhammad mohammad
muhammad mo mohammed mohamed mohammad
monica mon
natalie nat
nathan nat nate
nathaniel nat nate
nicholas nick nicky
nicola nicky nic
nigel nige
norman norm
olivia liv livvy
oluwaseun seun
oliver ollie
pamela pam
patricia pat patsy trish tricia paddy
patrick pat paddy rick
penelope penny
peter pete
philip phil pip
phillip phil pip
philippa pippa pip phil
rachel rach
raymond ray
rebecca becky becca bex
reginald reg reggie
richard rich rick ricky dick richie
robert rob robbie bob bobby bert
roberta bobbie
roderick rod roddy
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
russell russ
ruth ruthie
samantha sam sammy
samuel sam sammy
sarah sally sal
sebastian seb
sharon shaz
sidney sid
siobhan shiv
simon si
stanley stan
stephanie steph
stephen steve stevie
steven steve stevie
stuart stu
susan sue susie suzie
susannah sue susie zanna
sylvia syl
teresa terry tess tessa
theresa terry tess tessa
terence terry tel
theodore theo ted teddy
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronnie
victor vic
victoria vicky vicki tori
vincent vince vinnie
vivian viv
walter wally walt
wendy wend
wilfred wilf
william will bill billy liam willy
winifred win winnie
yvonne von
zachary zach zac zak
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _FORMS.split("\n"):
        first, *short = line.split() or [""]
        for form in short:
            table.setdefault(first, set()).add(form)
            table.setdefault(form, set()).add(first)
    return {name: frozenset(forms) for name, forms in table.items()}


def other_forms(forename: str) -> frozenset[str]:
    """Return the short forms of a folded forename, and the full names of which it is a short form."""
    return _table().get(forename, frozenset())
