import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import ExitKind, Source
from partyroll.period import Month, PartialDate
from partyroll.write.json import json_pieces, to_json
from write.documents import person, table


def test_the_envelope_begins_with_its_schema() -> None:
    assert list(json.loads(to_json({"command": "report"})).items()) == [
        ("schema", 1),
        ("command", "report"),
    ]


def test_dates_keep_their_precision_and_codes_stand_for_enums() -> None:
    envelope = {
        "day": date(2024, 3, 9),
        "birth": PartialDate(1990, 2),
        "month": Month(2024, 3),
        "months": (Month(2024, 3),),
        "kind": ExitKind.REMOVED,
        "totals": {ExitKind.REMOVED: 708},
        "source": Source("a.xlsx", "CB1", 7),
        "rate": float("nan"),
        "share": 49.1,
        "nothing": None,
        "yes": True,
    }

    assert json.loads(to_json(envelope)) == {
        "schema": 1,
        "day": "2024-03-09",
        "birth": "1990-02",
        "month": "2024-03",
        "months": ["2024-03"],
        "kind": "REMOVED",
        "totals": {"REMOVED": 708},
        "source": {"file": "a.xlsx", "sheet": "CB1", "row": 7, "cell": ""},
        "rate": None,
        "share": 49.1,
        "nothing": None,
        "yes": True,
    }


def test_names_are_readable_and_composed() -> None:
    decomposed = "Nguye\u0302\u0303n \x1bA"

    assert "Nguyễn A" in to_json({"full_name": decomposed})


def test_a_table_has_keys_for_columns_and_plain_rows() -> None:
    made = json.loads(to_json({"tables": [table(person(day=PartialDate(1990)))]}))

    (found,) = made["tables"]
    assert dict(zip(found["columns"], found["rows"][0], strict=True))["left_on"] == "1990"
    assert {"id", "title", "denominator", "columns", "rows"} <= set(found)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON for object"):
        to_json({"x": object()})


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text('ab"\\ế'),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text("ab"), parts),
    max_leaves=12,
)


@given(st.dictionaries(st.text("xy", min_size=1), plain_values))
def test_the_text_is_laid_out_as_json_dumps_lays_it_out(envelope: dict[str, object]) -> None:
    written = to_json(envelope)

    assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2)


def test_what_comes_one_by_one_is_written_before_the_next_is_made() -> None:
    people = iter([{"number": 0}, {"number": 1}])
    pieces = json_pieces({"people": people})
    begun = next(piece for piece in pieces if "number" in piece)

    assert (json.loads(begun), list(people)) == ({"number": 0}, [{"number": 1}])
