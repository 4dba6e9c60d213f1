"""The names of the kinds and actions of the case, which the window needs before its records."""

from coordapp.domain.kernel.changes import Kind, Op

# each kind by its name, and as it stands in the sentence of an action
_NAMES = {
    Kind.PROGRAMME: "Chương trình phối hợp",
    Kind.PROGRAMME_PARTY: "Bên ký chương trình",
    Kind.PROGRAMME_ITEM: "Nội dung chương trình",
    Kind.DIRECTIVE: "Văn bản chỉ đạo",
    Kind.DIRECTIVE_SECTION: "Mục của văn bản chỉ đạo",
    Kind.CONCLUSION_SOURCE: "Căn cứ của kết luận",
    Kind.MILESTONE: "Mốc lộ trình",
    Kind.INDICATOR: "Chỉ tiêu",
    Kind.INDICATOR_VALUE: "Số liệu chỉ tiêu",
    Kind.PRACTICE: "Mô hình, điển hình",
    Kind.PRACTICE_YEAR: "Tình trạng mô hình trong năm",
    Kind.RECOGNITION: "Bước công nhận",
    Kind.PRACTICE_COUNT: "Số mô hình đơn vị báo cáo",
    Kind.MOVEMENT: "Phong trào thi đua",
    Kind.COMMENDATION: "Đề nghị khen thưởng",
    Kind.REPORT_DUE: "Báo cáo phải gửi",
    Kind.REPORT_RECEIPT: "Báo cáo của đơn vị",
}
CASE_KINDS: dict[Kind, str] = {
    **_NAMES,
    Kind.SUMMARY: "Báo cáo sơ kết, tổng kết",
    Kind.SUMMARY_FIGURE: "Số liệu của báo cáo",
}
_VERBS = {"add": "Thêm", "edit": "Sửa", "delete": "Xóa"}


def _said(name: str) -> str:
    return name[0].lower() + name[1:]


_SAID = {
    f"{verb}_{kind.value}": f"{said} {_said(name)}"
    for kind, name in _NAMES.items()
    for verb, said in _VERBS.items()
}
CASE_OPS: dict[Op, str] = {op: _SAID[op.value] for op in Op if op.value in _SAID} | {
    Op.ORDER_PROGRAMME_ITEMS: "Xếp lại nội dung chương trình",
    Op.ORDER_DIRECTIVE_SECTIONS: "Xếp lại mục của văn bản chỉ đạo",
    Op.PASTE_DIRECTIVE_SECTIONS: "Chia văn bản chỉ đạo thành các mục",
    Op.ASSIGN_SECTIONS: "Giao nhiệm vụ theo văn bản chỉ đạo",
    Op.SET_CONCLUSION_SOURCES: "Chọn căn cứ của kết luận",
    Op.SET_TASK_SOURCE: "Gắn nhiệm vụ với nơi giao",
    Op.PASTE_INDICATOR_VALUES: "Dán số liệu chỉ tiêu",
    Op.IMPORT_INDICATORS: "Nhập chỉ tiêu từ bảng",
    Op.IMPORT_PRACTICES: "Nhập mô hình từ bảng",
    Op.ASK_FOR_REPORT: "Yêu cầu các đơn vị báo cáo",
    Op.START_SUMMARY: "Soạn bản mới của báo cáo sơ kết, tổng kết",
    Op.EDIT_SUMMARY: "Sửa báo cáo sơ kết, tổng kết",
    Op.KEEP_SUMMARY: "Lưu bản báo cáo sơ kết, tổng kết",
    Op.DELETE_SUMMARY: "Xóa bản báo cáo sơ kết, tổng kết",
}
