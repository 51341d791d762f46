import pytest

from partyroll.report.text_groups import text_groups


@pytest.mark.parametrize(
    ("job", "group"),
    [
        ("Làm ruộng", "FARM"),
        ("Nông dân, buôn bán", "FARM"),
        ("Buôn bán nhỏ", "FREE_WORK"),
        ("NỘI TRỢ", "FREE_WORK"),
        ("Bảo vệ", "FREE_WORK"),
        ("Bảo vệ dân phố", "HAMLET"),
        ("Bộ đội", "ARMY_POLICE"),
        ("Bộ đội xuất ngũ", "DISCHARGED"),
        ("Giáo viên", "PUBLIC_SERVICE"),
        ("Giáo viên nghỉ hưu", "RETIRED"),
        ("Công nhân công ty may", "ENTERPRISE"),
        ("Công chức xã", "COMMUNE"),
        ("Công chức UBND huyện", "CIVIL_SERVANT"),
        ("sinh viên", "STUDENT"),
        ("nong dan", "FARM"),
    ],
)
def test_a_job_has_its_group(job: str, group: str) -> None:
    found = text_groups("occupation").first(job)

    assert found is not None
    assert found.code == group


@pytest.mark.parametrize("job", ["Thợ săn", "Công chức", "Nông Văn Dền", "-"])
def test_a_job_that_fits_nothing_is_not_pressed_into_a_group(job: str) -> None:
    assert text_groups("occupation").first(job) is None


@pytest.mark.parametrize(
    ("axis", "words", "group"),
    [
        ("schooling", "12/12", "UPPER_SECONDARY"),
        ("schooling", "7/10", "LOWER_SECONDARY"),
        ("schooling", "Lớp 5", "PRIMARY"),
        ("education", "ĐH Kinh tế", "UNIVERSITY"),
        ("education", "Thạc sĩ", "POSTGRADUATE"),
        ("education", "Không", "NONE"),
        ("theory", "TC", "INTERMEDIATE"),
        ("theory", "Chưa qua đào tạo", "NONE"),
        ("theory", "Cử nhân", "ADVANCED"),
    ],
)
def test_a_degree_has_its_level(axis: str, words: str, group: str) -> None:
    found = text_groups(axis).first(words)

    assert found is not None
    assert found.code == group


def test_not_known_is_no_lack_of_education() -> None:
    assert text_groups("education").first("Không rõ") is None
    assert text_groups("theory").first("chưa rõ") is None
