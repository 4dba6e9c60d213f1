"""The program speaks to no network; one look at the display of X11 is all it asks of a socket."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "coordapp"
NETWORK = {
    "socket", "ssl", "urllib", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib",
    "xmlrpc", "asyncio", "requests", "httpx", "aiohttp", "socketserver", "webbrowser",
}  # fmt: skip
QT_NETWORK = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets"}
ASKS_THE_DISPLAY = "display.py"


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_no_module_imports_what_speaks_to_a_network():
    found = {
        (module.name, name)
        for module in PACKAGE.rglob("*.py")
        for name in imported(module)
        if name.split(".")[0] in NETWORK or set(name.split(".")) & QT_NETWORK
    }

    assert {(module, name) for module, name in found if module != ASKS_THE_DISPLAY} == set()
