"""Words of several syllables, names of places and family names, which a heading keeps whole."""

from functools import cache

_WORDS = """
an ninh, an sinh, an toàn, ban chỉ đạo, ban hành, ban tổ chức, ban tuyên giáo, ban dân vận, ban thường vụ,
ban chấp hành, ban thường trực, ban bí thư, bài học, báo cáo, báo chí, bảo đảm, bảo hiểm, bảo vệ, bầu cử, bí thư,
biên bản, biên giới, biên phòng, biểu dương, biểu quyết, bình đẳng, bình xét, bổ nhiệm, bổ sung, bố trí, bộ chỉ huy,
bộ chính trị, bộ đội, bộ đội biên phòng, bộ máy, bộ phận, bồi dưỡng, bộ tư lệnh, cách mạng, cách thức, cải cách,
cải cách hành chính, cải thiện, cam kết, cán bộ, cá nhân, cao điểm, căn cứ, cấp ủy, cần thiết, chăm lo, chấp hành,
chất lượng, chế độ, chỉ đạo, chỉ huy, chỉ thị, chỉ tiêu, chi bộ, chi cục, chi tiết, chiến lược, chiến sĩ, chiến tranh,
chính phủ, chính quyền, chính sách, chính thức, chính trị, chính ủy, chỉnh đốn, chỉnh trang, chống phá, chú trọng,
chủ động, chủ đề, chủ nhiệm, chủ nghĩa, chủ quyền, chủ tịch, chủ tọa, chủ trì, chủ trương, chuẩn bị,
chương trình phối hợp, chung sức, chức năng, chức danh, chức vụ, chứng nhận, chương trình, chuyên đề, chuyên gia,
chuyên môn, chuyên trách, chuyển biến, chuyển đổi, chuyển giao, công an, công bố, công chức, công cộng, công dân,
công đoàn, công khai, công nghệ, công nghiệp, công nhân, công nhận, công tác, công tâm, công trình, công ty, công văn,
công việc, cộng đồng, cộng hòa, cộng sản, củng cố, cung cấp, cuộc họp, cựu chiến binh, cư trú, cử tri, cương quyết,
cưỡng chế, dân chủ, dân cư, dân quân, dân sinh, dân sự, dân tộc, dân vận, dân vận khéo, danh mục, danh sách,
dịch bệnh, dịch vụ, diễn biến, diễn tập, diện tích, di tích, doanh nghiệp, du lịch, dự án, dự báo, dự bị, dự kiến,
dự thảo, dự toán, duy trì, đa dạng, đại biểu, đại diện, đại đoàn kết, đại hội, đảng bộ, đảng đoàn, đảng viên, đào tạo,
đánh giá, đăng ký, đặc biệt, đầu mối, đầu năm, đầu tư, đẩy mạnh, địa bàn, địa phương, địa điểm, điều chỉnh, điều động,
điều hành, điều kiện, điều lệ, điều tra, điển hình, đình chỉ, định hướng, định kỳ, đoàn kết, đoàn thanh niên,
đoàn thể, đoàn viên, đô thị, đôn đốc, đối ngoại, đối thoại, đối tượng, đội ngũ, đồng bào, đồng bộ, đồng chí,
đồng thời, động viên, đơn vị, đơn thư, đột xuất, đời sống, gia đình, gia hạn, giai đoạn, giải pháp, giải quyết,
giám đốc, giám sát, giao ban, giao lưu, giao thông, giao nhiệm vụ, giáo dục, gương mẫu, hạn chế, hành chính,
hành động, hậu phương, hiện đại, hiến pháp, hiệp định, hiệp thương, hiệu lực, hiệu quả, hiệu trưởng, hình thức,
hoạch định, hoạt động, hoàn thành, hoàn thiện, hỗ trợ, học kỳ, học sinh, học tập, học viện, hòa giải, hồ sơ,
hội cựu chiến binh, hội đồng, hội đồng nhân dân, hội liên hiệp, hội nghị, hội nhập, hội nông dân, hội phụ nữ,
hội thảo, hội thi, hợp đồng, hợp tác, huấn luyện, huy động, hướng dẫn, hướng tới, kế hoạch, kế thừa, kết hợp,
kết luận, kết nghĩa, kết quả, khai mạc, khai thác, khảo sát, khắc phục, khẩn trương, khen thưởng, khiếu nại, khoa học,
khối lượng, khởi công, khu vực, khu dân cư, khuyến khích, kiểm điểm, kiểm sát, kiểm tra, kiên quyết, kiến nghị,
kiện toàn, kinh doanh, kinh nghiệm, kinh phí, kinh tế, kỷ luật, kỷ niệm, kỷ cương, kỹ năng, kỹ thuật, lao động,
lãnh đạo, lâm nghiệp, lề lối, lịch sử, liên đoàn, liên đoàn lao động, liên hiệp, liên hệ, liên kết, liên ngành,
liên quan, liên tịch, lĩnh vực, lồng ghép, lộ trình, lợi ích, lực lượng, lực lượng vũ trang, mặt trận,
mặt trận tổ quốc, miền núi, minh bạch, mô hình, mục đích, mục tiêu, mùa vụ, nâng cao, năng lực, ngăn chặn, ngân hàng,
ngân sách, nghề nghiệp, nghị định, nghị quyết, nghiên cứu, nghiêm túc, nghiệm thu, nghiệp vụ, nghĩa vụ, ngoại giao,
người dân, nguyên nhân, nguyện vọng, nguồn lực, nhà nước, nhân dân, nhân đạo, nhân lực, nhân rộng, nhân sự, nhập ngũ,
nhiệm kỳ, nhiệm vụ, nhóm nhiệm vụ, nhu cầu, nội dung, nội quy, nội vụ, nông dân, nông nghiệp, nông thôn,
nông thôn mới, ổn định, phát biểu, phát động, phát huy, phát hiện, phát triển, pháp luật, pháp lý, phân bổ, phân công,
phân cấp, phân loại, phân tích, phấn đấu, phê bình, phê duyệt, phê chuẩn, phiên họp, phòng chống, phòng ngừa,
phong trào, phóng viên, phối hợp, phổ biến, phục vụ, phụ lục, phụ nữ, phụ trách, phương án, phương châm, phương hướng,
phương pháp, phương thức, phương tiện, phường xã, quan hệ, quan tâm, quan trọng, quán triệt, quản lý, quản trị,
quân chủng, quân dân, quân đội, quân khu, quân ngũ, quân nhân, quân sự, quần chúng, quốc gia, quốc hội, quốc phòng,
quốc tế, quy chế, quy chế dân chủ, quy chuẩn, quy định, quy hoạch, quy mô, quy trình, quyết định, quyết liệt,
quyết tâm, quyền hạn, rà soát, rèn luyện, rút kinh nghiệm, sắp xếp, sản phẩm, sản xuất, sáng kiến, sáng tạo, sáp nhập,
sinh hoạt, sở hữu, sơ kết, sửa đổi, tài chính, tài liệu, tài nguyên, tài sản, tăng cường, tập đoàn, tập huấn, tập thể,
tập trung, thanh niên, thanh tra, thành lập, thành phần, thành phố, thành tích, thành ủy, thành viên, tham dự,
tham gia, tham mưu, thảo luận, thẩm định, thẩm quyền, nhân, theo dõi, thế trận, thể thao, thể thức, thi đua, thị trấn,
thị trường, thị xã, thí điểm, thiên tai, thiết bị, thiết thực, thống kê, thống nhất, thông báo, thông qua, thông tin,
thông tư, thời gian, thời hạn, thời kỳ, thủ trưởng, thủ tục, thủ tướng, thuận lợi, thực hành, thực hiện, thực tế,
thực trạng, thương binh, thương mại, thường niên, thường trực, thường vụ, thường xuyên, tiếp nhận, tiếp tục, tiếp xúc,
tiêu biểu, tiêu chí, tiêu chuẩn, tiêu cực, tiến bộ, tiến độ, tiến hành, tiểu ban, tiểu học, tiểu khu, tín dụng,
tình hình, tình trạng, tỉnh đoàn, tỉnh ủy, toàn dân, toàn diện, toàn quốc, tổ công tác, tổ chức, tổ giúp việc,
tổ quốc, tôn giáo, tổng hợp, tổng kết, tổng số, tố cáo, tội phạm, trách nhiệm, tranh chấp, trao đổi, trật tự, trẻ em,
triển khai, triệu tập, trình tự, trình độ, trong sạch, trọng tâm, trọng điểm, trồng trọt, trung đoàn, trung hạn,
trung ương, trung tâm, truyền thông, truyền thống, trực tiếp, trực tuyến, trưởng ban, phó trưởng ban, trưởng phòng,
tuần tra, tuyên dương, tuyên giáo, tuyên truyền, tuyển dụng, tuyển quân, tuyển sinh, tư pháp, tư tưởng, tự nguyện,
tự quản, từng bước, ủy ban, ủy ban nhân dân, ủy nhiệm, ủy quyền, ủy viên, ứng cử, ứng dụng, ứng phó, ưu đãi, ưu điểm,
ưu tiên, vai trò, văn bản, văn hóa, văn kiện, văn minh, văn nghệ, văn phòng, vấn đề, vũ trang, vận động, vận hành,
vật chất, vệ sinh, viên chức, vị trí, viện kiểm sát, vững mạnh, vướng mắc, xã hội, xã hội hóa, xác minh, xác nhận,
xây dựng, xây mới, xem xét, xét duyệt, xử lý, xử phạt, xung kích, xuất khẩu, xuất sắc, y tế, ý kiến, yêu cầu, yêu nước
"""
_PLACES = """
an giang, bà rịa, vũng tàu, bạc liêu, bắc giang, bắc kạn, bắc ninh, bến tre, bình dương, bình định, bình phước,
bình thuận, cà mau, cao bằng, cần thơ, đà nẵng, đắk lắk, đắk nông, điện biên, đồng nai, đồng tháp, gia lai, hà giang,
hà nam, hà nội, hà tĩnh, hải dương, hải phòng, hạ long, hậu giang, hòa bình, hồ chí minh, hưng yên, khánh hòa,
kiên giang, kon tum, lai châu, lạng sơn, lào cai, lâm đồng, long an, nam định, nghệ an, ninh bình, ninh thuận,
phú thọ, phú yên, quảng bình, quảng nam, quảng ngãi, quảng ninh, quảng trị, sóc trăng, sơn la, tây ninh, thái bình,
thái nguyên, thanh hóa, thừa thiên huế, tiền giang, trà vinh, tuyên quang, vĩnh long, vĩnh phúc, yên bái, việt nam
"""
_FAMILIES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai cao lương đào tô lâm hà tạ chu
châu thái la quách nông triệu tống vi lò giàng sùng vàng thào hầu cầm bế ma hứa kiều doãn phùng tăng vương
nghiêm trương đàm lục thân tôn khổng ninh quản mạc thạch lường giáp khúc ngụy
"""


@cache
def words() -> frozenset[tuple[str, ...]]:
    """Give the words of two and more syllables, in small letters."""
    listed = f"{_WORDS},{_PLACES}".replace("\n", " ").split(",")
    return frozenset(tuple(one.split()) for one in listed if one.strip())


@cache
def families() -> frozenset[str]:
    """Give the family names that begin the name of a person, in small letters."""
    return frozenset(_FAMILIES.split())
