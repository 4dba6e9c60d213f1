"""The colours of the program, each named by its use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pill:
    """Words on a ground."""

    fg: str
    bg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One look; every pair of words and ground has a contrast of 4.5 or more."""

    dark: bool
    window: str
    side: str
    surface: str
    header: str
    text: str
    secondary: str
    disabled: str
    line: str  # parts one ground from another
    edge: str  # around what is typed in or pressed; 3.0 or more on every ground
    accent: str
    accent_strong: str
    on_accent: str
    accent_ground: str
    hover: str
    overdue: Pill
    due_soon: Pill
    in_time: Pill
    on_time: Pill
    quiet: Pill
    late: Pill

    @property
    def toast_action(self) -> str:
        """The colour of the action on a toast, whose ground is the colour of text."""
        return "#1F5C99" if self.dark else "#9CC5F0"

    @property
    def danger(self) -> str:
        """The colour of what destroys or is wrong."""
        return self.overdue.fg

    @property
    def warning(self) -> str:
        """The colour of what needs an eye."""
        return self.due_soon.fg


LIGHT = Palette(
    dark=False,
    window="#F4F6F8",
    side="#EAEEF3",
    surface="#FFFFFF",
    header="#F8FAFB",
    text="#1B2430",
    secondary="#5A6675",
    disabled="#A0A9B5",
    line="#DCE2E9",
    edge="#7A8694",
    accent="#1F5C99",
    accent_strong="#184A7C",
    on_accent="#FFFFFF",
    accent_ground="#DCE9F6",
    hover="#EFF4FA",
    overdue=Pill("#B3261E", "#FCEBEA"),
    due_soon=Pill("#9A4B00", "#FDF1E1"),
    in_time=Pill("#1E6B42", "#E6F4EC"),
    on_time=Pill("#1F5C99", "#E5F0FA"),
    quiet=Pill("#5A6675", "#EDF0F3"),
    late=Pill("#5C4B99", "#EFECF8"),
)

DARK = Palette(
    dark=True,
    window="#14171C",
    side="#181C22",
    surface="#1B1F26",
    header="#1F242C",
    text="#E5E9EF",
    secondary="#98A3B3",
    disabled="#5D6673",
    line="#2B313B",
    edge="#78849A",
    accent="#7FB2E8",
    accent_strong="#9CC5F0",
    on_accent="#14171C",
    accent_ground="#23364C",
    hover="#222833",
    overdue=Pill("#FF9B93", "#3B2122"),
    due_soon=Pill("#F2B261", "#3A2B17"),
    in_time=Pill("#7FCBA0", "#1C3327"),
    on_time=Pill("#8DBBEA", "#1E3044"),
    quiet=Pill("#A3ADBB", "#272D36"),
    late=Pill("#B9ABEC", "#2C2740"),
)
