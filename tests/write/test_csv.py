from datetime import date
from io import StringIO

from partyroll.period import PartialDate
from partyroll.write.csv import write_csv
from write.documents import person, table


def test_keys_head_the_columns_and_programs_get_all_of_them() -> None:
    stream = StringIO(newline="")

    write_csv(table(person(day=date(2024, 3, 9), count=-3)), stream)

    assert stream.getvalue().splitlines() == [
        "number,full_name,card_no,left_on,count,share,rate,note,code",
        "1,Trần Văn An,001204,2024-03-09,-3,12.5,1.25,,REMOVED",
    ]


def test_partial_dates_keep_their_precision_and_nothing_is_blank() -> None:
    stream = StringIO(newline="")

    write_csv(table(person(day=PartialDate(1990, 2), count=None)), stream)

    assert stream.getvalue().splitlines()[1].split(",")[3:5] == ["1990-02", ""]
