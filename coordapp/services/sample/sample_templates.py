"""The two templates every sample starts with."""

from coordapp.domain.kernel.ids import TaskTemplateId, TaskTemplateItemId
from coordapp.domain.tasks.task import Urgency
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.store import Work
from coordapp.store.file.tables import TASK_TEMPLATE_ITEMS, TASK_TEMPLATES

_REVIEW = (
    "Chuẩn bị hội nghị tổng kết",
    "Ngày mốc là ngày họp. Số ngày âm là trước ngày họp.",
    (
        (-20, "Xây dựng kế hoạch tổ chức hội nghị", "Kế hoạch", Urgency.NORMAL),
        (-15, "Đề nghị các đơn vị gửi báo cáo kết quả", "Công văn", Urgency.NORMAL),
        (-8, "Tổng hợp, dự thảo báo cáo tổng kết", "Dự thảo báo cáo", Urgency.NORMAL),
        (-5, "Trình Trưởng ban duyệt báo cáo, chương trình", "Tờ trình", Urgency.URGENT),
        (-4, "Gửi giấy mời và tài liệu cho đại biểu", "Giấy mời", Urgency.URGENT),
        (-1, "Kiểm tra hội trường, trang thiết bị, chỗ ngồi", "", Urgency.NORMAL),
        (3, "Hoàn thiện, ký và gửi biên bản hội nghị", "Biên bản", Urgency.NORMAL),
        (5, "Ban hành thông báo kết luận", "Thông báo", Urgency.NORMAL),
    ),
)
_QUARTER = (
    "Báo cáo quý",
    "Ngày mốc là ngày cuối của quý.",
    (
        (-10, "Đôn đốc các đơn vị gửi báo cáo quý", "Công văn", Urgency.NORMAL),
        (-5, "Tiếp nhận, kiểm tra số liệu của các đơn vị", "Bảng số liệu", Urgency.NORMAL),
        (-2, "Dự thảo báo cáo quý", "Dự thảo báo cáo", Urgency.NORMAL),
        (0, "Trình ký và gửi báo cáo quý lên cấp trên", "Báo cáo", Urgency.URGENT),
    ),
)


def add(work: Work) -> None:
    """Add them within an action."""
    for name, note, items in (_REVIEW, _QUARTER):
        template = work.add(
            TASK_TEMPLATES, TaskTemplate(id=TaskTemplateId(0), name=name, note=note)
        )
        for position, (offset, title, product, urgency) in enumerate(items, start=1):
            item = TaskTemplateItem(
                id=TaskTemplateItemId(0), task_template_id=template.id, position=position,
                title=title, product=product, urgency=urgency, offset=offset,
            )  # fmt: skip
            work.add(TASK_TEMPLATE_ITEMS, item)
