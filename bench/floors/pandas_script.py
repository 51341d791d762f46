"""What a script of ten lines does."""

import sqlite3
import sys

import pandas as pd

with sqlite3.connect(sys.argv[2]) as db:
    frame = pd.read_excel(sys.argv[1], dtype=str, engine="openpyxl")
    frame.to_sql("roster", db, index=False)
