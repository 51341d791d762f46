"""What the office may set, and where each value comes from.

flags > PARTYROLL_* > partyroll.toml beside the ledger > defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from partyroll.model import (
    LEAST_BASE,
    LEAST_COUNT,
    AdmissionLimits,
    Measure,
    OfficeNames,
    PaperForm,
    RatingLimits,
    RuleSet,
    RuleSettings,
    SupportLimits,
    WatchLimits,
)
from partyroll.period import PartialDate, Term
from partyroll.rulebook import Rulebook, in_order, shipped
from partyroll.settings.limits import whole_numbers
from partyroll.settings.measures import shipped_measures, with_measures
from partyroll.settings.ratings import rating_limits
from partyroll.settings.refusals import FILE_NAME, BadSetting, UnknownSetting, checked_section
from partyroll.settings.toml_file import read_toml

ENVIRONMENT = "PARTYROLL_"
DEFAULT_LEDGER = "partyroll.db"

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "year_basis": ("calendar", "rolling12"),
    "run": ("any", "consecutive"),
    "meeting_reading": ("three_months", "own_count"),
    "meeting_month": ("none_attended", "any_missed"),
    "partial_payment": ("paid", "unpaid"),
    "first_due_month": ("after_ceremony_month", "ceremony_month"),
    "last_due_month": ("before_exit_month", "exit_month"),
    "partial_exempt_month": ("exempt", "due"),
}
_LEAST: Mapping[str, float] = {
    "months": 1,
    "meeting_months": 1,
    "grace_days": 0,
    "infer_min_share": 0,
}
_MOST: Mapping[str, float] = {"months": 12, "meeting_months": 12, "infer_min_share": 1}

_OFFICE_WORDS = ("organisation", "signatures", "place", "confidentiality")
# The least and the most that a page can bear: points for sizes, millimetres for the rest.
_MEASURES = {"margin": (5, 60), "head": (20, 200), "first": (0, 50), "line": (10, 60)}
_SIZES = (6, 30)
_REPORTING = ("least_base", "least_count")
_RULE = tuple(setting.name for setting in fields(RuleSettings))
_SECTIONS = (
    *("rule", "regulation", "columns", "import", "gate", "office", "term", "measure"),
    *("watch", "report", "rating", "admission", "support"),
)


@dataclass(frozen=True, slots=True)
class GateLimits:
    """From where on a sign of a wrong mapping is one; shares are of the people concerned."""

    people: int = 5
    unpaid_share: float = 0.3
    people_share: float = 1 / 3
    values_share: float = 0.5
    scale: float = 300
    sums: int = 2
    dates: int = 3

    def stated(self) -> tuple[tuple[str, int | float], ...]:
        """Return each limit by name, as they are printed where they were used."""
        return tuple((limit.name, getattr(self, limit.name)) for limit in fields(self))


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """How large a workbook may be; an office with larger ones raises a limit."""

    file_mb: int = 50
    unpacked_mb: int = 400
    sheets: int = 200
    rows: int = 300_000
    columns: int = 1_000
    cells: int = 8_000_000

    def stated(self) -> tuple[tuple[str, int], ...]:
        """Return each limit by name."""
        return tuple((limit.name, getattr(self, limit.name)) for limit in fields(self))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything set for one ledger; `origins` says where what is no default comes from."""

    rulebook: Rulebook = field(default_factory=shipped)
    gate: GateLimits = field(default_factory=GateLimits)
    headings: Mapping[str, str] = field(default_factory=dict)  # heading → field
    sensitive: frozenset[str] = frozenset()
    organisation: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    place: str = ""  # before the day on documents: "Xã Mẫu"
    form: PaperForm = field(default_factory=PaperForm)
    watch: WatchLimits = field(default_factory=WatchLimits)
    origins: Mapping[str, str] = field(default_factory=dict)
    reading: ReadingLimits = field(default_factory=ReadingLimits)
    least_base: int = LEAST_BASE  # of a unit that is ranked: members, all years together
    terms: tuple[Term, ...] = ()  # from congress to congress, in order
    confidentiality: str = ""  # as documents are marked: "MẬT"
    measures: tuple[Measure, ...] = field(default_factory=shipped_measures)
    least_count: int = LEAST_COUNT  # that is published
    rating: RatingLimits = field(default_factory=RatingLimits)
    admission: AdmissionLimits = field(default_factory=AdmissionLimits)
    support: SupportLimits = field(default_factory=SupportLimits)

    @property
    def office(self) -> OfficeNames:
        """The names under which the office issues documents."""
        return OfficeNames(self.organisation, self.signatures, self.place, self.confidentiality)

    def issued_by(self, office: OfficeNames) -> "Settings":
        """Return the settings with the names of another time."""
        return replace(
            self,
            organisation=office.organisation,
            signatures=office.signatures,
            place=office.place,
            confidentiality=office.confidentiality,
        )


def load_settings(folder: Path, environment: Mapping[str, str]) -> Settings:
    """Return the settings for a ledger in `folder`.

    Raises `BadSetting`, naming the file and the value, for anything that cannot be used, and
    names the line of a file that cannot be read.
    """
    path = folder / FILE_NAME
    stated = read_toml(path) if path.is_file() else {}
    checked_section("", stated, _SECTIONS)
    rule = checked_section("rule", stated.get("rule", {}), _RULE)
    reading = checked_section("import", stated.get("import", {}), ("sensitive", "limits"))
    origins: dict[str, str] = {}
    readings = _readings(rule, FILE_NAME, origins)
    readings |= _readings(_from_environment(environment), "biến môi trường", origins)
    office = stated.get("office", {})
    return Settings(
        with_regulations(shipped(), stated.get("regulation", [])).set_by_office(**readings),
        _gate(stated.get("gate", {}), origins),
        _headings(stated.get("columns", {})),
        frozenset(_texts("sensitive", reading.get("sensitive", []))),
        _texts("organisation", office.get("organisation", [])),
        _texts("signatures", office.get("signatures", [])),
        _text("place", office.get("place", "")),
        _form(office, origins),
        whole_numbers("watch", WatchLimits(), stated.get("watch", {}), origins),
        origins,
        _reading_limits(reading.get("limits", {}), origins),
        _of_reports("least_base", LEAST_BASE, stated.get("report", {}), origins),
        _terms(stated.get("term", [])),
        _text("confidentiality", office.get("confidentiality", "")),
        with_measures(stated.get("measure", [])),
        _of_reports("least_count", LEAST_COUNT, stated.get("report", {}), origins),
        rating_limits(stated.get("rating", {}), origins),
        whole_numbers("admission", AdmissionLimits(), stated.get("admission", {}), origins),
        whole_numbers("support", SupportLimits(), stated.get("support", {}), origins),
    )


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for setting in fields(RuleSettings):
        text = environment.get(f"{ENVIRONMENT}{setting.name.upper()}")
        if text is not None:
            found[setting.name] = _typed(setting.name, text)
    return found


def _typed(name: str, text: str) -> object:
    default = getattr(RuleSettings(), name)
    if isinstance(default, bool):
        return {"true": True, "1": True, "false": False, "0": False}.get(text.lower(), text)
    try:
        return type(default)(text)
    except ValueError:
        return text


def _readings(
    stated: Mapping[str, object], where: str, origins: dict[str, str]
) -> dict[str, object]:
    readings = {name: check_rule_value(name, value, where) for name, value in stated.items()}
    origins |= dict.fromkeys(readings, where)
    return readings


def check_rule_value(name: str, value: object, where: str) -> Any:  # noqa: ANN401 (any setting)
    """Return a setting of the rule if its type and range are right, else raise `BadSetting`."""
    if name not in _RULE:
        raise UnknownSetting(where, name, _RULE)
    default = getattr(RuleSettings(), name)
    if name in _CHOICES:
        if value not in _CHOICES[name]:
            raise BadSetting(where, name, value, ", ".join(_CHOICES[name]))
        return value
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise BadSetting(where, name, value, "true, false")
        return value
    low, high = _LEAST.get(name, 0), _MOST.get(name, float("inf"))
    number = isinstance(value, (int, float) if isinstance(default, float) else int)
    if not number or isinstance(value, bool) or not low <= value <= high:  # type: ignore[operator]
        allowed = f"từ {low:g}" + (f" đến {high:g}" if high != float("inf") else "")
        raise BadSetting(where, name, value, allowed)
    return value


def _gate(stated: Mapping[str, object], origins: dict[str, str]) -> GateLimits:
    limits = GateLimits()
    defaults = dict(limits.stated())
    for name, value in checked_section("gate", stated, defaults).items():
        origins[f"gate.{name}"] = FILE_NAME
        limits = replace(limits, **{name: _limit(name, value, defaults[name])})
    return limits


def _reading_limits(stated: object, origins: dict[str, str]) -> ReadingLimits:
    limits = ReadingLimits()
    defaults = dict(limits.stated())
    for name, value in checked_section("import.limits", stated, defaults).items():
        origins[f"import.limits.{name}"] = FILE_NAME
        limits = replace(limits, **{name: _limit(name, value, defaults[name])})
    return limits


def _of_reports(name: str, default: int, stated: object, origins: dict[str, str]) -> int:
    if not isinstance(stated, dict) or set(stated) - {*_REPORTING}:
        raise BadSetting(FILE_NAME, "report", stated, ", ".join(_REPORTING))
    if name not in stated:
        return default
    origins[f"report.{name}"] = FILE_NAME
    return int(_limit(f"report.{name}", stated[name], default))


def _limit(name: str, value: object, default: float) -> Any:  # noqa: ANN401 (any limit)
    share = name.endswith("_share")
    if isinstance(value, bool) or not isinstance(value, (int, type(default))):
        raise BadSetting(FILE_NAME, name, value, "một số")
    if (share and not 0 <= value <= 1) or (not share and value < 1):
        raise BadSetting(FILE_NAME, name, value, "từ 0 đến 1" if share else "từ 1 trở lên")
    return value


def _form(office: Mapping[str, object], origins: dict[str, str]) -> PaperForm:
    """Return the form of documents: margins, widths and sizes among the office's settings."""
    defaults = {measure.name: measure.default for measure in fields(PaperForm)}
    form = PaperForm()
    for name, value in office.items():
        if name in _OFFICE_WORDS:
            continue
        if name not in defaults:
            raise UnknownSetting(FILE_NAME, name, (*_OFFICE_WORDS, *defaults))
        origins[f"office.{name}"] = FILE_NAME
        form = replace(form, **{name: _measure(name, value)})
    return form


def _measure(name: str, value: object) -> float:
    low, high = _MEASURES.get(name.partition("_")[0], _SIZES)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not low <= value <= high:  # type: ignore[operator]  # a number by now
        raise BadSetting(FILE_NAME, name, value, f"từ {low} đến {high}")
    return float(value)  # type: ignore[arg-type]  # same


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadSetting(FILE_NAME, name, value, 'một dòng chữ, ví dụ "Xã Mẫu"')
    return value


def _headings(stated: Mapping[str, object]) -> dict[str, str]:
    return {
        heading: name
        for name, headings in stated.items()
        for heading in _texts(name, headings if isinstance(headings, list) else [headings])
    }


def _texts(name: str, values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise BadSetting(FILE_NAME, name, values, 'danh sách chữ, ví dụ ["…", "…"]')
    return tuple(values)


# --- Terms, from congress to congress ------------------------------------------------------
def _terms(stated: object) -> tuple[Term, ...]:
    """Return the terms `stated`, in order; none may begin before the one before it ended."""
    if not isinstance(stated, list):
        raise BadSetting(FILE_NAME, "term", stated, "[[term]]")
    terms = sorted((_term(entry) for entry in stated), key=lambda term: term.start)
    for earlier, later in pairwise(terms):
        if earlier.overlaps(later):
            allowed = f"ngày sau {earlier.end:%d/%m/%Y}, ngày cuối của kỳ {earlier.label}"
            raise BadSetting(
                FILE_NAME, f"{later.label}: from", f"{later.start:%d/%m/%Y}", allowed
            )
    return tuple(terms)


def _term(entry: object) -> Term:
    if not isinstance(entry, dict) or set(entry) != {"name", "from", "to"}:
        raise BadSetting(FILE_NAME, "term", entry, "đủ ba dòng name, from, to")
    name = _text("term.name", entry["name"]).strip()
    start = _day(f"{name}: from", entry["from"])
    end = _day(f"{name}: to", entry["to"])
    if not name or end < start:
        raise BadSetting(FILE_NAME, f"{name}: to", f"{end:%d/%m/%Y}", "ngày sau from")
    return Term(start, end, name, congress=True)


def _day(name: str, value: object) -> date:
    if type(value) is date:
        return value
    try:
        stated = PartialDate(*(int(part) for part in reversed(str(value).split("/"))))
    except (ValueError, TypeError):
        stated = PartialDate(1)
    if not stated.exact:
        raise BadSetting(FILE_NAME, name, value, 'một ngày: 2020-10-14 hoặc "14/10/2020"')
    return stated.first


# --- Regulations that the office adds or completes ----------------------------------------
_WORDS = ("guidance", "text", "confidence", "source")


def with_regulations(rulebook: Rulebook, stated: object) -> Rulebook:
    """Return the rulebook with the regulations `stated` in partyroll.toml.

    An entry completes the shipped one of its number if that has the same day or none; a number
    with another day is another document.
    """
    if not isinstance(stated, list):
        raise BadSetting(FILE_NAME, "regulation", stated, "[[regulation]]")
    sets = rulebook.sets
    for entry in stated:
        sets = _with_regulation(sets, entry)
    return replace(rulebook, sets=in_order(sets))


def _with_regulation(sets: tuple[RuleSet, ...], entry: dict[str, Any]) -> tuple[RuleSet, ...]:
    number, since = entry.get("id"), entry.get("since")
    if not isinstance(number, str) or not number.strip():
        raise BadSetting(FILE_NAME, "regulation.id", number, 'số văn bản, ví dụ "208-QĐ/TW"')
    if type(since) is not date:
        raise BadSetting(FILE_NAME, f"{number}: since", since, "ngày hiệu lực: 2026-07-26")
    known = [rule for rule in sets if rule.id == number and rule.since in {since, None}]
    base = known[0] if known else _unknown(number, since)
    others = tuple(rule for rule in sets if rule not in known)
    return (*others, replace(base, since=since, year=None, **_told(number, entry)))


def _unknown(number: str, since: date) -> RuleSet:
    """Return a regulation of which only the office has told."""
    told = "đơn vị khai báo"
    return RuleSet(number, since, "", shipped().sets[0].text, told, f"{told}, {FILE_NAME}")


def _told(number: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Return what an entry says of its regulation beside number and day."""
    told = {name: value for name, value in entry.items() if name not in {"id", "since"}}
    for name, value in told.items():
        if name not in {*_WORDS, "settings"}:
            allowed = ", ".join(("id", "since", *_WORDS, "settings"))
            raise BadSetting(FILE_NAME, f"{number}: {name}", value, allowed)
        if not isinstance(value, dict if name == "settings" else str):
            raise BadSetting(FILE_NAME, f"{number}: {name}", value, "chữ trong ngoặc kép")
    if "settings" in told:
        told["settings"] = _readings(told["settings"], f"{FILE_NAME} › {number}", {})
    return told
