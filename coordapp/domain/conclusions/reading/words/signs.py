"""The words by which an assignment, a fact, a decision or a wish is told from each other.

All patterns are matched against the plain form of a clause (small letters, tones kept).
"""

import re
from collections.abc import Iterable

from coordapp.domain.conclusions.reading.words.letters import plain
from coordapp.domain.conclusions.reading.words.verbs import long_verb_at


def _words(text: str) -> str:
    """Join the phrases of a list to a pattern, the longer first."""
    phrases = [phrase.strip() for line in text.splitlines() for phrase in line.split(",")]
    return "|".join(re.escape(one) for one in sorted(filter(None, phrases), key=len, reverse=True))


def _starting(text: str, but_for: str = "") -> re.Pattern[str]:
    return re.compile(rf"{but_for}(?:{_words(text)})(?!\w)")


# --- what assigns

ASSIGNS = re.compile(
    r"\b(?:tiếp tục )?(?P<verb>giao(?: nhiệm vụ| trách nhiệm| việc)?(?: lại| thêm| tiếp| ngay)?(?: cho)?|phân công(?: nhiệm vụ)?(?: cho)?|yêu cầu|đề nghị|ủy quyền(?: cho)?|ủy nhiệm(?: cho)?|chỉ định|kêu gọi|"
    r"chỉ đạo|lưu ý|nhắc|nhắc nhở|nhờ|mời|cử|huy động|trưng tập|đề xuất|để)\b(?: riêng| cả| chung| đối với| với)?\s*:?\s*"
)
# these assign only where they open a clause or the chair says them
WEAK = frozenset(
    (
        "chỉ đạo",
        "lưu ý",
        "nhắc",
        "nhắc nhở",
        "nhờ",
        "mời",
        "cử",
        "huy động",
        "trưng tập",
        "chỉ định",
        "kêu gọi",
        "đề xuất",
        "để",
    )
)
PERMITS = frozenset(("để",))
# what stands before an assigning word that only tells of assigning
TOLD = re.compile(
    r"(?:\b(?:được|đã|từng|theo|ý kiến|hồ sơ|văn bản|tờ trình|công văn|danh sách|đơn|đáp ứng|đạt|vượt|như|mà|vừa|mới|nhận|nội dung|các|những|một số|tiêu chí|đủ|có|nhiều|số|lời|việc|không|chưa|bị|sự|mức|kiến nghị|"
    r"lần trước|hôm trước|tuần trước|kỳ trước|trước đây|trước đó|vừa qua|hôm qua|tháng trước|năm trước|năm ngoái|đợt trước|kỳ họp trước|cuộc họp trước))\s*(?:có|đã)?\s*$"
)
PAST_TOLD = re.compile(
    r"\b(?:lần trước|hôm trước|tuần trước|kỳ trước|trước đây|trước đó|hôm qua|tháng trước|năm trước|năm ngoái|đợt trước|(?:kỳ|cuộc|phiên|buổi) họp (?:trước|lần trước)|hội nghị trước|hồi (?:tháng|đầu|cuối|năm)|đã)\b"
)
# an assigning word that stands for something else
OTHER_SENSE = re.compile(
    r"giao (?:ban|lưu|thông|thừa|dịch|tiếp|hữu|quân|nhận|hàng|mùa|khoán|ước|thời|cảm|hưởng|diện|nộp|trả|mặt bằng)\b"
)
# who speaks before the assigning word: the quote begins after it
SPEAKS = re.compile(
    r"(?:\b(?:và|thì|nhưng|song|tôi|chúng tôi|hội nghị|ban chỉ đạo|cuộc họp|đồng chí|thống nhất|nhất trí|đồng ý|quyết định|cho ý kiến|nhấn mạnh|kết luận|cũng|tiếp tục|đồng thời|nay|riêng|vì vậy|do đó|do vậy|theo đó|trước mắt|cảm ơn|trân trọng|"
    r"ghi nhận|nguyên tắc|chủ trương|xin|chủ trì|chủ tọa)|[,:–-])\s*$"
)
CHAIR = re.compile(
    r"(?:\btrưởng ban\b|\bban chỉ đạo\b|chủ tịch (?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)(?: tỉnh| thành phố)?\b|\bbí thư\b|\bubnd tỉnh\b|\btỉnh ủy\b|\bthường trực\b|\bthường vụ\b|chủ trì|chủ tọa|"
    r"\bhội nghị\b|\bcuộc họp\b|\bhội đồng\b|\bbộ trưởng\b|\bthứ trưởng\b|\bthủ tướng\b|\bđồng chí\b|\btôi\b|trưởng đoàn|\bđảng ủy\b|ban tổ chức\b|chủ nhiệm|chủ tịch hội đồng|người chủ trì|ban thường vụ)"
)
WISHER = re.compile(
    r"\b(?:đại diện|một số|nhiều|các)?\s*(?:ý kiến|đại biểu|cử tri|người dân|nhân dân|bà con|phụ huynh|doanh nghiệp|hộ dân|hội viên|đoàn viên|thành viên dự họp)\b|\bđại diện\b"
)

# --- what opens a clause and stays outside

CONNECTS = re.compile(
    r"(?:(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó|song song với đó|mặt khác|trong đó|theo đó|qua đó|từ đó|do đó|do vậy|vì vậy|vì thế|trước mắt|trước hết|trước tiên|tuy nhiên|tuy vậy|nhân dịp này|"
    r"riêng|đặc biệt|nhất là|tiếp theo|tiếp đó|sau đó|cuối cùng|ngoài nhiệm vụ trên|và|còn|rồi|nay|thì|hơn nữa|kèm theo đó|đối với|về phía|phía|bên|về phần|một việc nữa|việc nữa|thêm nữa|nữa là|nhân đây|cụ thể(?! hóa\b)|cụ thể là|nhưng|song|thứ nữa|à|ừ|vâng|được rồi|"
    # who asks for leave has a task, and who is asked for something politely as well
    r"xin(?! (?:ý kiến|chủ trương|phép|gia hạn|kinh phí|cấp|hỗ trợ|điều chỉnh|bổ sung|phê duyệt|thẩm định|chuyển|hoãn|lùi|thôi)\b))\b\s*(?:là\b)?[,:]?\s*)+"
)
THEN_TOPIC = re.compile(r"[^,;:]{2,70}?\sthì\s+(?=\S)")
TOPIC = re.compile(
    r"(?:về|đối với|riêng về|riêng với|liên quan đến|liên quan|với)\s[^:,;]{2,90}?[,:]\s+"
)
BASIS = re.compile(
    r"(?:trên cơ sở|căn cứ|theo|thực hiện|từ thực tế|qua thực tế|xét đề nghị|để|nhằm|do|vì|sau khi|nhân dịp|với tinh thần|với mục tiêu|nếu|khi|trường hợp|trong trường hợp|tùy|xuất phát từ|trước tình hình|trước diễn biến|trong bối cảnh)\s[^;]{2,200}?,\s+"
)

# --- what tells and asks nothing

# "đánh giá và đề xuất giải pháp" is work: who only judges does nothing beside
_JUDGED_FOR_MORE = r"(?!đánh giá(?:,| và| để) (?!(?:đánh giá|ghi nhận|biểu dương|khen|hoan nghênh|cảm ơn|cho rằng)\b))"
PRAISES = _starting(
    """
    đánh giá cao, ghi nhận, biểu dương, khen, khen ngợi, hoan nghênh, chúc mừng, cảm ơn, cám ơn, xin cảm ơn, trân trọng, chia sẻ với, chia sẻ, tin tưởng, tin rằng, mong, mong muốn, hy vọng, kỳ vọng, chúc, xin chúc, kính chúc, tôi mong, tôi tin, tôi cảm ơn, nhiệt liệt, đánh giá, cơ bản đánh giá, phê bình, nghiêm khắc phê bình
    """,
    but_for=_JUDGED_FOR_MORE,
)
DECIDES = _starting(
    """
    thống nhất, nhất trí, đồng ý, cơ bản đồng ý, cơ bản nhất trí, cơ bản thống nhất, cho phép, chấp thuận, thông qua, phê duyệt, quyết định, tán thành, chấp nhận, đồng thuận, công nhận, cho chủ trương, không đồng ý, chưa đồng ý, không xem xét, chưa xem xét, chưa đặt vấn đề, không đặt vấn đề, không chấp thuận, chưa chấp thuận, không nhất trí, chưa nhất trí, giữ nguyên, bác, từ chối, không thông qua, chưa thông qua, thôi không, không bổ sung, chưa bổ sung, hội nghị thống nhất, hội nghị nhất trí, tiếp thu, ban hành, lùi thời gian, lùi thời điểm, hoãn, tạm hoãn, xác nhận, quyết nghị, chưa quyết định, ủng hộ, thí điểm, để lại, bổ sung, điều chỉnh
    """
)
# decisions only where nobody is asked; under a heading of units they are work
STRONG_DECISION = _starting(
    """
    thống nhất, nhất trí, đồng ý, cơ bản đồng ý, cơ bản nhất trí, cơ bản thống nhất, cho phép, chấp thuận, tán thành, đồng thuận, cho chủ trương, không đồng ý, chưa đồng ý, không xem xét, chưa xem xét, chưa đặt vấn đề, không đặt vấn đề, không chấp thuận, chưa chấp thuận, không nhất trí, chưa nhất trí, từ chối, không thông qua, chưa thông qua, hội nghị thống nhất, hội nghị nhất trí, quyết nghị, chưa quyết định, thông qua
    """
)
# after somebody's name: what was, or what somebody thinks
FACT_PREDICATE = re.compile(
    r"(?:(?:cũng|đều|vẫn|hiện|hiện nay|nay|đến nay|thời gian qua|vừa qua|bước đầu|cơ bản)\s*,?\s*)*"
    r"(?:đã|đang|vừa|mới|chưa|còn|hiện|bị|đạt|vượt|có \d|có (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều|một số|đủ|mặt|dấu hiệu)|nhận được|trở thành|gặp|luôn|từng|(?:tăng|giảm|bằng) (?:\d|so với|gần|hơn|trên|khoảng)|chiếm|gồm|thuộc|nằm|"
    r"là (?!đầu mối|cơ quan (?:chủ trì|đầu mối|thường trực)|đơn vị (?:chủ trì|đầu mối|thường trực)|thành viên|nơi (?:tiếp nhận|tổng hợp)|thường trực|chủ đầu tư)|"
    r"được (?!giao (?:nhiệm vụ |trách nhiệm )?(?:cho|chủ trì|làm|tổ chức|thực hiện|phụ trách|theo dõi|hướng dẫn|tham mưu|lập|xây dựng|quản lý|đầu mối|rà soát|chuẩn bị|biên soạn|soạn|tiếp|đôn|kiểm)|phân công|ủy quyền|yêu cầu|đề nghị|chọn|quyền|phép)|"
    r"khen|thấy|cho rằng|cho biết|cho hay|nhận thấy|khẳng định|nhấn mạnh|phản ánh|nêu|trình bày|đề nghị|kiến nghị|mong|cảm ơn|tin|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|chia sẻ|phát biểu|ghi nhận|hứa|xin|cam đoan|báo cáo (?:tại|với) (?:hội nghị|cuộc họp)|thông báo để)\b"
)
# the whole clause tells of the past
FACT_OPENING = re.compile(
    r"(?:(?:tuần|tháng|quý|năm|kỳ|hôm|đợt) (?:trước|qua|rồi) (?:đã|có|toàn)|từ đầu (?:năm|tháng|quý|nhiệm kỳ|tuần)|đến nay|tính đến|qua \d|qua (?:một|hai|ba|bốn|năm|sáu|kiểm tra|rà soát|theo dõi|báo cáo)|thời gian qua|vừa qua|trong thời gian qua|những năm qua|trong những (?:năm|tháng|ngày)|nhìn chung|hiện nay|hiện|hiện tại|vừa rồi|bây giờ tôi|(?:cuộc họp|phiên họp|hội nghị|buổi họp) (?:tiếp theo|sau|lần sau|tới)|sáng nay|toàn tỉnh|cả tỉnh|tỉnh ta|trên địa bàn|theo báo cáo|theo thống kê|so với|tỷ lệ|tổng số|sau khi nghe|thực tế|kết quả là|như vậy|tuy nhiên|mặc dù|dù|bên cạnh những|hầu hết|đa số|phần lớn|nhờ|được biết|tại (?:cuộc họp|hội nghị|buổi)|(?:sáng|chiều|tối) \d|(?:sáng|chiều|ngày|tối) (?:nay|qua|\d)|cùng dự|tham dự|dự (?:họp|hội nghị)|về phía)\b"
)
PAST = re.compile(
    r"\b(?:đã|đang|vừa qua|đạt|vượt (?:\d|chỉ tiêu|kế hoạch|yêu cầu|mức|tiến độ|dự toán)|hoàn thành \d|tăng \d|giảm \d|bằng \d|chiếm \d|còn \d|có \d)\b|\b(?:mới|chỉ) \d|\bchưa (?!.*\bthì\b|hoàn thành|được phép|tham gia|đăng ký|có|nộp|thực hiện)"
)
YEAR_PAST = re.compile(
    r"(?:trong )?(?:năm|quý|tháng|6 tháng|9 tháng|sáu tháng|chín tháng|tuần)\s[^,;]{0,30},"
)
CLOSES = re.compile(
    r"(?:\bthông báo (?:để|đến|tới)\b.{0,160}\b(?:biết|thực hiện)|"
    r"\b(?:thông báo|kết luận|biên bản|công điện|văn bản|nội dung|nghị quyết|quyết định|chỉ thị|kế hoạch|chương trình|quy chế)(?: này)? (?:được|có hiệu lực|đã|lập|kết thúc)\b|"
    r"(?:để|nay) (?:các )?.{0,90}\b(?:biết,? (?:và )?(?:tổ chức |triển khai |nghiêm túc )?thực hiện)|trên đây là\b|"
    r"\b(?:cuộc họp|hội nghị|buổi làm việc|phiên họp|buổi họp) (?:kết thúc|bế mạc)|đã được .{0,60}thông qua)"
)
# "… khẩn trương triển khai thực hiện": asks for all and nothing
EMPTY_WORK = re.compile(
    r"(?:(?:nghiêm túc|khẩn trương|kịp thời|tích cực|chủ động|căn cứ|nhận được|phối hợp|tập trung|tổ chức|quán triệt(?:,| và)?|triển khai|nghiên cứu|thực hiện(?: tốt| đầy đủ| nghiêm)?|biết|để|và|có hiệu quả|hiệu quả|đúng|theo|các nội dung|nội dung|kết luận|"
    r"(?:thông báo|công điện|kết luận|văn bản|chỉ đạo|ý kiến chỉ đạo|nhiệm vụ)(?: kết luận)?(?: này| nêu trên| trên| được giao)?|trên|này|nêu trên|chức năng|nhiệm vụ|được giao|đề ra|quy định|trách nhiệm|nói trên)[ ,.]*)+$"
)
THANKS = re.compile(r"\b(?:hoan nghênh|cảm ơn|cám ơn|biểu dương|khen ngợi|xin lỗi|có lỗi)\b")
WISHES = re.compile(r"\b(?:mong|mong muốn|hy vọng|kỳ vọng|chúc|tin tưởng|tin rằng)\b")

# --- what belongs to the task before

TIME_ONLY = re.compile(
    r"(?:thời (?:gian|hạn)(?: (?:hoàn thành|thực hiện|báo cáo|gửi|trình|nộp|xong|triển khai|gửi báo cáo|hoàn tất|chậm nhất))?|(?:tiến độ|hạn|hạn chót|hạn cuối|mốc)(?: (?:hoàn thành|thực hiện|báo cáo|gửi|cuối|cuối cùng|nộp))?|"
    r"(?:việc|công việc|nhiệm vụ|nội dung)(?: này| trên| nêu trên| đó)?,? (?:phải|cần|hoàn|xong|làm xong|thực hiện xong|yêu cầu xong|được)|tất cả (?:phải )?(?:xong|hoàn thành)|(?:phải )?(?:hoàn thành|hoàn tất|xong|làm xong|hoàn thành xong|thực hiện xong|kết thúc|hoàn thiện)(?: (?:việc này|nhiệm vụ này|nội dung này|các việc này|toàn bộ|tất cả))?"
    r"(?=[ ,:]*(?:trước|trong|chậm nhất|ngay|vào|đến|muộn nhất|không muộn|không quá|trong|$|ngày|sau|hết|tuần|tháng|quý|cuối|đầu|sớm)))\b"
)
REPORT_ONLY = re.compile(
    r"(?:(?:và|rồi|đồng thời|sau đó|định kỳ|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|thường xuyên|cuối (?:tháng|quý|tuần|ngày)|mỗi (?:tháng|quý|tuần|ngày),?|kịp thời)\s*)*"
    r"(?:báo cáo|gửi(?= (?:về|báo cáo|kết quả|văn bản|ban|ubnd|thường trực|văn phòng|sở|tỉnh|hồ sơ về|danh sách về))|trình|nộp (?=về|báo cáo)|thông tin|phản ánh|tổng hợp,? báo cáo|tổng hợp gửi|tổng hợp,? gửi|có báo cáo|kết quả|báo cáo kết quả|kết quả thực hiện|báo cáo gửi|báo cáo về|phần còn lại|số còn lại|gửi kết quả|thông báo kết quả|nếu có (?:khó khăn|vướng mắc)|trường hợp (?:có )?(?:vướng mắc|khó khăn)|"
    r"quá trình (?:thực hiện|triển khai)|(?:mọi )?(?:khó khăn|vướng mắc)|kịp thời báo cáo|chế độ báo cáo|(?:khi|nếu|trường hợp|mỗi khi|quá (?:thời )?hạn) [^;,]{2,60}?,? (?:thì )?(?:phải |cần )?(?:kịp thời )?báo cáo)\b"
)
PARTNER_ONLY = re.compile(
    r"(?:cùng )?(?:phối hợp|tham gia|hỗ trợ|phối hợp thực hiện|cùng phối hợp|phối hợp chặt chẽ|phối hợp, hỗ trợ|cùng tham gia|phối hợp tham gia|là thành viên|làm thành viên)$"
)
QUANTITY_ONLY = re.compile(
    r"(?:chỉ tiêu|mỗi (?:nơi|xã|huyện|đơn vị|hội|trường|thôn)|số lượng|thành phần|địa điểm|kinh phí thực hiện|nguồn kinh phí|sản phẩm|yêu cầu|mục tiêu|lưu ý|nội dung|hình thức|phạm vi|đối tượng|mẫu|phương châm)\b"
)

# --- what must be done without somebody named

MUST = re.compile(
    r"(?<!không )(?<!chưa )\b(?:phải|cần|cần phải|bắt buộc|không được|nghiêm cấm|có trách nhiệm|chịu trách nhiệm|buộc)\b"
)
LABELS = re.compile(
    r"(?P<lead>(?:cơ quan|đơn vị)?\s*(?:chủ trì|thực hiện|đầu mối|chịu trách nhiệm)(?: thực hiện| tham mưu| chính)?)\s*:|(?P<joining>(?:(?:cơ quan|đơn vị)\s*)?phối hợp(?: thực hiện)?)\s*:|"
    r"(?P<due>thời (?:gian|hạn)(?: (?:hoàn thành|thực hiện|báo cáo|trình|gửi))?|hoàn thành|tiến độ|hạn(?: chót)?)\s*:"
)

# --- further forms

SUPERIOR = re.compile(
    r"(?:(?:các )?đồng chí,? |đ/c |ông |bà )?(?:(?:trưởng|phó trưởng|phó|chủ tịch|phó chủ tịch|bí thư|phó bí thư|chánh văn phòng|lãnh đạo|thường trực|trưởng đoàn)(?: thường trực)?,? )*"
    r"(?:ban|đoàn|hội nghị|cuộc họp|ban chỉ đạo(?: tỉnh| cuộc vận động| hội thi)?[^,]{0,60}|ubnd tỉnh|ủy ban nhân dân tỉnh|hđnd tỉnh|tỉnh ủy|tỉnh|thường trực tỉnh ủy|thường trực(?: hđnd| huyện ủy| thành ủy| đảng ủy| ban chỉ đạo)?[^,]{0,30}|ban thường vụ[^,]{0,40}|chủ trì|chủ tọa|"
    r"ban thường vụ tỉnh ủy|đảng ủy|ban chấp hành|thường vụ|hội đồng|ban tổ chức hội thi|chính phủ|thủ tướng(?: chính phủ)?|bộ trưởng|thứ trưởng|chủ tịch|phó chủ tịch|bí thư|phó bí thư|trưởng|đồng chí)"
)
SAYS = re.compile(
    r"[ ,:]*(?:(?:cũng|đã|tiếp tục|thống nhất|nhất trí|đồng ý|quyết định|kết luận|nhấn mạnh|phát biểu|chỉ đạo|và|phát biểu kết luận|cảm ơn[^;]*|ghi nhận[^;]*|biểu dương[^;]*|đánh giá[^;]*|trân trọng|xin|lưu ý|nêu rõ|nêu|cho biết|phát biểu chỉ đạo|kiến nghị|có ý kiến|,)[ ,]*)*"
)
NOW = re.compile(r"\b(?:nay|lần này|bây giờ|từ nay|hôm nay|tiếp tục|vẫn)\b")
HANDED = re.compile(r"\b(?:được|tiếp tục|thống nhất|sẽ được|sẽ|phải được)\s*$")
HAD_BEEN = re.compile(r"\b(?:đã|từng|vừa|mới)\b[^,;]{0,20}$")
DONE_BY = re.compile(
    r"(?:đề nghị|trình|đề xuất|báo cáo|ban hành|phê duyệt|quyết định|làm chủ đầu tư|quản lý|cung cấp|gửi|tài trợ|cấp|đứng|phản ánh|nêu|kiến nghị|dự thảo|thống kê|lập (?:tại|ngày)|đã|đang)\b"
)
BELONGS = re.compile(
    r"(?:\btrách nhiệm\b|\bnhiệm vụ\b|\bviệc\b).{0,160}?(?:thuộc về|thuộc trách nhiệm (?:của|chính của)?|là của|là trách nhiệm của|là việc của|thuộc)\s|(?:thuộc trách nhiệm của|là trách nhiệm của|là việc của|là nhiệm vụ của)\s"
)
LAST_BRACKET = re.compile(
    r"(?P<open>\((?:giao|cơ quan chủ trì|đơn vị chủ trì|cơ quan thực hiện|đơn vị thực hiện|chủ trì|thực hiện|đầu mối)?\s*:?\s*)[^()]*\)\s*$"
)
CONDITION = re.compile(r"(?:khi|nếu|trường hợp|trong trường hợp|sau khi|tùy)\b")
DONE = re.compile(r"[, ]*(?:đã|vừa|đang)\b")
TIME_OPENING = re.compile(
    r"(?:trong |vào |từ |kể từ )?(?:\d{1,2} giờ(?: \d{1,2} phút)?(?: (?:hằng|hàng|mỗi) ngày| ngày \d{1,2}/\d{1,2}(?:/\d{4})?)?|(?:trong|sau|trong vòng|chậm nhất(?: là)?(?: trong| sau)?) (?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười) (?:ngày|tuần|tháng|giờ|quý)[^,;]{0,40}(?=,)|(?:trước|sau|ngay sau|ngay trong|trước khi|sau khi) [^,;]{2,60}(?=,)|hôm nay|ngày mai|sáng mai|chiều mai|tối nay|chiều nay|sáng nay|mai|ngày kia|tuần này|tuần tới|tuần sau|tháng này|tháng tới|tháng sau|đầu tuần (?:này|tới|sau)|cuối tuần(?: này)?|cuối tháng(?: này)?|cuối năm(?: nay)?|đầu năm (?:sau|tới)|"
    r"(?:một|hai|ba|bốn|năm|sáu|\d{1,2}) (?:ngày|tuần|tháng) (?:nữa|tới)|quý tới|quý sau|quý này|năm (?:nay|tới|sau)|thời gian tới|trong thời gian tới|từ nay(?: đến [^,;]{2,30})?|ngay từ (?:bây giờ|đầu[^,;]{0,30})|hằng (?:tháng|quý|tuần|năm|ngày)|hàng (?:tháng|quý|tuần|năm|ngày)|định kỳ|mỗi (?:tháng|quý|tuần|năm|ngày)(?: một lần)?|ngay|sớm)\b"
)

INTRODUCES = re.compile(
    r"(?:\b(?:sau|sau đây|như sau|cụ thể|gồm|bao gồm|dưới đây|các việc|nội dung|nhiệm vụ|công việc|theo dõi|phân công|giao|yêu cầu|đề nghị|kết luận|chỉ đạo|trách nhiệm|tập trung|khẩn trương|chú ý|lưu ý|thực hiện ngay|có trách nhiệm|chủ trì|phối hợp|thực hiện|thực hiện nhiệm vụ))$"
)


def fills_in(text: str, times: list[tuple[int, int]]) -> bool:
    """Tell whether a line says only when or by whom the task before it is to be done."""
    low = plain(text)
    if LABELS.match(low):
        return True
    return is_time_only(low, times, 0)


def is_time_only(low: str, times: Iterable[tuple[int, int]], start: int) -> bool:
    """Tell whether a text names a time, and no work beside it."""
    match = TIME_ONLY.match(low)
    if match is None:
        return False
    left, place = [], match.end()
    for first, last in sorted(times):
        first, last = first - start, last - start
        if last <= place:
            continue
        left.append(low[place : max(place, first)])
        place = last
    left.append(low[place:])
    rest = re.sub(r"[^\w]+", " ", " ".join(left)).strip()
    return len(rest) <= _LITTLE_WORK or not long_verb_within(rest)


_LITTLE_WORK = 14


def long_verb_within(text: str) -> bool:
    """Tell whether a verb of work stands in a text."""
    words = text.split()
    return any(long_verb_at(words[place : place + 4]) for place in range(len(words)))


OPINION = re.compile(
    r"(?:về |có |cũng có |một số |nhiều |các |còn )*(?:ý kiến|đề xuất|kiến nghị|(?:đề nghị|việc đề nghị|nguyện vọng)(?= của))\b(?! của (?:bí thư|chủ tịch))"
)

# those whom "đề nghị các đơn vị làm tốt các việc sau" names are nobody in particular
ANYBODY = re.compile(
    r"(?:các|tất cả các|toàn thể các|mọi) (?:đơn vị|cơ quan|ngành|bên|đồng chí|cơ quan, đơn vị|đơn vị, địa phương|cơ quan, đơn vị, địa phương)(?: liên quan| có liên quan)?"
)

# a sentence that gives the words of others: what is asked in it is wished
REPORTED = re.compile(
    r"(?:theo |qua |tại )?(?:báo cáo|thông tin|số liệu|kết quả)[^,:;]{0,60}(?:cho biết|cho thấy|nêu|của [^,:;]{2,60})\s*[,:]|"
    r"[^,:;]{0,110}\b(?:cho biết|cho hay|cho thấy|trả lời|giải trình|phản ánh|thông tin thêm|báo cáo(?: rõ)?|nêu khó khăn|bày tỏ|kể|chia sẻ|cho rằng)\s*[,:]"
)
WISHED = re.compile(
    r"(?:tham gia )?(?:thảo luận|trao đổi|góp ý|tham luận|chất vấn|kiến nghị)\b[^,:;]{0,60}[,:]|"
    r"(?:tại [^,:;]{2,60}, )?(?:(?:một số|nhiều|các|có|cũng có) )*(?:ý kiến|đại biểu|cử tri|người dân|nhân dân|bà con|hộ dân|phụ huynh|đại diện|doanh nghiệp|hội viên|đoàn viên)\b"
)
CONCLUDES = re.compile(
    r"(?:(?:sau khi nghe|nghe|tại)[^;]{2,200}, )?(?:phát biểu )?(?:kết luận|chỉ đạo|phát biểu kết thúc|kết thúc|bế mạc|phát biểu bế mạc)\b(?! (?:số|của|này|tại))[^;]{0,60}?,|"
    r"(?:thay mặt [^,;]{2,60}, )?[^,;:]{0,90}\b(?:kết luận|phát biểu kết luận|phát biểu chỉ đạo)\b[^,;:]{0,60}(?:[,:]|như sau)"
)
SAYING = re.compile(
    r"[^;:]{0,200}?\b(?:nhấn mạnh|lưu ý|nêu rõ|chỉ rõ|khẳng định|kết luận|chỉ đạo|chỉ thị|quán triệt|yêu cầu|đề nghị|nhắc nhở|phát biểu)(?: rằng| thêm| như sau)?\s*[,:]\s+(?:rằng )?"
)

# "… cho ý kiến như sau:" introduces what is said; who says it is asked nothing
SPEAKS_LAST = re.compile(
    r"\b(?:ý kiến|kết luận|chỉ đạo|phát biểu|nhấn mạnh|yêu cầu|thống nhất|quyết nghị)"
    r"(?: (?:kết luận|chỉ đạo))?(?: một số (?:nội dung|vấn đề|việc))?(?: như sau| sau đây)?\W*$"
)

# a heading such as "Nhiệm vụ tháng 9" names a time without binding anybody to it
DUE_HEADING = re.compile(r"\b(?:trước|trong|xong|hoàn thành|chậm nhất|muộn nhất|hạn|đến|phải)\b")

REFUSES = re.compile(
    r"chưa\s|(?:.*[, ])?(?:sẽ xem xét|sẽ cân nhắc|xem xét sau|tính sau|chưa (?:xem xét|đồng ý|chấp thuận|nhất trí|cho phép|đặt vấn đề|giải quyết|duyệt))\b"
)
# what somebody says who is not the chair
SAYS_OWN = re.compile(
    r"[ ,:]*(?:cũng |đã |tiếp tục |đều )*(?:kiến nghị|đề nghị|đề xuất|mong|mong muốn|phản ánh|cho biết|cho hay|nêu|bày tỏ|thông tin|khẳng định|cho rằng|trả lời|trình bày|nhận thấy|chia sẻ|hứa|giải trình|phát biểu)\b"
)

BEFORE_LAST = re.compile(r"\s[-–—→]+>?\s+|:\s+|\s=>\s+")
LEADS_ONLY = re.compile(r"(?:chủ trì|thực hiện|phụ trách|đảm nhận|lo|làm)\b[ .;,]*(?:$|,)")

# "Ban Chỉ đạo kết luận:" names who speaks, not who is to act
SPEAKS_IN_HEADING = re.compile(
    r"(?:đã |có |cùng |cũng )*(?:kết luận|chỉ đạo|chỉ thị|yêu cầu|thống nhất|nhất trí|phân công|quyết định|quyết nghị|giao|đề nghị|ý kiến|nhấn mạnh|phát biểu|thảo luận|cho ý kiến|lưu ý)\b"
)
