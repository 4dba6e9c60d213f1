"""One Vietnamese sentence for every code of an error: what happened and what to do."""

from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.conference_labels import CONFERENCE_NEED
from coordapp.domain.words.labels import (
    CONCLUSION_KIND,
    CONFERENCE_STATE,
    KIND,
    SECRECY,
    WORK_STATE,
)

SENTENCES = {
    # rules
    "record_gone": "{kind} này không còn trong sổ (có thể vừa bị xóa). Hãy chọn lại trong danh sách.",
    "changed_meanwhile": "Mục đã được sửa ở nơi khác. Hãy xem lại nội dung mới rồi sửa tiếp.",
    "undo_conflict": "Không hoàn tác được vì dữ liệu đã thay đổi sau bước này. "
    "Hãy sửa trực tiếp, hoặc khôi phục từ Nhật ký.",
    "task_closed": "Nhiệm vụ {code} đã kết thúc. Hãy chuyển về “Đang thực hiện” trước khi sửa hạn.",
    "parent_is_itself": "Nhiệm vụ {code} không đặt dưới chính nó được. Hãy chọn nhiệm vụ chung khác.",
    "parent_is_child": "{parent} đã thuộc một nhiệm vụ chung, mà nhiệm vụ chỉ chia một cấp. "
    "Hãy chọn nhiệm vụ chung ở trên nó.",
    "parent_has_children": "Nhiệm vụ {code} đang chia cho các đơn vị nên không đặt dưới {parent} được: "
    "nhiệm vụ chỉ chia một cấp. Hãy đặt từng nhiệm vụ của đơn vị dưới {parent}.",
    "child_after_parent": "Hạn {due} sau hạn {parent_due} của nhiệm vụ chung {parent}. "
    "Hãy gia hạn {parent} trước, hoặc chọn ngày sớm hơn.",
    "parent_before_child": "Hạn {due} trước hạn {child_due} của {child} thuộc nhiệm vụ này. "
    "Hãy sửa hạn {child} trước, hoặc chọn ngày muộn hơn.",
    "unit_in_use": "{name} còn gắn với {what} nên không xóa được. Hãy ghi ngày ở cột “Đến ngày” để kết thúc "
    "đơn vị, hoặc chuyển các mục đó sang đơn vị khác trước.",
    "person_in_use": "{name} còn gắn với {what} nên không xóa được. "
    "Hãy ghi ngày ở cột “Đến ngày” để kết thúc vai trò.",
    "unit_ends_first": "Đơn vị có từ {begun} mà lại kết thúc {ended}. Hãy sửa một trong hai ngày.",
    "unit_follows_itself": "{name} không thể kế tục chính mình, dù qua đơn vị khác. Hãy chọn đơn vị khác.",
    "group_name_missing": "Nhóm đơn vị chưa có tên. Hãy nhập tên nhóm như ghi trong văn bản.",
    "group_name_taken": "Đã có đơn vị hoặc nhóm tên “{name}”. Hãy đặt tên khác để văn bản không hiểu hai cách.",
    "move_not_allowed": "Nhiệm vụ {code} đang ở “{old}” nên không chuyển thẳng sang “{new}” được. "
    "Hãy chuyển về “Đang thực hiện” trước.",
    "nothing_to_confirm": "Nhiệm vụ {code} không ở trạng thái chờ xác nhận. "
    "Hãy cập nhật tiến độ trước, rồi xác nhận hoặc trả lại.",
    "not_periodic": "Nhiệm vụ {code} không phải nhiệm vụ định kỳ, hoặc hạn theo văn bản chưa nói rõ kỳ. "
    "Hãy ghi như “hằng tháng”, “hằng quý”, “6 tháng”, “hằng năm”.",
    "no_period_missing": "Nhiệm vụ {code} đã lập đủ các kỳ đến hôm nay. "
    "Hãy lập tiếp khi sang kỳ mới.",
    "return_without_reason": "Chưa nêu lý do trả lại. Hãy ghi điều đơn vị phải làm thêm.",
    "unit_not_in_task": "{unit} không chủ trì hay phối hợp nhiệm vụ {code} nên không báo cáo nhiệm vụ này được. "
    "Hãy chọn đơn vị khác, hoặc thêm đơn vị vào phần phối hợp trước.",
    "view_name_missing": "Chế độ xem chưa có tên. Hãy đặt tên.",
    "view_name_taken": "Đã có chế độ xem tên “{name}”. Hãy chọn tên khác.",
    "nothing_to_review": "Hội nghị {code} chưa chọn hội nghị kỳ trước để kiểm điểm. Hãy chọn ở phần "
    "Thông tin của hội nghị.",
    "nothing_chosen": "Chưa chọn gì để sửa. Hãy chọn nhiệm vụ và điều cần sửa.",
    "many_refused": "{reason} Có {count} nhiệm vụ như vậy ({codes}) nên chưa sửa nhiệm vụ nào. "
    "Hãy bỏ chọn các nhiệm vụ đó rồi sửa lại.",
    "percent_range": "Tỷ lệ hoàn thành không nhận {value}. Hãy nhập số từ 0 đến 100.",
    "secret_refused": "Không ghi được nội dung độ “{secrecy}”: chương trình và máy tính này không dùng để soạn, "
    "lưu giữ bí mật nhà nước (Luật Bảo vệ bí mật nhà nước). Hãy theo dõi bằng sổ riêng theo chế độ mật của "
    "cơ quan.",
    "secret_number_missing": "Độ “{secrecy}”: sổ này không ghi bí mật nhà nước, chỉ giữ số, ký hiệu và ngày của "
    "văn bản. Hãy ghi số, ký hiệu như 12-KH/TU; nội dung xem ở bản giấy.",
    "title_missing": "Chưa có nội dung nhiệm vụ. Hãy nhập tên nhiệm vụ.",
    "short_form_unreadable": "Không đọc được dòng “{line}”. Hãy ghi như: LLVT = lực lượng vũ trang.",
    "pasted_row_refused": "Dòng {line}: {reason} Chưa dán dòng nào: hãy sửa dòng đó rồi dán lại.",
    "pasted_cell_unknown": "Cột “{column}” không có “{value}”. Hãy dùng một trong: {choices}.",
    "pasted_columns_unknown": "Bảng đã sao chép có {count} cột, không khớp danh sách này. "
    "Hãy sao chép cả dòng tiêu đề, hoặc các cột theo thứ tự: {titles}.",
    "pasted_too_many": "Bảng đã sao chép có {count} dòng, danh sách này nhận mỗi lần nhiều nhất {most} dòng. "
    "Hãy sao chép từng phần.",
    "pasted_column_missing": "Bảng đã sao chép không có cột “{column}”. Hãy sao chép cả cột đó.",
    "text_missing": "Chưa có nội dung. Hãy nhập nội dung rồi lưu.",
    "conference_signed": "Biên bản hội nghị {code} đã ký nên không sửa được nữa. "
    "Hãy lập biên bản bổ sung.",
    "conference_has_papers": "Hội nghị {code} có {count} văn bản đã ghi số nên không xóa được. "
    "Hãy xóa các văn bản đã ghi nhầm trước.",
    "task_withheld": "Nhiệm vụ {code} là dự thảo, chờ ban hành thông báo kết luận. Hãy ban hành thông báo, "
    "hoặc giao trước ở mục Văn bản của hội nghị và nêu lý do.",
    "signed_is_locked": "Biên bản hội nghị đã ký nên nội dung này đã khóa. Hãy lập biên bản bổ sung.",
    "issued_is_locked": "Văn bản đã ban hành nên không xóa, không hoàn tác và không sửa nội dung được. "
    "Hãy ban hành văn bản đính chính, thay thế; số và ngày ghi nhầm thì sửa được.",
    "numbered_by_notice": "Trích thông báo và phụ lục mang số, ngày của thông báo. Hãy sửa ở thông báo.",
    "notice_before_its_parts": "Hội nghị chưa ban hành thông báo kết luận. Hãy ban hành thông báo trước, "
    "rồi ban hành trích thông báo và phụ lục của nó.",
    "clarity_unknown": "Chưa hiểu “{word}”. Sau dấu hai chấm hãy ghi trong các nội dung: {known}.",
    "clarity_without_need": "Dòng “{line}” chưa nêu cần gì. Hãy ghi tên, dấu hai chấm, rồi một hay nhiều "
    "nội dung: {known}.",
    "unit_not_chosen": "Chưa chọn đơn vị nhận. Hãy chọn đơn vị.",
    "paper_not_made": "Chương trình không lập tệp của {symbol}. Hãy đính kèm bản đã ban hành.",
    "issued_paper_damaged": "Bản đã ban hành {name} trong {path} bị mất hoặc bị hỏng. "
    "Hãy lấy lại từ bản sao lưu.",
    "signing_is_final": "Biên bản đã ký là bản chính thức nên không hoàn tác được. "
    "Hãy lập biên bản bổ sung nếu cần sửa.",
    "purge_is_final": "Những gì đã xóa hẳn thì không hoàn tác được. Nếu cần lại, hãy mở bản sao lưu trước khi "
    "dọn ở mục “Bản sao của sổ”.",
    "purge_nothing": "Những mục này không còn trong thùng rác. Hãy xem lại thùng rác.",
    "purge_paper_rests": "{kind} “{title}” không xóa hẳn được vì văn bản {paper} đã ban hành dựa vào hội nghị "
    "này. Hãy để mục đó trong thùng rác.",
    "not_held_yet": "Hội nghị {code} chưa họp nên chưa ký biên bản được. Hãy chuyển sang “Đã họp” trước.",
    "not_ready_to_sign": "Biên bản hội nghị {code} còn thiếu: {missing}. Hãy bổ sung rồi ký.",
    "minutes_number_repeated": "{said} Hãy sửa số biên bản, hoặc đồng ý dùng lại số {number}.",
    "paper_missing": "Không thấy tệp {name} ở nơi đã chọn. Hãy chọn lại.",
    "paper_is_folder": "{name} là thư mục. Hãy chọn một tệp PDF.",
    "paper_unreadable": "Không đọc được tệp {name}. Hãy kiểm tra quyền truy cập, hoặc đóng chương trình "
    "đang giữ tệp rồi thử lại.",
    "signed_paper_damaged": "Bản đã ký {name} trong {path} bị mất hoặc bị hỏng. "
    "Hãy lấy lại từ bản sao lưu.",
    "release_without_reason": "Chưa nêu lý do giao trước. Hãy ghi lý do, như “giao trực tiếp tại hội nghị”.",
    "nothing_to_release": "Các nhiệm vụ đã chọn không phải dự thảo chờ thông báo. Hãy chọn lại.",
    "document_without_number": "Chưa có số văn bản. Hãy ghi số, từ 1 trở lên.",
    "document_without_day": "Chưa có ngày ban hành. Hãy ghi ngày.",
    "number_repeated": "{said} Hãy chọn số khác, hoặc đồng ý dùng lại số {number}.",
    "minutes_are_signed_only": "Biên bản vào danh sách văn bản khi được ký. Hãy dùng “Ký biên bản”.",
    "supplement_before_signing": "Biên bản hội nghị chưa ký nên chưa cần biên bản bổ sung. "
    "Hãy sửa thẳng trong biên bản.",
    "document_is_signed": "Văn bản {symbol} đã ký nên không sửa, không xóa được. "
    "Hãy lập biên bản bổ sung.",
    "committee_missing": "Sổ chưa có thông tin Ban Chỉ đạo. Hãy nhập ở trang Đơn vị, thành viên.",
    "conference_move_not_allowed": "Hội nghị {code} đang ở “{old}” nên không chuyển thẳng sang “{new}” được. "
    "Hãy dùng các nút dưới tên hội nghị.",
    "conference_not_ready": "Hội nghị {code} chưa chuyển sang “{new}” được, còn thiếu: {missing}. "
    "Hãy bổ sung rồi làm lại.",
    "state_by_moves": "Trạng thái hội nghị {code} đổi bằng các nút dưới tên hội nghị, không sửa ở đây.",
    "role_ends_first": "Ngày thôi giữ vai trò ({ended}) trước ngày bắt đầu ({begun}). Hãy sửa một trong hai ngày.",
    "previous_in_circle": "Kỳ trước phải là một hội nghị khác, và không được kiểm điểm ngược lại "
    "hội nghị {code}. Hãy chọn hội nghị khác.",
    "minutes_unreadable": "Không đọc được số phút “{typed}”. Hãy gõ số từ 1 đến 600, như 15.",
    "conference_has_tasks": "Hội nghị {code} có {count} nhiệm vụ gắn với kết luận nên không xóa được. "
    "Hãy xóa hoặc chuyển các nhiệm vụ đó trước.",
    "conclusion_has_tasks": "Kết luận {number} đã có {count} nhiệm vụ nên không xóa riêng được. "
    "Chọn “Xóa cả nhiệm vụ” hoặc giữ lại kết luận.",
    "split_leaves_nothing": "Kết luận {number} không tách được ở đây vì một nửa sẽ không có nội dung. "
    "Hãy đặt con trỏ giữa hai ý rồi tách.",
    "no_next_conclusion": "Kết luận {number} là kết luận cuối nên không có kết luận sau để gộp. "
    "Hãy chọn kết luận đứng trước rồi gộp.",
    "merge_of_kinds": "Kết luận {first} là “{old}”, kết luận {second} là “{new}” nên gộp sẽ mất một loại. "
    "Hãy chọn cùng một loại rồi gộp.",
    "merge_of_reasons": "Chỉ một trong hai kết luận {first} và {second} ghi không phát sinh nhiệm vụ nên gộp "
    "sẽ mất lý do đó. Hãy bỏ lý do, hoặc ghi lý do cho cả hai, rồi gộp.",
    "reason_beside_tasks": "Kết luận {number} đã có {count} nhiệm vụ nên không ghi là không phát sinh nhiệm "
    "vụ được. Hãy xóa các nhiệm vụ đó trước.",
    "no_draft_chosen": "Chưa chọn nội dung nào. Hãy dán văn bản rồi đánh dấu nội dung cần lập kết luận.",
    "nothing_to_assign": "Chưa có gì mới để giao. Hãy chọn đơn vị chủ trì, phối hợp trong ma trận.",
    "lead_missing": "{kind} {number} có đơn vị phối hợp nhưng chưa có đơn vị chủ trì. "
    "Hãy chọn một đơn vị chủ trì.",
    "leads_closed": "{kind} {number}: các nhiệm vụ đã kết thúc nên không thêm đơn vị phối hợp được. "
    "Hãy mở lại nhiệm vụ, hoặc chọn thêm đơn vị chủ trì.",
    "conclusion_says_no_task": "Kết luận {number} đã ghi không phát sinh nhiệm vụ. Hãy bỏ lý do đó rồi giao.",
    "assignment_begun": "Nhiệm vụ {code} đã bắt đầu hoặc đã có báo cáo, gia hạn, tệp kèm nên không bỏ ở đây "
    "được. Hãy mở nhiệm vụ và chuyển sang “Đã hủy”.",
    "assignment_elsewhere": "Nhiệm vụ {code} do kết luận của hội nghị giao nên không bỏ ở đây được. "
    "Hãy bỏ ở ma trận phân công của hội nghị, hoặc gỡ nhiệm vụ khỏi mục này.",
    "coordination_reported": "Đơn vị phối hợp đã có báo cáo trong nhiệm vụ {code} nên không bỏ được. "
    "Hãy giữ đơn vị này, hoặc xóa báo cáo của đơn vị trước.",
    "day_off_repeated": "Ngày {day} đã có trong bảng ngày nghỉ. Hãy sửa dòng đã có.",
    "unit_repeated": "Tên viết tắt “{short_name}” đã dùng cho đơn vị khác. Hãy chọn tên khác.",
    "extension_not_later": "Hạn mới phải sau hạn đang có ({old}). Hãy nhập ngày muộn hơn.",
    "extension_without_reason": "Chưa nêu lý do lùi hạn. Hãy ghi lý do.",
    "deadline_without_ground": "Hạn của {code} ({old}) chỉ lùi hoặc bỏ được khi nêu là gia hạn hay sửa "
    "ghi nhầm, kèm lý do. Hãy nêu lý do.",
    "status_does_not_add_up": "Bảng số liệu không khớp ({counted} so với {total} nhiệm vụ) nên không lập "
    "được. Hãy mở bản sao lưu gần nhất và báo người hỗ trợ.",
    "unknown_task": "Không có nhiệm vụ mã “{code}” trong sổ. Hãy kiểm tra lại mã trong danh sách nhiệm vụ.",
    "unknown_conference": "Không có hội nghị mã “{code}” trong sổ. "
    "Hãy kiểm tra lại mã trong danh sách hội nghị.",
    "nothing_concluded": "Hội nghị {code} chưa có kết luận nên chưa lập được văn bản này. "
    "Hãy ghi kết luận của người chủ trì trước.",
    "unknown_unit": "Không có đơn vị tên viết tắt “{unit}” trong sổ. "
    "Hãy kiểm tra lại trong danh sách đơn vị.",
    "unit_without_share": "Kết luận của hội nghị {code} không giao nhiệm vụ nào cho {unit} nên không có gì "
    "để trích. Hãy chọn đơn vị khác, hoặc giao nhiệm vụ cho đơn vị trước.",
    "date_unreadable": "Không đọc được ngày “{typed}”. Hãy gõ như 5/3, 05/03/2018, +7, t6, cuối tháng, "
    "quý II, 15 ngày làm việc.",
    "date_impossible": "Ngày “{typed}” không có trong lịch. Hãy kiểm tra lại ngày, tháng.",
    "time_unreadable": "Không đọc được giờ “{typed}”. Hãy gõ như 14:00 hoặc 14h30.",
    "unit_unknown": "Không có đơn vị “{name}” trong sổ. Hãy chọn đơn vị tương ứng, thêm đơn vị mới, "
    "hoặc sửa tên theo danh sách đơn vị.",
    "deadline_is_remark": "Ô thời hạn ghi “{typed}”, là còn bao lâu chứ không phải ngày. Hãy ghi ngày, hoặc để trống ô.",
    "state_unreadable": "Không đọc được trạng thái “{typed}”. Hãy ghi như: Chưa thực hiện, "
    "Đang thực hiện, Chờ xác nhận, Đã hoàn thành, Tạm hoãn, Đã hủy.",
    "urgency_unreadable": "Không đọc được độ khẩn “{typed}”. Hãy ghi Thường, Khẩn, Thượng khẩn "
    "hoặc Hỏa tốc.",
    "not_clearable": "Ô này không xóa trắng được. Hãy bỏ “(xóa)” hoặc ghi giá trị mới.",
    "source_fixed": "Nhiệm vụ đã gắn với kết luận hội nghị nên không đổi được văn bản giao. "
    "Hãy để trống ô này.",
    "finished_not_done": "Có ngày hoàn thành nhưng trạng thái chưa phải “Đã hoàn thành”. "
    "Hãy sửa một trong hai ô.",
    "formula_without_value": "Công thức chưa có giá trị. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.",
    "code_unknown": "Không có nhiệm vụ mã {code} trong sổ. Để trống mã nếu là nhiệm vụ mới.",
    "parent_rolls_up": "Nhiệm vụ {code} gồm nhiệm vụ của từng đơn vị nên hạn, trạng thái, tỷ lệ lấy từ chúng. "
    "Hãy sửa ở nhiệm vụ của từng đơn vị.",
    "code_repeated": "Mã {code} đã có ở dòng trên của tệp. Hãy giữ lại một dòng.",
    "sheet_unknown": "Không có trang tính “{name}” trong tệp. Hãy chọn trang khác.",
    "table_not_found": "Không thấy bảng nhiệm vụ trong tệp: không dòng nào có tên cột như “Nội dung "
    "nhiệm vụ”, “Đơn vị chủ trì”, “Thời hạn”. Hãy chọn dòng tiêu đề và cột.",
    "unit_table_not_found": "Không thấy bảng đơn vị trong tệp: không dòng nào có cột “Tên đơn vị” và thêm một cột "
    "như “Tên viết tắt”. Hãy ghi tên cột ở dòng đầu bảng rồi nhập lại.",
    "unit_name_missing": "Dòng {row} chưa có tên đơn vị. Hãy ghi tên rồi nhập lại.",
    "unit_twice_in_source": "Dòng {row} lặp lại đơn vị “{name}” đã có ở dòng trên. Hãy bỏ một dòng rồi nhập lại.",
    "no_unit_to_import": "Không có đơn vị mới hay thay đổi nào để nhập. Hãy kiểm tra lại tệp đã chọn.",
    "nothing_to_import": "Không có nhiệm vụ mới hay thay đổi nào để nhập. Hãy kiểm tra lại tệp đã chọn.",
    "table_is_budget": "Tệp này là dự toán, bảng kinh phí, không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "table_is_staff": "Tệp này là danh sách người (cán bộ, thành viên), không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "table_is_calendar": "Tệp này là lịch công tác, không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "table_is_documents": "Tệp này là sổ công văn, văn bản, không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "table_is_figures": "Tệp này là biểu số liệu, không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "table_is_scores": "Tệp này là bảng điểm, không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "table_is_assets": "Tệp này là danh mục tài sản, không phải sổ nhiệm vụ nên không nhập. "
    "Hãy chọn tệp có bảng nhiệm vụ.",
    "cell_failed": "Ô lỗi {value}: công thức trong ô không tính được. Hãy sửa ô đó trong tệp hoặc trong bảng xem trước.",
    "two_leads": "Ô ghi nhiều đơn vị ({names}) mà một nhiệm vụ chỉ một đơn vị chủ trì. Hãy chọn mỗi đơn vị một "
    "nhiệm vụ, hoặc đơn vị đầu chủ trì và các đơn vị khác phối hợp.",
    "lead_is_group": "Chữ “{name}” không phải tên một đơn vị nên không chủ trì được. Hãy ghi tên đơn vị chủ trì.",
    "two_marks": "Dòng đánh dấu hai cột trạng thái {titles}. Hãy chỉ để một dấu.",
    "finished_in_future": "Ngày hoàn thành {day} ở sau ngày làm việc. Hãy kiểm tra lại ngày.",
    "attachment_too_big": "Tệp {name} lớn hơn {largest} nên không đính kèm được. "
    "Hãy nén tệp hoặc tách thành nhiều tệp nhỏ hơn.",
    "attachment_is_folder": "{name} là thư mục. Hãy chọn từng tệp trong thư mục, hoặc nén thư mục "
    "thành một tệp.",
    "attachment_missing": "Không thấy tệp {name} ở nơi đã chọn. Hãy chọn lại.",
    "attachment_unreadable": "Không đọc được tệp {name}. Hãy kiểm tra quyền truy cập, hoặc đóng chương "
    "trình đang giữ tệp rồi thử lại.",
    "attachment_empty": "Tệp {name} rỗng. Hãy kiểm tra lại tệp gốc.",
    "offset_range": "Số ngày làm việc phải là số nguyên từ -{farthest} đến {farthest}, không nhận {value}. "
    "Gõ số âm cho nhiệm vụ phải hoàn thành trước ngày mốc, ví dụ -5.",
    "date_beyond_calendar": "Hạn tính ra nằm ngoài lịch. Hãy chọn ngày mốc gần hơn.",
    "programme_title_missing": "Chưa có tên chương trình. Hãy nhập tên chương trình.",
    "years_reversed": "Năm kết thúc {last} trước năm bắt đầu {first}. Hãy sửa lại hai năm.",
    "year_range": "Năm {year} không hợp lý. Hãy nhập năm có bốn chữ số, từ 1945 đến 2100.",
    "year_outside_programme": "Năm {year} nằm ngoài thời gian của chương trình ({first}-{last}). Hãy sửa năm, hoặc kéo dài chương trình.",
    "item_title_missing": "Nội dung chương trình còn trống. Hãy nhập nội dung.",
    "registered_by_nobody": "Nhiệm vụ đăng ký “{title}” chưa có đơn vị. Hãy chọn đơn vị đăng ký.",
    "party_missing": "Chưa có bên ký. Hãy chọn đơn vị hoặc nhập tên.",
    "count_beyond_total": "Số đã hoàn thành {done} không khớp với tổng số {total}. Hãy mở bản sao lưu gần nhất và báo người hỗ trợ.",
    "directive_number_missing": "Chưa có số, ký hiệu của văn bản. Hãy nhập như trên văn bản, ví dụ 09-NQ/TU.",
    "subject_missing": "Văn bản {number} chưa có trích yếu. Hãy nhập trích yếu.",
    "section_title_missing": "Mục chưa có tên. Hãy nhập tên mục.",
    "section_level": "Mục ở cấp {level}; văn bản chỉ chia đến cấp {deepest}. Hãy chọn cấp từ 1 đến {deepest}.",
    "no_section_read": "Không thấy mục nào có số trong chữ vừa dán. Hãy dán phần có đánh số (1., 1.1, a) …), hoặc thêm từng mục.",
    "directive_unknown": "Sổ không có văn bản chỉ đạo {code}. Hãy kiểm tra lại trong danh sách văn bản chỉ đạo.",
    "programme_unknown": "Sổ không có chương trình {code}. Hãy kiểm tra lại trong danh sách chương trình.",
    "indicator_table_not_found": "Không thấy bảng chỉ tiêu trong tệp: không dòng nào có cột “Chỉ tiêu” và thêm hai cột "
    "như “Kế hoạch”, “Thực hiện”. Hãy ghi tên cột rồi nhập lại.",
    "practice_table_not_found": "Không thấy danh sách mô hình trong tệp: không dòng nào có cột “Tên mô hình” và thêm hai cột "
    "như “Lĩnh vực”, “Địa bàn”. Hãy ghi tên cột rồi nhập lại.",
    "case_name_missing": "Dòng {row} chưa có tên. Hãy ghi tên rồi nhập lại.",
    "case_row_twice": "Dòng {row} lặp lại một dòng ở trên. Hãy bỏ một dòng rồi nhập lại.",
    "case_row_sum": "Dòng {row} là dòng cộng nên không nhập; sổ tự cộng. Hãy bỏ qua dòng này.",
    "case_row_heading": "Dòng {row} là tên phần hoặc ghi chú nên không nhập. Hãy kiểm tra lại dòng đó nếu là nhiệm vụ.",
    "year_unreadable": "Không đọc được năm “{value}”. Hãy ghi năm có bốn chữ số.",
    "word_unknown": "Không hiểu “{value}”. Hãy dùng một trong các từ của danh mục trong sổ.",
    "milestone_without_target": "Mốc chưa có mục tiêu. Hãy nhập mục tiêu của năm.",
    "milestone_of_nothing": "Mốc phải thuộc một văn bản hoặc một chương trình. Hãy chọn nơi của mốc.",
    "judged_without_result": "Mốc “{planned}” chưa ghi kết quả nên chưa đánh giá đạt được. Hãy nhập kết quả trước.",
    "indicator_name_missing": "Chưa có tên chỉ tiêu. Hãy nhập tên chỉ tiêu.",
    "period_unreadable": "Không đọc được kỳ “{period}”. Hãy nhập 2017, 2017-Q1 (quý), 2017-H1 (6 tháng), 2017-9M hoặc 2017-03 (tháng).",
    "figure_unreadable": "Không đọc được số “{value}”. Hãy nhập số, ví dụ 1.234,5; chỉ tiêu bằng lời thì đánh dấu định tính.",
    "value_repeated": "Kỳ {period} của đơn vị này đã có số liệu. Hãy sửa số liệu đã có.",
    "practice_name_missing": "Chưa có tên mô hình, điển hình. Hãy nhập tên.",
    "replicated_in_circle": "Mô hình “{name}” không thể nhân rộng từ chính mình, kể cả qua mô hình khác. Hãy chọn mô hình gốc khác.",
    "count_negative": "Số mô hình không thể âm. Hãy nhập số từ 0 trở lên.",
    "year_state_repeated": "Mô hình đã có tình trạng của năm {year}. Hãy sửa tình trạng đã có.",
    "count_repeated": "Đơn vị đã có số báo cáo của năm {year}. Hãy sửa số đã có.",
    "every_unit_counted": "Mọi đơn vị đã có số báo cáo của năm này. Hãy sửa số đã có, hoặc chọn năm khác.",
    "nothing_to_paste": "Chưa có gì để dán. Hãy sao chép các ô trong Excel, hoặc bảng trong Word, rồi dán lại.",
    "movement_name_missing": "Chưa có tên phong trào. Hãy nhập tên phong trào.",
    "commended_nobody": "Chưa ghi tập thể, cá nhân được đề nghị. Hãy nhập tên.",
    "decided_before_proposed": "Quyết định khen thưởng “{name}” có ngày trước ngày đề nghị. Hãy kiểm tra hai ngày.",
    "report_title_missing": "Chưa có tên báo cáo. Hãy nhập tên báo cáo.",
    "report_owed_already": "Đơn vị này đã có trong danh sách phải gửi báo cáo. Hãy sửa dòng đã có.",
    "every_unit_asked": "Mọi đơn vị trong sổ đã có trong danh sách. Hãy thêm đơn vị ở trang Đơn vị, thành viên trước.",
    "report_of_nobody": "Chưa chọn đơn vị phải gửi báo cáo. Hãy chọn ít nhất một đơn vị.",
    "figures_do_not_add_up": "Chỉ tiêu “{name}”, {period}: các đơn vị cộng lại {summed}, tổng ghi {told}. Hãy sửa số liệu, hoặc đánh dấu dùng chung, rồi xuất lại.",
    "summary_kept": "Bản số {version} đã lưu nên không sửa nữa. Hãy soạn bản mới: bản mới có sẵn chữ của bản này.",
    "summary_open": "Kỳ này đã có bản số {version} đang soạn. Hãy soạn tiếp bản đó, hoặc lưu bản trước khi soạn bản mới.",
    "summary_reversed": "Kỳ báo cáo kết thúc ngày {until}, trước ngày bắt đầu {since}. Hãy sửa lại hai ngày.",
    "summary_not_begun": "Kỳ báo cáo bắt đầu ngày {since}, chưa đến. Hãy chọn kỳ đã hoặc đang diễn ra.",
    "template_name_missing": "Chưa có tên mẫu. Hãy nhập tên mẫu.",
    "template_empty": "Mẫu “{name}” chưa có nhiệm vụ nào nên không tạo được nhiệm vụ. Hãy thêm nhiệm vụ vào mẫu trước.",
    "no_task_chosen": "Chưa chọn nhiệm vụ. Hãy chọn ít nhất một nhiệm vụ trong danh sách.",
    "conclusion_without_tasks": "Kết luận {number} đã ghi là không phát sinh nhiệm vụ. "
    "Hãy chọn kết luận khác, hoặc bỏ lý do đó trước.",
    "restored_already": "Những gì xóa ở bước này đã được khôi phục, hoặc đã xóa lại ở bước sau. "
    "Hãy xem lại thùng rác.",
    "restore_taken": "{kind} “{title}” không khôi phục được vì mã, tên hoặc ngày này đã dùng cho mục "
    "khác. Hãy sửa mục đó trước.",
    "restore_period_made": "Nhiệm vụ {code} không khôi phục được vì kỳ này đã lập lại thành nhiệm vụ "
    "{other}. Hãy xóa nhiệm vụ {other} trước.",
    "restore_without_owner": "{kind} “{title}” không khôi phục được vì mục đi kèm ({owner_kind}) "
    "không còn. Hãy khôi phục mục đó trước.",
    "restore_too_old": "{kind} này không khôi phục được vì phiên bản cũ không ghi đủ nội dung. "
    "Hãy nhập lại theo nhật ký.",
    # file
    "attachment_damaged": "Nội dung tệp đính kèm {name} trong {path} bị mất hoặc bị hỏng. "
    "Hãy lấy lại từ bản sao lưu, hoặc xóa rồi đính kèm lại tệp gốc.",
    "folder_missing": "Không có thư mục chứa tệp {path}. Hãy kiểm tra lại đường dẫn.",
    "file_missing": "Không thấy tệp {path}. Hãy kiểm tra tên tệp hoặc chọn tệp khác.",
    "path_is_folder": "{path} là thư mục, không phải sổ. Hãy chọn một tệp .sodp hoặc .db.",
    "file_empty": "Tệp {path} rỗng, có thể bị hỏng khi sao chép. Hãy lấy lại bản sao lưu.",
    "not_a_database": "Tệp {path} không phải tệp dữ liệu của chương trình. Hãy chọn tệp khác.",
    "other_program": "Tệp {path} là cơ sở dữ liệu của chương trình khác. Hãy chọn tệp khác.",
    "file_too_new": "Tệp {path} do phiên bản mới hơn ghi (phiên bản dữ liệu {found}, chương trình này "
    "đọc đến {known}). Tệp được giữ nguyên. Hãy cài bản mới của chương trình, không cần mạng: sao chép bản cài đặt "
    "mới qua USB rồi chạy; xem hướng dẫn, mục “Cập nhật không cần mạng”.",
    "file_damaged": "Tệp {path} bị hỏng. Tệp được giữ nguyên; hãy mở bản sao lưu gần nhất.",
    "file_moved": "Tệp {path} đã bị xóa, đổi tên hoặc chuyển đi khi đang mở nên không ghi được. Hãy đưa tệp về "
    "chỗ cũ; nếu không còn, hãy đóng chương trình rồi mở bản sao lưu gần nhất.",
    "file_read_only": "Tệp {path} chỉ cho đọc. Hãy bỏ thuộc tính chỉ đọc hoặc sao chép tệp sang thư mục khác.",
    "file_in_use": "Tệp {path} đang được chương trình khác dùng. Hãy đóng chương trình đó rồi thử lại.",
    "file_exists": "Tệp {path} đã có sẵn và không bị ghi đè. Hãy chọn tên khác.",
    "cannot_open": "Không mở được tệp {path}. Hãy kiểm tra quyền truy cập.",
    "cannot_create": "Không tạo được tệp {path}. Hãy kiểm tra quyền ghi vào thư mục.",
    "disk_full": "Ổ đĩa chứa {path} đã đầy. Hãy giải phóng chỗ trống rồi thử lại; dữ liệu cũ còn nguyên.",
    "disk_error": "Lỗi đọc, ghi ổ đĩa với tệp {path}. Hãy kiểm tra ổ đĩa và sao chép tệp ra nơi khác.",
    "backup_damaged": "Bản sao {path} không đúng với tệp gốc nên đã bỏ. Hãy kiểm tra ổ đĩa rồi thử lại.",
    "foreign_code": "Tệp {path} có phần tự chạy lạ ({name}) không do chương trình này lập nên không mở để ghi. Tệp "
    "được giữ nguyên; hãy mở bản sao lưu gần nhất.",
    "value_unknown": "Sổ có giá trị chương trình không đọc được ({value}), tệp có thể bị hỏng hoặc bị chương trình "
    "khác sửa. Hãy mở bản sao lưu gần nhất và báo người hỗ trợ.",
    "copy_unsound": "Bản sao {path} bị hỏng hoặc đã khác với lúc sao lưu nên không dùng. Sổ đang có được giữ "
    "nguyên; hãy chọn bản sao khác.",
    "view_only": "Đang xem {path}, không sửa được. Muốn sửa, hãy đóng cửa sổ xem này và mở sổ của mình.",
    "settings_unwritable": "Không ghi được vào thư mục thiết đặt của chương trình ({path}). Sổ không bị ảnh hưởng. Hãy "
    "cấp quyền ghi vào thư mục đó, hoặc giải phóng chỗ trống, rồi mở lại chương trình.",
    "passphrase_short": "Mật khẩu phải có ít nhất {shortest} ký tự. Hãy dùng một câu dài dễ nhớ, không dùng tên hay ngày sinh.",
    "passphrase_differs": "Hai lần gõ mật khẩu không giống nhau. Hãy gõ lại.",
    "passphrase_wrong": "Mật khẩu không mở được {path}. Hãy kiểm tra bộ gõ tiếng Việt, chữ hoa, rồi gõ lại.",
    "handover_unreadable": "Không đọc được {path}: không phải tệp bàn giao của chương trình, hoặc tệp bị hỏng. Hãy xin lại "
    "tệp và đối chiếu mã SHA-256 với biên bản bàn giao.",
    "second_place_missing": "Không thấy nơi thứ hai {path} nên bản sao chỉ nằm trên máy này. Hãy cắm USB, nối lại ổ "
    "đĩa, hoặc chọn nơi khác ở “Bản sao của sổ”.",
    "same_file": "Bản sao và sổ cần khôi phục là cùng một tệp {path}. Hãy chọn một bản sao khác.",
    "nothing_salvaged": "Không đọc được mục nào trong tệp {path}. Tệp được giữ nguyên; hãy mở bản sao lưu gần nhất.",
    # files of others
    "source_missing": "Không thấy tệp {path}. Hãy kiểm tra tên tệp hoặc chọn tệp khác.",
    "source_unreadable": "Không đọc được tệp {path}. Hãy đóng tệp nếu đang mở ở chương trình khác, "
    "hoặc kiểm tra quyền truy cập.",
    "source_empty": "Tệp {path} rỗng. Hãy kiểm tra lại tệp gốc.",
    "source_too_big": "Tệp {path} lớn hơn {most} nên không nhập. Hãy tách thành nhiều tệp nhỏ hơn.",
    "source_password": "Tệp {path} có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.",
    "source_is_page": "Tệp {path} là trang web, không phải bảng tính, dù tên tệp ghi khác. "
    "Hãy mở bằng Excel và lưu thành .xlsx.",
    "source_unknown": "Tệp {path} không phải bảng tính. Hãy chọn tệp .xlsx, .xls, .ods hoặc .csv.",
    "source_is_binary": "Tệp {path} ở dạng .xlsb chưa đọc được. Hãy mở bằng Excel và lưu thành .xlsx.",
    "source_damaged": "Tệp {path} bị hỏng hoặc sao chép chưa hết. Hãy lấy lại tệp gốc, hoặc mở bằng Excel "
    "và lưu thành tệp mới.",
    "source_bomb": "Tệp {path} có thể gây hại nên không mở (nội dung nén quá lớn). "
    "Hãy lấy lại tệp gốc.",
    "source_entities": "Tệp {path} có thể gây hại nên không mở. Hãy mở bằng Excel và "
    "lưu thành tệp mới.",
    "source_exhausts": "Đọc tệp {path} cần quá nhiều bộ nhớ nên đã dừng, chưa nhập gì. Hãy mở bằng Excel, "
    "xóa các trang và ô thừa, lưu thành tệp mới rồi nhập lại.",
    "source_takes_too_long": "Đọc tệp {path} quá lâu nên đã dừng, chưa nhập gì. Hãy tách thành nhiều tệp "
    "nhỏ hơn rồi nhập lần lượt.",
    "source_reader_missing": "Máy không cho chạy phần đọc bảng tính của chương trình nên chưa đọc được tệp "
    "{path}. Hãy thử lại; nếu vẫn vậy, nhờ người quản trị kiểm tra phần mềm diệt vi-rút.",
    "source_line_endless": "Dòng {row} của tệp {path} dài bất thường nên không đọc. Hãy kiểm tra dấu nháy kép "
    '(") quanh dòng đó rồi nhập lại.',
    "source_too_long": "Tệp {path} có ô ở quá xa ({cell}). Hãy xóa các dòng, cột thừa rồi lưu lại.",
    # papers
    "target_open": "Tệp {path} đang mở trong chương trình khác. Hãy đóng tệp rồi thử lại, "
    "hoặc lưu tên khác.",
    "target_read_only": "Không ghi được {path} vì tệp hoặc thư mục chỉ cho đọc. Hãy chọn nơi khác.",
    "target_is_folder": "{path} là thư mục. Hãy chọn một tên tệp.",
    "write_failed": "Không ghi được tệp {path}. Hãy thử lại hoặc chọn nơi khác.",
    "does_not_add_up": "Số liệu không khớp ({counted} trong {total} nhiệm vụ) nên không ghi {path}. "
    "Hãy kiểm tra tệp dữ liệu.",
    "bad_extension": "Tên tệp {path} phải kết thúc bằng {wanted}. Hãy đổi tên tệp.",
    "cannot_print": "Không in được {path}. Hãy kiểm tra máy in rồi thử lại.",
}


def sentence(error: CodedError) -> str:
    """Say in Vietnamese what happened and what to do."""
    params = {name: _in_words(value) for name, value in error.params.items()}
    return SENTENCES[error.code].format(**params)


def _in_words(value: object) -> object:
    if isinstance(value, Kind):
        return KIND[value]
    if isinstance(value, ConclusionKind):
        return CONCLUSION_KIND[value]
    if isinstance(value, Secrecy):
        return SECRECY[value]
    if isinstance(value, ConferenceState):
        return CONFERENCE_STATE[value]
    if isinstance(value, tuple):
        return ", ".join(CONFERENCE_NEED[need] for need in value)
    return WORK_STATE[value] if isinstance(value, WorkState) else value
