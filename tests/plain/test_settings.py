from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from partyroll.messages import (
    GATE,
    RATING_LIMIT,
    READING_LIMIT,
    SETTING,
    WATCH_KIND,
    WATCH_LIMIT,
)
from partyroll.model import (
    CapBase,
    PaperForm,
    RatingLimits,
    RuleSettings,
    WatchKind,
    WatchLimits,
)
from partyroll.settings import (
    GateLimits,
    ReadingLimits,
    Settings,
    load_settings,
)
from partyroll.settings.refusals import BadSetting, UnknownSetting


def written(folder: Path, text: str) -> Path:
    (folder / "partyroll.toml").write_text(text, encoding="utf-8")
    return folder


def readings(settings: Settings) -> RuleSettings:
    """How the rule is read at the end of 2024."""
    return settings.rulebook.settings(settings.rulebook.in_force(date(2024, 12, 31)))


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {})

    assert readings(settings) == RuleSettings()
    assert settings.origins == {}


def test_the_office_sets_the_rule_headings_and_letterhead(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [rule]
        months = 2
        run = "consecutive"
        infer_min_share = 0.5
        combine_grounds = true
        [columns]
        full_name = ["HVT", "Đ/c"]
        card_no = "Thẻ"
        [import]
        sensitive = ["ethnicity"]
        [office]
        organisation = ["ĐẢNG BỘ HUYỆN GIẢ ĐỊNH", "ĐẢNG ỦY XÃ MẪU"]
        signatures = ["NGƯỜI LẬP", "BÍ THƯ"]
        """,
    )

    settings = load_settings(folder, {})

    assert (readings(settings).months, readings(settings).run) == (2, "consecutive")
    assert readings(settings).combine_grounds
    assert settings.headings == {"HVT": "full_name", "Đ/c": "full_name", "Thẻ": "card_no"}
    assert settings.sensitive == {"ethnicity"}
    assert settings.organisation[1] == "ĐẢNG ỦY XÃ MẪU"
    assert settings.signatures == ("NGƯỜI LẬP", "BÍ THƯ")
    assert settings.origins["months"] == "partyroll.toml"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    folder = written(tmp_path, "[rule]\nmonths = 2\n")
    environment = {
        "PARTYROLL_MONTHS": "4",
        "PARTYROLL_COUNT_LATE": "true",
        "PARTYROLL_RUN": "consecutive",
    }

    settings = load_settings(folder, environment)

    assert readings(settings).months == 4
    assert readings(settings).count_late
    assert readings(settings).run == "consecutive"
    assert settings.origins["months"] == "biến môi trường"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("months = 0", "months"),
        ("months = 13", "months"),
        ("months = true", "months"),
        ('months = "ba"', "months"),
        ("grace_days = -1", "grace_days"),
        ("infer_min_share = 1.5", "infer_min_share"),
        ('run = "thỉnh thoảng"', "run"),
        ("count_late = 1", "count_late"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(BadSetting) as refusal:
        load_settings(written(tmp_path, f"[rule]\n{line}\n"), {})

    assert named in str(refusal.value)
    assert "Gợi ý: giá trị được phép:" in str(refusal.value)


@pytest.mark.parametrize(
    "section",
    ["rule", "gate", "watch", "rating", "admission", "support", "import.limits"],
)
def test_a_name_that_no_setting_has_is_told_as_such(tmp_path: Path, section: str) -> None:
    with pytest.raises(UnknownSetting, match="không có thiết lập nào tên"):
        load_settings(written(tmp_path, f"[{section}]\nten_la = 3\n"), {})


def test_a_section_that_is_misspelt_does_not_go_unheard(tmp_path: Path) -> None:
    with pytest.raises(UnknownSetting, match=r"tên “\[rules\]”\n.*ý là “rule”"):
        load_settings(written(tmp_path, "[rules]\nmonths = 2\n"), {})


def test_a_name_misspelt_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownSetting, match="ý là “months”\\? Các tên dùng được: combine_"):
        load_settings(written(tmp_path, "[rule]\nmonth = 3\n"), {})


def test_the_office_sets_the_limits_of_the_gate(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, "[gate]\npeople = 8\nscale = 50\n"), {})

    assert settings.gate == GateLimits(people=8, scale=50)
    assert settings.origins == {
        "gate.people": "partyroll.toml",
        "gate.scale": "partyroll.toml",
    }


@pytest.mark.parametrize(
    "line", ["people = 0", "people = 2.5", "people = true", "unpaid_share = 30", "person = 5"]
)
def test_a_limit_that_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSetting, match=line.split(maxsplit=1)[0]):
        load_settings(written(tmp_path, f"[gate]\n{line}\n"), {})


def test_every_limit_has_words() -> None:
    assert set(GATE) == {name for name, _ in GateLimits().stated()}


@pytest.mark.parametrize("value", ["ba", "2.5", ""])
def test_a_word_in_the_environment_where_a_number_belongs_is_named(
    tmp_path: Path, value: str
) -> None:
    with pytest.raises(BadSetting, match="biến môi trường"):
        load_settings(tmp_path, {"PARTYROLL_MONTHS": value})


def test_a_list_that_is_no_list_of_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="signatures"):
        load_settings(written(tmp_path, "[office]\nsignatures = [1]\n"), {})


def test_every_setting_of_the_rule_has_its_vietnamese_words() -> None:
    assert set(SETTING) == {setting.name for setting in fields(RuleSettings)}


# --- Regulations that the office adds or completes ----------------------------------------
NEW = """
[rule]
months = 2
[[regulation]]
id = "9-QĐ/TW"
since = 2024-06-01
guidance = "1-HD/TW 1/6/2024"
text = "nội dung mới"
source = "bản gửi kèm công văn"
[regulation.settings]
run = "consecutive"
months = 4
"""


def test_a_regulation_of_the_office_holds_from_its_day(tmp_path: Path) -> None:
    book = load_settings(written(tmp_path, NEW), {}).rulebook
    before, after = book.in_force(date(2024, 5, 31)), book.in_force(date(2024, 6, 1))

    assert (before.id, after.id) == ("24-QĐ/TW", "9-QĐ/TW")
    assert (after.guidance, after.text) == ("1-HD/TW 1/6/2024", "nội dung mới")
    assert after.confidence == "đơn vị khai báo"
    assert after.source == "bản gửi kèm công văn"
    assert book.in_force(date(2025, 1, 20)).id == "232-QĐ/TW"


def test_what_the_office_sets_goes_before_what_a_regulation_says(tmp_path: Path) -> None:
    book = load_settings(written(tmp_path, NEW), {}).rulebook
    found = book.settings(book.in_force(date(2024, 6, 1)))

    assert (found.run, found.months) == ("consecutive", 2)
    assert book.settings(book.in_force(date(2024, 5, 31))).run == "any"


def test_the_environment_goes_before_the_file_and_a_flag_before_both(tmp_path: Path) -> None:
    book = load_settings(written(tmp_path, NEW), {"PARTYROLL_MONTHS": "5"}).rulebook
    rule = book.in_force(date(2024, 6, 1))

    assert book.settings(rule).months == 5
    assert book.set_by_office(months=6).settings(rule).months == 6
    assert book.set_by_office(months=6).settings(rule).run == "consecutive"


def test_a_day_that_the_office_knows_brings_a_regulation_into_force(tmp_path: Path) -> None:
    text = '[[regulation]]\nid = "20-QĐ/TW"\nsince = 2026-03-01\n'
    book = load_settings(written(tmp_path, text), {}).rulebook
    rule = book.in_force(date(2026, 3, 1))

    assert (rule.id, rule.guidance) == ("20-QĐ/TW", "01-HD/TW 19/5/2026")
    assert [one.id for one in book.sets].count("20-QĐ/TW") == 1
    assert book.remarks(date(2026, 2, 1)) == ()


def test_the_same_number_of_another_day_is_another_regulation(tmp_path: Path) -> None:
    text = '[[regulation]]\nid = "24-QĐ/TW"\nsince = 2031-01-01\n'
    book = load_settings(written(tmp_path, text), {}).rulebook

    assert [one.since for one in book.sets if one.id == "24-QĐ/TW"] == [
        date(2021, 7, 30),
        date(2031, 1, 1),
    ]
    assert book.in_force(date(2031, 1, 1)).text == book.in_force(date(2024, 1, 1)).text
    assert book.in_force(date(2031, 1, 1)).source == "đơn vị khai báo, partyroll.toml"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("regulation = 5", "regulation"),
        ("[[regulation]]\nsince = 2026-01-01", "regulation.id"),
        ('[[regulation]]\nid = " "\nsince = 2026-01-01', "regulation.id"),
        ('[[regulation]]\nid = "9"', "9: since"),
        ('[[regulation]]\nid = "9"\nsince = "2026-01-01"', "9: since"),
        ('[[regulation]]\nid = "9"\nsince = 2026-01-01T00:00:00', "9: since"),
        ('[[regulation]]\nid = "9"\nsince = 2026-01-01\nname = "x"', "9: name"),
        ('[[regulation]]\nid = "9"\nsince = 2026-01-01\ntext = 5', "9: text"),
        ('[[regulation]]\nid = "9"\nsince = 2026-01-01\nsettings = 5', "9: settings"),
        ('[[regulation]]\nid = "9"\nsince = 2026-01-01\nsettings = {run = "x"}', "run"),
        ('[[regulation]]\nid = "9"\nsince = 2026-01-01\nsettings = {stop = 1}', "stop"),
    ],
)
def test_a_regulation_that_cannot_be_used_is_named(
    tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(BadSetting, match=named):
        load_settings(written(tmp_path, text), {})


def test_the_office_sets_place_and_form_of_its_documents(tmp_path: Path) -> None:
    office = '[office]\nplace = "Xã Mẫu"\nmargin_left = 35\nbody_size = 13.5\n'

    settings = load_settings(written(tmp_path, office), {})

    assert settings.place == "Xã Mẫu"
    assert settings.form == PaperForm(margin_left=35, body_size=13.5)
    assert settings.origins == {
        "office.margin_left": "partyroll.toml",
        "office.body_size": "partyroll.toml",
    }


@pytest.mark.parametrize(
    "line",
    [
        "margin_left = -1",
        "margin_top = 900",
        "head_left = 0",
        "line_height = 1",
        'body_size = "to"',
        "body_size = true",
        "body_size = 2",
        "left = 3",
    ],
)
def test_a_measure_that_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSetting, match=line.split(maxsplit=1)[0]):
        load_settings(written(tmp_path, f"[office]\n{line}\n"), {})


def test_a_place_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="place"):
        load_settings(written(tmp_path, "[office]\nplace = 3\n"), {})


def test_an_office_with_larger_workbooks_raises_a_limit(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, "[import.limits]\nrows = 600000"), {})

    assert settings.reading == ReadingLimits(rows=600_000)
    assert settings.origins == {"import.limits.rows": "partyroll.toml"}


@pytest.mark.parametrize("text", ["rows = 0", "rows = true", 'rows = "nhiều"', "lines = 3"])
def test_a_limit_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSetting):
        load_settings(written(tmp_path, f"[import.limits]\n{text}"), {})


def test_every_limit_of_a_workbook_has_words() -> None:
    assert [name for name, _ in ReadingLimits().stated()] == list(READING_LIMIT)


@pytest.mark.parametrize("line", ["days = 0", "days = 2.5", "days = true", "months = 3"])
def test_a_limit_of_early_warnings_that_cannot_be_used_is_named(
    tmp_path: Path, line: str
) -> None:
    with pytest.raises(BadSetting, match=line.split(maxsplit=1)[0]):
        load_settings(written(tmp_path, f"[watch]\n{line}\n"), {})


def test_the_office_sets_when_it_is_warned(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, "[watch]\ndays = 45\n"), {})

    assert settings.watch == WatchLimits(days=45)
    assert settings.origins == {"watch.days": "partyroll.toml"}


def test_every_limit_of_early_warnings_has_words() -> None:
    assert set(WATCH_LIMIT) == {limit.name for limit in fields(WatchLimits)}


def test_every_kind_of_early_warning_has_words() -> None:
    assert set(WATCH_KIND) == {kind.value for kind in WatchKind}


def test_the_office_states_its_terms_from_congress_to_congress(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [[term]]
        name = "2020-2025"
        from = 2020-10-14
        to = "30/9/2025"
        [[term]]
        name = "2015-2020"
        from = 2015-10-20
        to = 2020-10-13
        """,
    )

    terms = load_settings(folder, {}).terms

    assert [(term.label, term.vi) for term in terms] == [
        ("2015-2020", "20/10/2015 đến 13/10/2020"),
        ("2020-2025", "14/10/2020 đến 30/09/2025"),
    ]
    assert all(term.congress for term in terms)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[term]]\nname = "A"\nfrom = 2020-10-14', "name, from, to"),
        ('[[term]]\nname = "A"\nfrom = "10/2020"\nto = 2025-10-13', "một ngày"),
        ('[[term]]\nname = "A"\nfrom = 2025-10-14\nto = 2020-10-13', "ngày sau from"),
        ('[term]\nname = "A"', "[[term]]"),
        (
            "".join(
                f'[[term]]\nname = "{name}"\nfrom = {start}\nto = {end}\n'
                for name, start, end in (
                    ("A", "2015-10-14", "2020-10-14"),
                    ("B", "2020-10-14", "2025-10-13"),
                )
            ),
            "ngày sau 14/10/2020",
        ),
    ],
)
def test_a_term_that_cannot_be_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadSetting) as refused:
        load_settings(written(tmp_path, text), {})

    assert said in str(refused.value)


def test_the_least_base_of_a_ranked_unit_is_the_offices_to_set(tmp_path: Path) -> None:
    (tmp_path / "partyroll.toml").write_text("[report]\nleast_base = 200\n", "utf-8")

    found = load_settings(tmp_path, {})

    assert found.least_base == 200
    assert found.origins["report.least_base"] == "partyroll.toml"


@pytest.mark.parametrize("stated", ["least_base = 0", 'least_base = "ít"', "least = 5"])
def test_a_base_that_is_no_number_is_refused(tmp_path: Path, stated: str) -> None:
    (tmp_path / "partyroll.toml").write_text(f"[report]\n{stated}\n", "utf-8")

    with pytest.raises(BadSetting):
        load_settings(tmp_path, {})


# --- Ratings ------------------------------------------------------------------------------
def test_the_office_sets_the_cap_its_base_and_who_has_the_higher_one(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [rating]
        cap = 15
        cap_base = "disjoint"
        least_number = 30
        [rating.special]
        "Đảng bộ xã Mẫu" = [2024]
        "Đảng bộ xã Thử" = []
        """,
    )

    settings = load_settings(folder, {})

    assert (settings.rating.cap, settings.rating.cap_base) == (15, CapBase.DISJOINT)
    assert settings.rating.least_number == 30
    assert settings.rating.cap_for("Đảng bộ  xã Mẫu", 2024) == 25
    assert settings.rating.cap_for("Đảng bộ xã Mẫu", 2023) == 15
    assert settings.rating.cap_for("Đảng bộ xã Thử", 2019) == 25
    assert settings.origins["rating.cap"] == "partyroll.toml"


@pytest.mark.parametrize(
    "line",
    [
        "cap = 0",
        "cap = 101",
        "cap = true",
        'cap_base = "other"',
        "years = 1",
        "interval = 100",
        "months = 13",
        "unknown = 1",
        'special = "Đảng bộ xã Mẫu"',
        'special = { "Đảng bộ xã Mẫu" = 2024 }',
    ],
)
def test_a_limit_of_ratings_out_of_range_is_refused(tmp_path: Path, line: str) -> None:
    folder = written(tmp_path, f"[rating]\n{line}\n")

    with pytest.raises(BadSetting, match="rating"):
        load_settings(folder, {})


def test_every_limit_of_ratings_is_explained() -> None:
    assert set(RATING_LIMIT) == {limit.name for limit in fields(RatingLimits)}
