"""The names of the commands, and a parser that speaks Vietnamese: the window starts with them too."""

import argparse
from datetime import date
from typing import NoReturn

from coordapp.cli import output

COMMANDS = (
    "sample", "list", "export", "search", "check", "status", "verify", "import",
    "new", "draft", "backup", "restore", "salvage", "handover",
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """A parser that refuses in Vietnamese."""

    def __init__(self, **options: str) -> None:
        super().__init__(prog=options.get("prog"), description=options.get("description"),
                         add_help=False, allow_abbrev=False)  # fmt: skip
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn rồi thoát")

    def format_usage(self) -> str:
        """Write the short help."""
        return _in_vietnamese(super().format_usage())

    def format_help(self) -> str:
        """Write the long help."""
        return _in_vietnamese(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with 2."""
        output.message(f"Lệnh không đúng: {_in_vietnamese(message)}")
        output.message(f"Gõ {self.prog} --help để xem cách dùng.")
        raise SystemExit(2)


def day(text: str) -> date:
    """Read a date of the command line, `YYYY-MM-DD` only."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.isoformat() != text:
        raise argparse.ArgumentTypeError(f"ngày “{text}” phải có dạng NĂM-THÁNG-NGÀY")
    return read


def _in_vietnamese(message: str) -> str:
    for english, vietnamese in (
        ("the following arguments are required:", "thiếu"),
        ("one of the arguments", "thiếu một trong"),
        (" is required", ""),
        ("not allowed with argument", "không đi cùng"),
        ("unrecognized arguments:", "không hiểu"),
        ("invalid choice:", "không nhận"),
        ("(choose from", "(chọn trong"),
        ("expected one argument", "cần một giá trị"),
        ("argument ", ""),
        ("usage: ", "cách dùng: "),
        ("positional arguments:", "tham số:"),
        ("options:", "tùy chọn:"),
    ):
        message = message.replace(english, vietnamese)
    return message
