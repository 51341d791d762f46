"""The guard in front of every workbook, and the cage in which it is read."""
