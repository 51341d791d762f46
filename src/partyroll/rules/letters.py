"""Which letters of a row could count at all, before anything else is looked at."""

from functools import lru_cache

from partyroll.model import Ground, Letter, RuleSettings

YEAR = frozenset(range(1, 13))


@lru_cache(maxsize=1_000)  # the same for everybody
def countable_letters(ground: Ground, settings: RuleSettings) -> frozenset[str]:
    """Return the letters that may count against someone, blanks among them where they may."""
    if ground is Ground.UNPAID_DUES:
        blank = [Letter.BLANK] * settings.infer_blank
        part = [Letter.PAID] * (settings.partial_payment == "unpaid")
        return frozenset({Letter.UNPAID, Letter.NOTED, *blank, *part})
    blank = [Letter.BLANK] * settings.infer_blank_meeting
    excused = [Letter.EXCUSED] * (not settings.trust_excused_mark)
    return frozenset({Letter.ABSENT, *blank, *excused})


@lru_cache(maxsize=50_000)  # the same letters stand in many books
def months_with(
    letters: str,
    months: tuple[int, ...],
    wanted: frozenset[str],
    blanks: frozenset[int] = YEAR,
) -> frozenset[int]:
    """Return the months with a letter that is `wanted`, a blank only in the months `blanks`.

    What a row does not reach is blank.
    """
    return frozenset(
        number
        for letter, number in zip(letters.ljust(len(months), Letter.BLANK), months, strict=True)
        if letter in wanted and (letter != Letter.BLANK or number in blanks)
    )
