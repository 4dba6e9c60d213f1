"""The verbs of office papers: what work is made of, and the words that lean on a verb.

Written in the new spelling of tones and in small letters; `_` never occurs, words are parted by
one blank.
"""

from collections.abc import Iterable, Iterator


def _words(text: str) -> Iterator[str]:
    return (
        phrase.strip() for line in text.splitlines() for phrase in line.split(",") if phrase.strip()
    )


# verbs of two words and more
_LONG = """
lãnh đạo, rà soát, soát lại, soát xét, rà lại, xem lại, xem xét, nghiên cứu, khảo sát, tìm hiểu, phân tích, đánh giá, tổng hợp, thống kê, thu thập, tổng kết, sơ kết, kiểm điểm, kiểm tra, kiểm kê, kiểm đếm, kiểm định, kiểm soát, kiểm nghiệm, kiểm dịch, giám sát, thanh tra, thẩm định, thẩm tra, xác minh, xác định, xác nhận, đối chiếu, đối soát, đối thoại, điều tra, điều chỉnh, điều chuyển, điều tiết, điều động, điều hành, điều phối
tổ chức, triển khai, thực hiện, thực thi, thi hành, chấp hành, tiến hành, áp dụng, vận dụng, cụ thể hóa, thể chế hóa, tham mưu, đề xuất, kiến nghị, đề ra, xây dựng, soạn thảo, biên soạn, biên tập, dự thảo, dự kiến, hoàn thiện, hoàn chỉnh, hoàn thành, hoàn tất, hoàn trả, ban hành, phê duyệt, quyết định, quyết toán, công bố, công khai, công nhận, niêm yết, thông báo, thông tin, thông qua, thông xe, thông tuyến, phổ biến, quán triệt, tuyên truyền, vận động, giáo dục, hướng dẫn, tập huấn, bồi dưỡng, đào tạo, huấn luyện, diễn tập, luyện tập, học tập, tìm kiếm
chủ trì, phối hợp, tham gia, tham dự, tham vấn, tham khảo, hỗ trợ, giúp đỡ, giúp sức, tạo điều kiện, tạo nguồn, tạo lập, tạo quỹ, bảo đảm, đảm bảo, bảo vệ, bảo dưỡng, bảo quản, bảo trì, bảo hành, duy trì, duy tu, giữ vững, giữ gìn, gìn giữ, giữ nguyên, giữ chân, giữ trật tự, giữ xe, chăm lo, chăm sóc, thăm hỏi, thăm viếng, động viên, khen thưởng, biểu dương, tôn vinh, vinh danh, trao tặng, trao đổi, trao trả, trao quà
chuẩn bị, bố trí, sắp xếp, sắp đặt, bổ sung, bổ nhiệm, bố phòng, cân đối, phân bổ, phân công, phân loại, phân cấp, phân luồng, phân tuyến, phân vùng, phân kỳ, phân định, phân chia, phân giao, giao nhiệm vụ, giao trách nhiệm, bàn giao, tiếp nhận, tiếp thu, tiếp tục, tiếp công dân, tiếp cận, tiếp đón, tiếp xúc, tiếp quản, nhận bàn giao, nhận diện, nhân rộng, nhân bản, lựa chọn, tuyển chọn, tuyển dụng, tuyển sinh, tuyển quân, chọn lọc, lập danh sách, lập hồ sơ, lập kế hoạch, lập dự toán, lập biên bản, lập sổ, lập tổ, lập đoàn, lập kế, thành lập, kiện toàn, củng cố, tăng cường, tăng cứu, đẩy mạnh, đẩy nhanh, đẩy lùi, nâng cao, nâng cấp, nâng mức, nâng chất, phát huy, phát động, phát triển, phát hiện, phát hành, phát sóng, phát thanh, phát quang, phát thẻ, phát tờ rơi, mở rộng, mở lớp, mở đợt, mở điểm, mở chuyên mục, mở cửa, mở hội, mở sổ, thu hồi, thu hút, thu gom, thu hoạch, thu dọn, thu nộp, thu ngân sách, chi trả, chi hỗ trợ, cấp phát, cấp kinh phí, cấp giấy, cấp phép, cấp phù hiệu, cấp bổ sung, cấp nước, cung cấp, cung ứng, cung ứng đủ
cập nhật, số hóa, nhập liệu, nhập số liệu, kết nối, liên thông, liên hệ, liên kết, tích hợp, đồng bộ, khai thác, khai báo, khai trương, khai giảng, khai mạc, vận hành, cài đặt, lắp đặt, lắp đặt, trang bị, mua sắm, đấu thầu, đấu giá, đầu tư, thi công, giải ngân, giải phóng, giải phóng mặt bằng, giải quyết, giải thích, giải trình, giải tỏa, giải thể, giải đáp, xử lý, xử phạt, xử trí, khắc phục, khôi phục, phục hồi, phục vụ, phòng ngừa, phòng chống, phòng, ngăn chặn, ngăn ngừa, đấu tranh, chấm dứt, chấn chỉnh, chấm điểm, chấm thi, chỉ đạo, chỉ định, đôn đốc, nhắc nhở, theo dõi, nắm tình hình, nắm chắc, nắm bắt, quản lý, quản trị, rút kinh nghiệm, rút ngắn, kéo dài, gia hạn, dừng, tạm dừng, tạm ứng, đình chỉ, hủy bỏ, bãi bỏ, thay thế, thay đổi, thay mới, đổi mới, cải cách, cải tạo, cải thiện, sửa chữa, sửa đổi, tu sửa, tu bổ, trùng tu, tôn tạo, gia cố, san lấp, nạo vét, khơi thông, dọn dẹp, dọn vệ sinh, vệ sinh, thu xếp, quét dọn, phun thuốc, tiêm phòng, tiêm chủng, tiêu hủy, tiêu độc, khử trùng, cách ly, khoanh vùng, khoanh nuôi, xét nghiệm, điều trị, khám bệnh, khám sức khỏe, cấp cứu, cứu trợ, cứu hộ, cứu nạn, sơ tán, di dời, di chuyển, tái định cư, đền bù, bồi thường, trồng, trồng rừng, trồng cây, tưới tiêu, gieo cấy, cắm mốc, cắm biển, đo đạc, đo đếm, lấy ý kiến, lấy mẫu, lấy phiếu
báo cáo, trình, đăng ký, đăng tải, đăng phát, đăng bài, đăng tin, đưa tin, đưa vào, đưa ra, đưa đón, viết bài, viết lại, giới thiệu, quảng bá, truyền thông, trưng bày, triển lãm, biểu diễn, tổ chức thi, ra quân, ra đề, ra đề thi, ra mắt, ra văn bản, ký kết, ký cam kết, ký hợp đồng, cam kết, thỏa thuận, thống nhất, họp bàn, họp lại, giao ban, làm việc, làm rõ, làm tốt, làm đầu mối, làm thủ tục, làm hồ sơ, làm sạch, chịu trách nhiệm, gắn, gắn với, kết hợp, lồng ghép, huy động, vận chuyển, tập trung, tập hợp, tập kết, ưu tiên, quan tâm, chú trọng, coi trọng, chú ý, lưu ý, quyết liệt, chủ động, khẩn trương, tích cực, nghiêm túc, nghiêm cấm, tuyệt đối, thường trực, ứng trực, ứng phó, trực ban, trực chiến, trực tiếp, túc trực, sẵn sàng, canh gác, tuần tra, mật phục, truy quét, truy tìm, triệt phá, bắt giữ, khởi tố, khởi công, khởi động, khánh thành, nghiệm thu, thanh toán, thanh lý, thanh quyết toán, hạch toán, lưu trữ, lưu hồ sơ, bảo lưu, bảo mật, cảnh báo, dự báo, dự phòng, dự trữ, dự trù, dự sinh hoạt, dự họp, dự toán, tính toán, tính đủ, rà phá, tìm cách, tìm nguồn, kêu gọi, xúc tiến, thúc đẩy, khuyến khích, khuyến cáo, hạn chế, giảm, giảm thiểu, cắt giảm, tiết kiệm, tiết giảm, miễn giảm, xóa bỏ, xóa, thu phí, thu thuế, kê khai, kê biên, cưỡng chế, thuyết phục, hòa giải, trả lời, trả kết quả, phản hồi, phản ánh, phản biện, góp ý, đóng góp, đóng cửa, đón tiếp, đón nhận, tiễn đưa, đưa tiễn, mời họp, mời dự, mời, cử cán bộ, cử người, cử đại diện, cử đội, biên chế, luân chuyển, luân phiên, bầu cử, hiệp thương, giới thiệu người, thể hiện, minh bạch, đề cao, nêu cao, nêu gương, gương mẫu, xung kích, hưởng ứng, thi đua, chia sẻ, sử dụng, tận dụng, bám sát, sâu sát, đi sâu, đi đầu, thâm nhập, gặp gỡ, gặp mặt, tháo gỡ, tháo dỡ, kiềm chế, khống chế, ổn định, cải tiến, chuyển đổi, chuyển giao, chuyển hồ sơ, chuyển về, chuyển đến, chuyển trả, nộp về, nộp trả, gửi về, gửi kết quả, gửi báo cáo, gửi danh sách, gửi hồ sơ, gửi văn bản, in ấn, in sao, cấp phát, phân phối, phân phát, xuất cấp, xuất bản, nhập kho, tồn trữ, mua bù, mua bổ sung, thuê, thuê đơn vị, ủng hộ, quyên góp, hiến, hiến đất, hiến máu, tự kiểm tra, tự rà soát, tự đánh giá, kiên quyết, cương quyết, đầu mối, thí điểm, chạy thử, thử nghiệm, chốt số liệu, chốt danh sách, chốt, khóa sổ, đóng dấu, số hóa hồ sơ, trích lập, trích đo, quy hoạch, quy định, quy tập, khoan nuôi, tặng quà, đặt vòng hoa, dâng hương, viếng, tri ân, đền ơn, phụng dưỡng, nhận đỡ đầu, đỡ đầu, kết nghĩa, tư vấn, hội thảo, hội ý, tọa đàm, thảo luận, cho ý kiến, cho phép, tổng rà soát, tổng vệ sinh, tổng kiểm tra, làm lại, làm mới, làm xong, làm đường, sớm, kịp thời, chuyển trạng thái, ghi nhận, ghi chép, ghi hình, ghi nhật ký, chụp ảnh, quay phim, treo băng rôn, treo cờ, trang trí, khâu nối, kết thúc, bế mạc, chào mừng, tìm giải pháp, phối kết hợp, phấn đấu, thu thập thông tin, mở thầu, khoán, cấm, chống, tránh, ngừng, loại bỏ, loại trừ, bảo tồn, gương mẫu đi đầu, dạy nghề, dạy trẻ, bài trừ, giải cứu, nhân nuôi, chuyển khoản, ứng vốn, ứng dụng, bám nắm, đối ứng, chi viện, tiếp sức, tiếp tế, bù đắp, hoãn, lùi, bảo trợ, trợ giúp, trợ cấp, cho vay, vay vốn, thế chấp, thu nợ, xóa nợ, khoanh nợ, dọn sạch, chặt hạ, cắt tỉa, kè, đắp, vá, rải, quét, sơn, kẻ vạch, lắp camera, lắp biển, lắp đèn, gắn biển, cài, đấu nối, nối, đào, lấp, khoan, bơm, xả, tích nước, vận hành thử, đo, cân, đếm, tính, ghi, chép, dịch, trích, tra cứu, nhắn tin, gọi điện, phát loa, thông tin kịp thời, làm chứng
"""
# verbs of one word; as many are nouns too, they count only where a verb may stand
_SHORT = """
làm, lo, mời, gửi, lập, soạn, in, mở, cử, trả, rà, xin, đưa, kẻ, lắp, dạy, ký, nộp, thu, chi, cấp, mua, sửa, nắm, tìm, giữ, giúp, viết, họp, báo, chuyển, dừng, chịu, trực, đặt, treo, phát, tháo, dọn, xếp, chọn, tăng, nâng, đẩy, hạ, rút, trao, tặng, trích, ứng, xét, duyệt, bầu, gọi, tiêm, phun, khám, chữa, thăm, viếng, vận, đón, tiễn, cho, bán, chốt, kiểm, đếm, đo, vẽ, dựng, xây, đắp, nạo, vét, san, khơi, quản, canh, gác, tuần, truy, bắt, xử, phạt, dán, đăng, tải, ghi, quay, chụp, chiếu, hát, múa, tập, luyện, thi, chấm, dẫn, đi, về, xuống, đến, ra, vào, lên, gom, nhặt, phân, chia, gộp, tách, ghép, nhập, xuất, khóa, hỏi, trình, giao, nhận, bàn, cân, xem, nghe, đọc, học, thay, đổi, bỏ, thêm, bớt, cắt, giảm, thuê, vay, nuôi, cắm, tổng, nối, che, chắn, dời, phối, kể, tính, đóng, khui, giải, chạy, thử, bố, niêm, dùng, lấy, kéo, góp, phủ, chăm, bảo, khoanh, lót, căng, nhắc, đôn, dự, đối, cài, đặt, khắc, đúc, nêu, chỉ, chặn, diệt, ngăn, phòng, tích, trữ, bổ, trồng, cấy, gieo, tưới, thả, đánh
tuyển, cứu, chở, vớt, bốc, dỡ, rào, rửa, lau, tỉa, chặt, khoan, đào, lát, hàn, sao, gắn, thẩm, hủy, xóa, thi, nạp, phối, mượn, kiện, chấn, hoàn
"""
# words that lean on the verb after them
_BEFORE_VERB = """
phải, cần, cần phải, nên, hãy, sẽ, cũng, đều, cùng, cùng nhau, vẫn, tiếp tục, khẩn trương, nhanh chóng, sớm, kịp thời, chủ động, tích cực, nghiêm túc, thường xuyên, định kỳ, hằng tháng, hàng tháng, hằng quý, hàng quý, hằng tuần, hàng tuần, hằng năm, hàng năm, hằng ngày, hàng ngày, trực tiếp, tự, lại, ngay, có trách nhiệm, có nhiệm vụ, có kế hoạch, có biện pháp, có giải pháp, có phương án, có văn bản, có báo cáo, chịu trách nhiệm, quyết liệt, đồng loạt, lần lượt, thực sự, phấn đấu, không, không được, tuyệt đối không, căn cứ, theo chức năng, theo nhiệm vụ, theo thẩm quyền, dứt điểm, bằng, hết sức, đặc biệt, trước mắt, trước hết, khi, nếu, tạm, tạm thời, đồng thời, đồng, từng bước, cơ bản, làm việc, kiên quyết, cương quyết, giúp, rất, chỉ, mới, liên tục, luôn, luôn luôn, còn, thống nhất, thì, là, chú ý, lưu ý, quan tâm, tập trung, tăng cường, đẩy mạnh, đẩy nhanh, ưu tiên, nâng cao, đầu tư, được phép, được, để, ở, với, trong, tại, từ, trên, đã
"""

LONG_VERBS = frozenset(_words(_LONG))
SHORT_VERBS = frozenset(_words(_SHORT))
LEANING = frozenset(_words(_BEFORE_VERB))
_ALL = LONG_VERBS | SHORT_VERBS
_LONGEST = 4


def verb_at(words: Iterable[str]) -> int:
    """Count the words of the longest verb with which these words begin; 0 when with none."""
    first = list(words)[:_LONGEST]
    for count in range(len(first), 0, -1):
        if " ".join(first[:count]) in _ALL:
            return count
    return 0


def long_verb_at(words: Iterable[str]) -> int:
    """Count the words of the longest verb of two words or more at the beginning."""
    first = list(words)[:_LONGEST]
    for count in range(len(first), 1, -1):
        if " ".join(first[:count]) in LONG_VERBS:
            return count
    return 0


def leaning_at(words: Iterable[str]) -> int:
    """Count the words of the longest word that leans on a verb."""
    first = list(words)[:_LONGEST]
    for count in range(len(first), 0, -1):
        if " ".join(first[:count]) in LEANING:
            return count
    return 0
