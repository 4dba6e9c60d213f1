"""The one style sheet, written from the colours and the size of type."""

from coordapp.ui.look.tokens import Palette


def sheet(p: Palette, base: int, icons: str) -> str:
    """Write the style sheet; `icons` is the folder of the drawings it names."""
    return "".join(
        (
            _grounds(p, base),
            _labels(p, base),
            _buttons(p, base),
            _standing(p, base),
            _inputs(p, base, icons),
            _compact(base),
            _lists(p, base),
            _tables(p, base),
            _frame(p, base, icons),
            _scrolls(p),
        )
    )


def _grounds(p: Palette, base: int) -> str:
    return f"""
* {{ font-size: {base}px; }}
QMainWindow, QDialog {{ background: {p.window}; color: {p.text}; }}
QFrame[role="card"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: 8px; }}
QFrame[role="card"][landed="true"] {{ border: 2px solid {p.accent}; }}
QFrame[role="line"] {{ background: {p.line}; border: none; max-height: 1px; min-height: 1px; }}
QWidget#side {{ background: {p.side}; border-right: 1px solid {p.line}; }}
QFrame[role="warning"] {{ background: {p.due_soon.bg}; border: 1px solid {p.due_soon.fg};
    border-radius: 6px; }}
QFrame[role="error"] {{ background: {p.overdue.bg}; border: 1px solid {p.overdue.fg};
    border-radius: 6px; }}
QFrame[role="notice"] {{ background: {p.accent_ground}; border: 1px solid {p.accent};
    border-radius: 6px; }}
QFrame[role="toast"] {{ background: {p.text}; border: none; border-radius: 8px; }}
QFrame[role="toast"] QLabel {{ color: {p.window}; background: transparent; }}
QFrame[role="toast"] QPushButton {{ color: {p.toast_action}; background: transparent; border: none;
    font-weight: 600; min-height: 24px; padding: 0 6px; }}
QFrame[role="toast"] QPushButton:hover, QFrame[role="toast"] QPushButton:focus {{
    text-decoration: underline; }}
QFrame[role="empty"] {{ background: transparent; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"] {{ background: transparent; border: none; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ width: 12px; }}
QSplitter::handle:vertical {{ height: 12px; }}
"""


def _labels(p: Palette, base: int) -> str:
    return f"""
QLabel {{ background: transparent; border: none; }}
QLabel[role="title"] {{ font-size: {base + 7}px; font-weight: 600; }}
QLabel[role="card-title"] {{ font-size: {base + 1}px; font-weight: 600; }}
QLabel[role="secondary"] {{ font-size: {base - 1}px; color: {p.secondary}; }}
QLabel[role="figure"] {{ font-size: {base * 2}px; font-weight: 600; }}
QLabel[tone="overdue"] {{ color: {p.overdue.fg}; }}
QLabel[tone="due_soon"] {{ color: {p.due_soon.fg}; }}
QLabel[tone="on_time"] {{ color: {p.on_time.fg}; }}
QLabel[tone="quiet"] {{ color: {p.secondary}; }}
QLabel[role="live"] {{ font-size: {base + 3}px; font-weight: 600; }}
QLabel[role="live-warning"] {{ font-size: {base + 3}px; font-weight: 600; color: {p.due_soon.fg}; }}
QLabel[role="keys"] {{ font-weight: 600; }}
QLabel[role="error"] {{ font-size: {base - 1}px; color: {p.overdue.fg};
    background: transparent; border: none; padding: 0; }}
QLabel[role="banner"] {{ background: {p.accent_ground}; color: {p.accent}; border: none;
    border-radius: 6px; padding: 6px 10px; }}
QLabel[role="warning"] {{ color: {p.due_soon.fg}; background: transparent; border: none;
    padding: 0; }}
"""


def _buttons(p: Palette, base: int) -> str:
    return f"""
QPushButton {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.edge};
    border-radius: 6px; min-height: {base + 17}px; padding: 0 14px; font-weight: 500;
    outline: none; }}
QPushButton:hover {{ background: {p.hover}; }}
QPushButton:pressed {{ background: {p.accent_ground}; }}
QPushButton:focus {{ border: 2px solid {p.accent}; padding: 0 13px; min-height: {base + 15}px; }}
QPushButton:disabled {{ color: {p.disabled}; border-color: {p.line}; }}
QPushButton[role="primary"] {{ background: {p.accent}; color: {p.on_accent};
    border-color: {p.accent}; font-weight: 600; }}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{
    background: {p.accent_strong}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {p.text}; padding: 0 13px;
    min-height: {base + 15}px; }}
QPushButton[role="primary"]:disabled {{ background: {p.line}; border-color: {p.line};
    color: {p.disabled}; }}
QPushButton[role="quiet"] {{ background: transparent; border-color: transparent;
    padding: 0 10px; text-align: left; }}
QPushButton[role="quiet"]:hover {{ background: {p.hover}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {p.accent}; padding: 0 9px; }}
QPushButton[role="quiet"]:disabled {{ border-color: transparent; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton[role="link"] {{ background: transparent; border-color: transparent; padding: 0;
    min-height: {base + 7}px; color: {p.accent}; text-align: left; font-weight: 400; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 2px solid {p.accent}; padding: 0;
    min-height: {base + 5}px; text-decoration: underline; }}
QPushButton[role="danger"] {{ color: {p.overdue.fg}; }}
QPushButton[role="danger"]:disabled {{ color: {p.disabled}; }}
QPushButton[role="danger"]:hover {{ background: {p.overdue.bg}; border-color: {p.overdue.fg}; }}
QPushButton[role="chip"] {{ min-height: {base + 11}px; border-radius: {(base + 13) // 2}px;
    padding: 0 9px; font-size: {base - 1}px; font-weight: 400; }}
QPushButton[role="chip"]:checked {{ background: {p.accent_ground}; color: {p.accent};
    border-color: {p.accent}; font-weight: 600; }}
QPushButton[role="chip"]:focus {{ border: 2px solid {p.accent}; padding: 0 8px;
    min-height: {base + 9}px; }}
QPushButton[role="chip"]:checked:focus {{ border-color: {p.text}; }}
QPushButton[role="figure"] {{ border-radius: 8px; padding: 0; text-align: left; }}
QPushButton[role="figure"]:focus {{ padding: 0; }}
QPushButton[role="line"] {{ background: transparent; border-color: transparent; padding: 0;
    min-height: 0; font-weight: 400; }}
QPushButton[role="line"]:hover {{ background: {p.hover}; }}
QPushButton[role="line"]:focus {{ border: 2px solid {p.accent}; padding: 0; min-height: 0; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 4px; }}
QToolButton:hover {{ background: {p.hover}; }}
QToolButton:focus {{ border: 2px solid {p.accent}; padding: 3px; }}
"""


def _standing(p: Palette, base: int) -> str:
    """Dress the button of the status bar that tells how old the last copy is."""
    return f"""
QPushButton[role="amber"] {{ color: {p.due_soon.fg}; background: {p.due_soon.bg};
    border-color: transparent; }}
QPushButton[role="red"] {{ color: {p.overdue.fg}; background: {p.overdue.bg};
    border-color: transparent; }}
QStatusBar QPushButton {{ min-height: {base + 5}px; padding: 0 8px; font-weight: 400; }}
"""


def _compact(base: int) -> str:
    """Dress what stands in a card of which many are to be seen at once."""
    return f"""
QFrame[compact="true"] QPushButton {{ min-height: {base + 5}px; padding: 0 6px; }}
QFrame[compact="true"] QPushButton:focus {{ min-height: {base + 3}px; padding: 0 5px; }}
QFrame[compact="true"] QComboBox {{ min-height: {base + 5}px; padding: 0 6px; }}
QFrame[compact="true"] QComboBox:focus {{ min-height: {base + 3}px; padding: 0 5px; }}
QFrame[compact="true"] QPlainTextEdit {{ padding: 1px 4px; }}
QFrame[compact="true"] QPlainTextEdit:focus {{ padding: 0 3px; }}
"""


def _inputs(p: Palette, base: int, icons: str) -> str:
    mark = "check-dark" if p.dark else "check-light"
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{ background: {p.surface};
    color: {p.text}; border: 1px solid {p.edge}; border-radius: 6px;
    selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: {base + 17}px; padding: 0 10px; }}
QPlainTextEdit, QTextEdit {{ padding: 5px 6px; }}
QWidget#live QPlainTextEdit {{ font-size: {base + 5}px; }}
QTextEdit[role="flat"] {{ background: transparent; border: none; padding: 0; }}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QSpinBox:hover {{
    border-color: {p.secondary}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {p.accent}; padding: 0 9px;
    min-height: {base + 15}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {p.accent}; padding: 4px 5px; }}
QTextEdit[role="flat"]:focus {{ border: none; padding: 0; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {p.overdue.fg}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {p.disabled};
    background: {p.window}; border-color: {p.line}; }}
QLineEdit:read-only {{ background: {p.header}; }}
QAbstractItemView QLineEdit, QAbstractItemView QComboBox, QAbstractItemView QSpinBox {{
    border: 1px solid {p.accent}; border-radius: 4px; min-height: 0; padding: 0 6px; }}
QAbstractItemView QLineEdit:focus, QAbstractItemView QComboBox:focus,
QAbstractItemView QSpinBox:focus {{ border: 2px solid {p.accent}; min-height: 0; padding: 0 5px; }}
QComboBox QLineEdit, QSpinBox QLineEdit, QComboBox QLineEdit:focus, QSpinBox QLineEdit:focus {{
    border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::down-arrow {{ image: url("{icons}/chevron-grey.svg"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {p.surface}; color: {p.text};
    border: 1px solid {p.edge}; padding: 4px; outline: none;
    selection-background-color: {p.accent_ground}; selection-color: {p.text}; }}
QComboBox QAbstractItemView::item {{ border: 1px solid transparent; padding: 2px 4px; }}
QComboBox QAbstractItemView::item:selected {{ border-color: {p.accent};
    background: {p.accent_ground}; color: {p.text}; }}
QCheckBox {{ spacing: 8px; background: transparent; border: 2px solid transparent;
    border-radius: 4px; }}
QCheckBox:focus {{ border-color: {p.accent}; }}
QCheckBox::indicator, QListWidget::indicator, QTreeWidget::indicator,
QTableWidget::indicator {{ width: 16px; height: 16px; border: 1px solid {p.secondary};
    border-radius: 4px; background: {p.surface}; }}
QCheckBox::indicator:checked, QListWidget::indicator:checked, QTreeWidget::indicator:checked,
QTableWidget::indicator:checked {{ background: {p.accent}; border-color: {p.accent};
    image: url("{icons}/{mark}.svg"); }}
QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border-color: {p.accent}; }}
QProgressBar {{ background: {p.line}; border: none; border-radius: 3px; min-height: 6px;
    max-height: 6px; }}
QProgressBar::chunk {{ background: {p.accent}; border-radius: 3px; }}
"""


def _lists(p: Palette, base: int) -> str:
    return f"""
QListWidget {{ background: {p.surface}; border: 1px solid {p.edge}; border-radius: 8px;
    padding: 4px; outline: none; }}
QListWidget::item {{ padding: 6px 8px 6px 5px; border-left: 3px solid transparent;
    color: {p.text}; }}
QListWidget::item:hover {{ background: {p.hover}; }}
QListWidget::item:selected {{ background: {p.accent_ground}; color: {p.text};
    border-left-color: {p.accent}; }}
QListWidget:focus {{ border-color: {p.accent}; }}
QTreeWidget {{ background: {p.surface}; border: 1px solid {p.edge}; border-radius: 8px;
    padding: 4px; outline: none; show-decoration-selected: 0; }}
QTreeWidget::item {{ padding: 4px 6px 4px 3px; border-left: 3px solid transparent;
    color: {p.text}; }}
QTreeWidget::item:hover {{ background: {p.hover}; }}
QTreeWidget::item:selected {{ background: {p.accent_ground}; color: {p.text};
    border-left-color: {p.accent}; }}
QTreeWidget:focus {{ border-color: {p.accent}; }}
QListWidget#nav {{ background: transparent; border: none; padding: 0; font-weight: 500; }}
QListWidget#nav::item {{ min-height: {base + 7}px; padding: 6px 10px 6px 7px;
    margin-bottom: 2px; }}
QListWidget#nav::item:selected {{ background: {p.accent_ground}; color: {p.accent}; }}
QListWidget#nav::item:selected:focus {{ border: 2px solid {p.accent}; padding: 4px 8px; }}
"""


def _tables(p: Palette, base: int) -> str:
    return f"""
QTableView {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.line};
    border-radius: 8px; outline: none; gridline-color: {p.line};
    selection-background-color: {p.accent_ground}; selection-color: {p.text}; }}
QFrame[role="card"] QTableView {{ border: none; }}
QTableView::item {{ padding: 0 8px; border: none; }}
QTableView::item:selected {{ background: {p.accent_ground}; color: {p.text}; }}
QHeaderView {{ background: {p.header}; border: none; border-top-left-radius: 7px;
    border-top-right-radius: 7px; }}
QHeaderView::section {{ background: transparent; color: {p.secondary}; border: none;
    border-bottom: 1px solid {p.line}; padding: 0 10px; min-height: {base + 19}px;
    font-size: {base - 1}px; font-weight: 600; }}
QHeaderView::section:hover {{ color: {p.text}; }}
QTableCornerButton::section {{ background: {p.header}; border: none; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {p.line}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {p.secondary}; border: none;
    border-bottom: 2px solid transparent; padding: 7px 12px; font-weight: 500; }}
QTabBar::tab:hover {{ color: {p.text}; }}
QTabBar::tab:selected {{ color: {p.accent}; border-bottom-color: {p.accent}; }}
QTabBar::tab:focus {{ border: 2px solid {p.accent}; padding: 5px 10px 7px 10px; }}
"""


def _frame(p: Palette, base: int, icons: str) -> str:
    return f"""
QStatusBar {{ background: {p.side}; border-top: 1px solid {p.line}; min-height: 24px; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {p.secondary}; font-size: {base - 1}px; padding: 0 10px; }}
QMenuBar {{ background: {p.side}; border-bottom: 1px solid {p.line}; padding: 2px 8px; }}
QMenuBar::item {{ background: transparent; padding: 3px 8px; border-radius: 4px;
    border: 1px solid transparent; }}
QMenuBar::item:selected {{ background: {p.accent_ground}; border-color: {p.accent}; }}
QMenu {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 25px 5px 11px; border-radius: 4px; border: 1px solid transparent; }}
QMenu::item:selected {{ background: {p.accent_ground}; border-color: {p.accent}; }}
QMenu::item:disabled {{ color: {p.disabled}; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: 4px 6px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 6px; }}
QMenu::indicator:checked {{ image: url("{icons}/check-grey.svg"); }}
QToolTip {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.line};
    padding: 4px 6px; }}
"""


def _scrolls(p: Palette) -> str:
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {p.line}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {p.secondary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
