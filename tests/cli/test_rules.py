"""Which regulation holds when, as `partyroll config rules` shows it and `flag` uses it."""

from e2e.desk import Desk

NEW = """
[[regulation]]
id = "9-QĐ/TW"
since = 2025-07-01
guidance = "1-HD/TW 1/7/2025"
[regulation.settings]
run = "consecutive"
"""


def written(desk: Desk, text: str) -> Desk:
    (desk.folder / "partyroll.toml").write_text(text, encoding="utf-8")
    return desk


def test_the_history_marks_the_regulation_in_force(desk: Desk) -> None:
    ran = desk("config", "rules", "--as-of", "2024-12-31")
    (in_force,) = (line for line in ran.out.splitlines() if line.endswith("\tcó"))

    assert ran.code == 0
    assert in_force.startswith("24-QĐ/TW\t30/07/2021\t01-HD/TW 28/9/2021")
    assert "Ngày 31/12/2024: 24-QĐ/TW (30/07/2021)." in ran.err


def test_what_is_doubtful_of_a_day_is_said(desk: Desk) -> None:
    ran = desk("config", "rules", "--as-of", "2026-03-01")

    assert "Lưu ý: 20-QĐ/TW: chưa rõ ngày hiệu lực." in ran.err


def test_without_a_day_today_is_asked(desk: Desk) -> None:
    (in_force,) = (
        rule for rule in desk("config", "rules", "--json").json["rules"] if rule["in_force"]
    )

    assert in_force["id"] == "294-QĐ/TW"


def test_programs_see_every_regulation_with_its_readings(desk: Desk) -> None:
    written(desk, NEW + "[rule]\nmonths = 2\n")
    told = desk("config", "rules", "--json", "--as-of", "2025-12-31").json
    (ours,) = (rule for rule in told["rules"] if rule["in_force"])

    assert (told["schema"], told["command"], told["as_of"]) == (1, "config", "2025-12-31")
    assert (ours["id"], ours["from"]) == ("9-QĐ/TW", "2025-07-01")
    assert ours["settings"] == {"run": "consecutive"}
    assert ours["settings_in_force"]["months"] == 2
    assert [rule["from"] for rule in told["rules"]][-1] is None


def test_what_the_office_sets_for_all_is_said(desk: Desk) -> None:
    ran = written(desk, "[rule]\nmonths = 2\ncount_late = true\n")("config", "rules")

    assert "thay cho mọi quy định: months = 2, count_late = true." in ran.err


def test_a_setting_of_a_regulation_is_shown_with_it(desk: Desk) -> None:
    written(desk, NEW)
    settings = desk("config", "--json").json["settings"]
    rows = desk("config", "--as-of", "2025-06-30").out.splitlines()

    assert settings["run"] == {"value": "consecutive", "origin": "9-QĐ/TW (01/07/2025)"}
    assert settings["months"] == {"value": 3, "origin": "mặc định"}
    assert any(row.startswith("run\tany\tmặc định") for row in rows)


def test_only_the_rules_are_a_topic(desk: Desk) -> None:
    assert desk("config", "rule").code == 2


def test_the_list_of_a_year_is_read_under_the_regulation_of_that_year(
    sample_desk: Desk,
) -> None:
    written(sample_desk, NEW)
    asked = ("--json", "--as-of", "2025-12-31")
    consecutive = sample_desk("flag", *asked).json
    earlier = sample_desk("flag", "--json", "--year", "2025", "--as-of", "2025-06-30").json

    assert consecutive["rule"]["id"] == "9-QĐ/TW"
    assert consecutive["rule"]["settings"]["run"] == "consecutive"
    assert earlier["rule"]["id"] == "294-QĐ/TW"
    assert earlier["rule"]["settings"]["run"] == "any"
    assert consecutive["rule"]["changes_in_period"] == [
        "232-QĐ/TW (20/01/2025)",
        "294-QĐ/TW (26/05/2025)",
        "9-QĐ/TW (01/07/2025)",
    ]


def test_the_office_has_the_last_word_on_a_list(sample_desk: Desk) -> None:
    written(sample_desk, NEW + '[rule]\nrun = "any"\n')
    told = sample_desk("flag", "--json", "--as-of", "2025-12-31").json

    assert told["rule"]["settings"]["run"] == "any"


def test_a_month_of_a_person_is_read_as_the_lists_of_its_year_are(sample_desk: Desk) -> None:
    late = NEW.replace('run = "consecutive"', "infer_blank = false")
    blank = sample_desk("flag", "--json", "--as-of", "2025-12-31").json["lists"]["review"]
    person = next(one for one in blank if one["only_inferred"])
    month = next(m for m in person["months"] if m["state"] == "UNPAID_INFERRED")["month"]
    written(sample_desk, late)
    shown = sample_desk(
        "show", person["person_id"], "--year", "2025", "--as-of", "2025-12-31", "--json"
    ).json
    text = str(shown)

    assert month in text
    assert "UNPAID_INFERRED" not in text
