"""Views of the register: a filter, a grouping and an order of columns under a name."""

from dataclasses import dataclass

from coordapp.domain.kernel.ids import RegisterViewId

SHIPPED_NAMES = (
    "Tất cả nhiệm vụ",
    "Quá hạn",
    "Sắp đến hạn",
    "Chờ xác nhận",
    "Thiếu thông tin",
    "Theo đơn vị",
    "Theo hội nghị",
    "Theo nhiệm vụ chung",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """One view a person saved; `shape` is what the window wrote, as JSON, and reads again."""

    id: RegisterViewId
    name: str
    shape: str
