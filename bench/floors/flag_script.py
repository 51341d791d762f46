"""What a script of ten lines does: every month of every book in a frame, the rule on top."""

import sqlite3
import sys

import pandas as pd

with sqlite3.connect(sys.argv[1]) as db:
    books = pd.read_sql("SELECT * FROM book_line WHERE change_out IS NULL", db)
    people = pd.read_sql("SELECT person_id, full_name, card_no FROM person_version", db)
books = books[books.year.between(int(sys.argv[2]) - 1, int(sys.argv[2]))]
cells = books.assign(letter=books.letters.map(list), month=[range(1, 13)] * len(books))
cells = cells.explode(["letter", "month"])
share = (cells.letter == "P").groupby([cells.book_id, cells.month]).transform("mean")
blank = (cells.letter == ".") & (share >= 0.25) & (cells.kind == "dues")
held = cells[cells.letter.isin(["U", "N", "A"]) | blank]
counted = held.groupby(["person_id", "kind", "year"]).month.agg([list, "count"]).reset_index()
listed = counted[counted["count"] >= 2].merge(people, on="person_id")
print(listed.to_json(orient="records", force_ascii=False))
