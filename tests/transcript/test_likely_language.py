import pytest

from captioner.core.caption import Cue
from captioner.transcript.check import check
from captioner.transcript.likely_language import likely_language

TEXTS = {
    "en": "So what we decided is that the release will be moved to Thursday, and I'll write it down for all of you.",
    "de": "Wir haben gestern beschlossen, dass die Veröffentlichung auf den Donnerstag verschoben wird.",
    "fr": "Nous avons décidé que la publication est remise à jeudi, et je vais l'écrire pour tout le monde.",
    "es": "Hemos decidido que la publicación se aplaza hasta el jueves, y yo lo voy a escribir para todos.",
    "it": "Abbiamo deciso che la pubblicazione è rimandata a giovedì, e lo scrivo per tutti nella riunione.",
    "pt": "Decidimos que a publicação não será feita hoje, e que o texto está com o nosso grupo para revisão.",
}
OTHERS = [
    "We hebben gisteren besloten dat het uitbrengen naar donderdag wordt verplaatst, en ik schrijf het even op.",
    "Zdecydowaliśmy wczoraj, że wydanie zostanie przełożone na czwartek, a ja to zapiszę dla wszystkich.",
    "Päätimme eilen, että julkaisu siirretään torstaille, ja kirjoitan sen muistiin kaikille.",
    "Мы решили вчера, что выпуск переносится на четверг, и я запишу это для всех.",
    "Yes. No. Thank you.",
    "",
]


@pytest.mark.parametrize("language", TEXTS)
def test_languages_with_known_small_words(language: str) -> None:
    assert likely_language(TEXTS[language].split(",")) == language
    assert likely_language([TEXTS[language].upper()]) == language


@pytest.mark.parametrize("text", OTHERS)
def test_any_other_is_none_of_these(text: str) -> None:
    assert likely_language([text]) == ""


def test_english_is_read_faster_than_other_latin_scripts() -> None:
    def limits(text: str) -> list[float]:
        return [finding.limit for finding in check([Cue(0, 2000, text)], "netflix") if finding.fault == "too fast"]

    assert limits(TEXTS["en"]) == [20]
    assert limits(TEXTS["de"]) == limits(OTHERS[0]) == [17]
    assert limits("这个问题我们已经讨论过了，星期四再决定怎么办。") == [9]
