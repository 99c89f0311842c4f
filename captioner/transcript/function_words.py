"""The small words of some languages, which tell where a line may end.

A language that is not here breaks by punctuation and balance alone.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Lower-case words by their part in a sentence. ``determiners`` cling to the noun behind them."""

    determiners: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    auxiliaries: frozenset[str]


def _words(determiners: str, conjunctions: str, prepositions: str, auxiliaries: str) -> FunctionWords:
    return FunctionWords(
        frozenset(determiners.split()),
        frozenset(conjunctions.split()),
        frozenset(prepositions.split()),
        frozenset(auxiliaries.split()),
    )


NONE = _words("", "", "", "")

FUNCTION_WORDS: dict[str, FunctionWords] = {
    "en": _words(
        "a an the my your his her its our their this that these those some any no every each",
        "and or but nor so yet because although though while when where if unless until since that which who whom whose"
        " than whether",
        "of in on at to for from with by about into onto over under between among through during before after against"
        " without within around behind beside beyond near since toward towards upon off across along",
        "am is are was were be been being have has had do does did will would shall should can could may might must"
        " not i'm you're we're they're he's she's it's i've you've we've they've i'll you'll we'll they'll don't"
        " doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't",
    ),
    "de": _words(
        "der die das den dem des ein eine einen einem einer eines mein meine dein deine sein seine ihr ihre unser"
        " unsere euer eure kein keine diese dieser dieses jeder jede jedes",
        "und oder aber denn sondern weil dass ob wenn als wie obwohl damit bevor nachdem während bis sobald",
        "in im ins an am auf aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen für gegen"
        " ohne um durch seit",
        "bin bist ist sind seid war waren habe hast hat haben hatte hatten werde wirst wird werden wurde wurden kann"
        " können muss müssen soll sollen will wollen darf dürfen nicht",
    ),
    "fr": _words(
        "le la les l' un une des du de d' mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet"
        " cette ces",
        "et ou mais donc or ni car que qui dont où quand si parce puisque lorsque comme",
        "à au aux en dans sur sous par pour avec sans chez vers entre depuis pendant avant après contre",
        "suis es est sommes êtes sont étais était étaient ai as a avons avez ont avait avaient vais va allons allez"
        " vont peux peut peuvent dois doit doivent ne pas",
    ),
    "es": _words(
        "el la los las un una unos unas mi mis tu tus su sus nuestro nuestra este esta estos estas ese esa cada",
        "y e o u pero ni sino porque que quien cuando donde si aunque mientras como pues",
        "a al de del en con por para sin sobre entre desde hasta hacia contra durante según tras",
        "soy eres es somos son era eran he has ha hemos han había estoy está están puede pueden debe deben va van no",
    ),
    "it": _words(
        "il lo la i gli le l' un uno una mio mia tuo tua suo sua nostro nostra questo questa quello quella ogni",
        "e ed o ma né perché che chi quando dove se anche mentre come quindi",
        "a al alla ai di del della dei in nel nella con su sul per tra fra da dal dalla senza sotto sopra dopo prima",
        "sono sei è siamo siete era erano ho hai ha abbiamo avete hanno aveva può possono deve devono non",
    ),
    "pt": _words(
        "o a os as um uma uns umas meu minha teu tua seu sua nosso nossa este esta esse essa cada",
        "e ou mas nem porque que quem quando onde se embora enquanto como pois",
        "a ao à de do da em no na com por pelo pela para sem sobre entre desde até contra durante após",
        "sou és é somos são era eram tenho tem temos têm tinha estou está estão pode podem deve devem vai vão não",
    ),
}
