import pytest

from partyroll.report.cell_types import cell_type

COMMUNE = ("Đảng bộ huyện Y", "Đảng bộ xã Mẫu")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Chi bộ thôn Đông", "RESIDENTIAL"),
        ("Chi bộ thôn Trường An", "RESIDENTIAL"),
        ("CHI BỘ KHU PHỐ 3", "RESIDENTIAL"),
        ("Chi bộ bản Nà Lừ", "RESIDENTIAL"),
        ("Chi bộ Trường Tiểu học Làng Sen", "SCHOOL"),
        ("Chi bộ Trạm Y tế", "HEALTH"),
        ("Chi bộ Công an xã", "ARMED"),
        ("Chi bộ Quân sự", "ARMED"),
        ("Chi bộ Hợp tác xã Mẫu", "ENTERPRISE"),
        ("Chi bộ Nhà xuất bản Mẫu", "ENTERPRISE"),
        ("Chi bộ Cơ quan UBND xã", "OFFICE"),
        ("Chi bộ Khối Đảng", "OFFICE"),
        ("Chi bộ Ban Tổ chức", "OFFICE"),
        ("Chi bo thon Dong", "RESIDENTIAL"),
    ],
)
def test_the_first_telling_word_of_a_name_says_what_a_cell_is_of(name: str, kind: str) -> None:
    found = cell_type((*COMMUNE, name))

    assert found is not None
    assert found.code == kind


@pytest.mark.parametrize("name", ["Chi bộ 3", "Chi bộ Mẫu An", "Chi bo ban To chuc"])
def test_a_name_that_tells_nothing_stays_unknown(name: str) -> None:
    assert cell_type((*COMMUNE, name)) is None


def test_a_company_tells_what_its_cells_are_and_a_commune_does_not() -> None:
    company = cell_type(("Đảng bộ huyện Y", "Đảng bộ Công ty May", "Chi bộ 3"))
    hamlet = cell_type(("Đảng bộ xã Bản Mẫu", "Chi bộ 3"))

    assert company is not None
    assert company.code == "ENTERPRISE"
    assert hamlet is None


def test_nobodys_unit_is_of_no_kind() -> None:
    assert cell_type(()) is None
