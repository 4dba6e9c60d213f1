"""The floor of the window: PySide6 and a table widget with the rows of the file, nothing else."""

import sqlite3
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

QUERY = """
select t.code, t.title, u.short_name, t.due, t.work_state, t.percent, t.assigned_on
from task t left join unit u on u.id = t.lead_unit_id order by t.code
"""


def main(path: str) -> None:
    app = QApplication([])
    rows = sqlite3.connect(path).execute(QUERY).fetchall()
    table = QTableWidget(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            table.setItem(place, column, QTableWidgetItem("" if value is None else str(value)))
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, app.quit)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
