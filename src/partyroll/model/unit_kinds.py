"""What kind of unit a name speaks of."""

from collections.abc import Sequence

from partyroll.text import clean

# What a unit is, by the first words of its name; the longer first.
_KINDS = (
    ("chi bộ cơ sở", "GRASSROOTS_CELL"),
    ("chi bộ", "CELL"),
    ("tổ đảng", "GROUP"),
    ("đảng bộ bộ phận", "SUB_COMMITTEE"),
    ("đảng bộ tỉnh", "PROVINCE"),
    ("đảng bộ thành phố", "PROVINCE"),
    ("tỉnh ủy", "PROVINCE"),
    ("thành ủy", "PROVINCE"),
    ("đảng bộ huyện", "DISTRICT"),
    ("đảng bộ thị xã", "DISTRICT"),
    ("đảng bộ quận", "DISTRICT"),
    ("huyện ủy", "DISTRICT"),
    ("thị ủy", "DISTRICT"),
    ("quận ủy", "DISTRICT"),
    ("đảng bộ xã", "COMMUNE"),
    ("đảng bộ phường", "COMMUNE"),
    ("đảng bộ thị trấn", "COMMUNE"),
    ("đảng bộ đặc khu", "COMMUNE"),
    ("đảng ủy", "COMMUNE"),
    ("đảng bộ", "GRASSROOTS_COMMITTEE"),
)


def unit_kind(name: str) -> str:
    """Return the kind of unit its name speaks of."""
    lowered = clean(name).casefold()
    return next((kind for words, kind in _KINDS if lowered.startswith(words)), "OTHER")


def kind_under(path: Sequence[str]) -> str:
    """Return the kind of the last unit of `path`: a city in a province is no province."""
    kind = unit_kind(path[-1])
    within = kind == "PROVINCE" and any(unit_kind(name) == kind for name in path[:-1])
    return "DISTRICT" if within else kind
