"""With how many examples a property is tried: few in `make test`, more in `make test-all`."""

import os

from hypothesis import settings

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE", "same") != "same"


def trials(few: int, *, many: int) -> settings:
    """Return the settings of a property that is tried `few` times, thoroughly `many` times."""
    return settings(deadline=None, max_examples=many if THOROUGH else few)
