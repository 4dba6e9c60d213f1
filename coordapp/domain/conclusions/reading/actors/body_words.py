"""The words that names of bodies are made of, for bodies that are not in the register."""

from coordapp.domain.conclusions.reading.words.phrases import Phrases, split

# how a name of a body goes on after its first words
ALONE = "a"  # needs nothing more
BODY = "b"  # another body may follow: Ban cán sự đảng UBND tỉnh
CAPITAL = "c"  # a body only where it is written with a capital

_HEADS = {
    "c": "sở, ban, hội, đoàn, phòng, cục, vụ, viện, trường, đài, báo, quỹ, thuế, bộ, trạm, đội, kho, hạt, tổ",
    "": "ủy ban, hội đồng, liên đoàn, liên minh, liên hiệp, liên hiệp các, hiệp hội, chi hội, văn phòng điều phối, chi cục, tổng cục, "
    "trung tâm, đại học, trường đại học, trường cao đẳng, trường chính trị, học viện, bệnh viện, trạm y tế, tạp chí, tòa soạn, "
    "cổng thông tin điện tử, cảnh sát, cục thuế, chi cục thuế, cục thống kê, kho bạc, ngân hàng, bảo hiểm xã hội, bhxh, "
    "tòa án, tòa án nhân dân, tand, viện kiểm sát, viện kiểm sát nhân dân, viện ksnd, vksnd, thi hành án dân sự, cục thi hành án dân sự, "
    "thanh tra, kiểm toán, kiểm toán nhà nước, tập đoàn, tổng công ty, công ty, công ty cổ phần, công ty tnhh, doanh nghiệp, hợp tác xã, htx, "
    "nhà máy, xí nghiệp, tiểu ban, ban quản lý, ban quản lý dự án, bql, ban qlda, bqlda, hạt kiểm lâm, kiểm lâm, vườn quốc gia, khu bảo tồn, "
    "cảng vụ, cảng, bến xe, bảo tàng, thư viện, nhà văn hóa, bưu điện, viễn thông, điện lực, công ty điện lực, hải quan, "
    "đồn biên phòng, đồn, ban chỉ huy, bộ chỉ huy, bộ tư lệnh, bộ chqs, ban chqs, bchqs, hội đồng thi đua khen thưởng, "
    "phòng giáo dục và đào tạo, phòng gd&đt, phòng cảnh sát, đoàn kinh tế, ban đại diện, trung đoàn, sư đoàn, tiểu đoàn, lữ đoàn, "
    "khối, ngành, lực lượng, dân quân, dân quân tự vệ, dân phòng, dân quân thường trực, mặt trận, ban dân tộc, câu lạc bộ, nghiệp đoàn, quân khu, binh đoàn, ban điều phối, ban vận động, ban an toàn giao thông, ban công tác mặt trận, đài truyền thanh, đài truyền hình, "
    "nhà khách, nhà hát, khu di tích, rạp, trại, cụm, chùa",
    "ab": "ubnd, ủy ban nhân dân, hđnd, hội đồng nhân dân, mttq, ubmttq, ủy ban mttq, ủy ban mttq việt nam, ủy ban mặt trận tổ quốc, mặt trận tổ quốc, "
    "ủy ban mặt trận tổ quốc việt nam, công an, quân sự, bộ đội biên phòng, đoàn thanh niên, đoàn tncs hồ chí minh, công đoàn, hội nông dân, "
    "hội liên hiệp phụ nữ, hội lhpn, hội phụ nữ, hội cựu chiến binh, hội ccb, hội chữ thập đỏ, liên đoàn lao động, lđlđ, kho bạc nhà nước, "
    "đảng ủy, huyện ủy, thành ủy, thị ủy, quận ủy, đảng bộ, chi bộ, ban cán sự đảng, ban cán sự, đảng đoàn, ban thường trực, ban thường vụ, "
    "ban chấp hành, văn phòng, vp, ủy ban kiểm tra, ubkt, ban tổ chức, ban tuyên giáo, ban dân vận, ban nội chính, ban kinh tế, ban tuyên giáo và dân vận, "
    "cơ quan thường trực, bộ phận thường trực, tổ giúp việc, tổ thư ký, tổ công tác, tổ chuyên viên, tổ biên tập, ban thư ký, ban chỉ đạo, bcđ, ban tổ chức hội thi, đoàn công tác, đoàn kiểm tra, "
    "đoàn giám sát, hội đồng giám khảo, ban giám khảo, đoàn đại biểu quốc hội, cơ quan ủy ban kiểm tra, trung tâm y tế, trung tâm phục vụ hành chính công, trung tâm chính trị, đội quản lý thị trường, "
    "ban chấp hành đảng bộ, thường trực tỉnh ủy, hội khuyến học, hội người cao tuổi, hội luật gia, hội nhà báo, hội văn học nghệ thuật",
    "b": "thường trực",
    "a": "kế toán, văn thư, thủ quỹ, bộ phận kế toán, bộ phận tài chính, bộ phận văn phòng, bộ phận chuyên môn, công chức chuyên môn, tỉnh ủy, tỉnh đoàn, huyện đoàn, thành đoàn, thị đoàn, đoàn trường, nhà trường, chủ đầu tư, nhà thầu, chủ rừng, chủ hồ, chủ đập, đơn vị thi công, đơn vị tư vấn, đơn vị vận hành, đơn vị quản lý, đơn vị chủ trì, "
    "cơ quan chủ trì, cơ quan chuyên môn, cơ quan chức năng, cơ quan tham mưu, cơ quan soạn thảo, đơn vị soạn thảo, đơn vị chuyên môn, đơn vị chức năng, đơn vị trực thuộc, cơ quan liên quan, đơn vị liên quan, đơn vị có liên quan, cơ quan có liên quan, ngành liên quan, địa phương liên quan, "
    "tư vấn giám sát, tư vấn thiết kế, ban giám hiệu, ban giám đốc, cấp ủy, chính quyền, cấp ủy các cấp, cấp ủy cơ sở, chính quyền cơ sở, chính quyền địa phương, chính quyền các cấp, chính quyền địa phương các cấp, hệ thống chính trị, lực lượng chức năng, ngành chức năng, "
    "vnpt, viettel, mobifone, evn, bộ phận một cửa, ban nhân dân thôn, ban quản trị, chủ phương tiện, chủ tàu, chủ cơ sở, hội đồng trường",
}  # fmt: skip
# words in small letters inside of names
_PARTS = """
tỉnh, huyện, xã, thành phố, thị xã, trung ương, nhà nước, nhân dân, quốc hội, dự án, công trình, giao thông, vận tải, nông thôn, nông thôn mới, đô thị, môi trường, thương mại, công nghiệp, nông nghiệp, thủy lợi, thủy sản, lâm nghiệp, lâm sản, nông lâm sản, kiểm lâm, chăn nuôi, thú y, trồng trọt, bảo vệ thực vật, thị trường, chất lượng, tài nguyên, đất đai, kinh tế, du lịch, thể thao, văn hóa, nghệ thuật, lịch sử, thông tin, truyền hình, truyền thanh, phát thanh, điện tử, bệnh tật, y tế, dự phòng, dân số, xã hội, chính sách, hành chính, hành chính công, công, pháp lý, tư pháp, dân sự, hình sự, kinh doanh, bất động sản, đầu tư xây dựng, đầu tư, xây dựng cơ bản, xây dựng, dân dụng, hạ tầng, khu công nghiệp, khu kinh tế, cửa khẩu, biên giới, biên phòng, hải đảo, khu vực, miền núi, ven biển, ven sông, vùng cao, vùng sâu, sông, hồ, cấp nước, thoát nước, điện lực, bưu chính, viễn thông, công ích, vệ sinh môi trường, cây xanh, giáo dục, đào tạo, nghề nghiệp, thường xuyên, nội trú, phổ thông, phổ thông dân tộc nội trú, trung học, tiểu học, mầm non, mẫu giáo, trung học cơ sở, trung học phổ thông, cao đẳng, đại học, phát triển, quỹ đất, doanh nghiệp, khuyến nông, giống, nước sạch, xúc tiến, xúc tiến đầu tư, đa khoa, sản nhi, y học cổ truyền, phòng cháy chữa cháy, phòng cháy, chữa cháy, cứu nạn, cứu hộ, cứu nạn cứu hộ, thiên tai, tìm kiếm cứu nạn, quân sự, quốc phòng, an ninh, trật tự, an ninh trật tự, cơ động, cảnh sát, hình sự, ma túy, xuất nhập cảnh, cách mạng, khoa học, kỹ thuật, công nghệ, số, chuyển đổi số, dữ liệu, hội nhập, quốc tế, người cao tuổi, người khuyết tật, trẻ em, phụ nữ, thanh niên, nông dân, công nhân, lao động, công đoàn, chữ thập đỏ, khuyến học, từ thiện, nhân đạo, cựu thanh niên xung phong, luật sư, luật gia, nhà báo, đăng kiểm, xe cơ giới, đường bộ, đường thủy, đường thủy nội địa, đường sắt, hàng hải, hàng không, tổng hợp, tiếp công dân, dịch vụ, trọng điểm, chuyên ngành, địa phương, khối, cơ quan, chính trị, đảng, dân tộc, tôn giáo, bảo tồn, di tích, di sản, hội nghị, hội thi, lễ hội, nghĩa vụ quân sự, tuyển sinh, tín dụng, đầu tư phát triển, chính sách xã hội, tài sản, đấu giá tài sản, nợ, bán lẻ, xăng dầu, lương thực, cổ phần, tnhh, mtv, tư nhân, nước ngoài, việt nam, bảo trợ, bảo trợ xã hội, công tác xã hội, cai nghiện, kiểm soát, kiểm soát bệnh tật, kiểm nghiệm, pháp y, huyết học, truyền máu, tái định cư, giải phóng mặt bằng, phát triển quỹ đất, ngoại vụ, nội vụ, công thương, tư pháp, ngân sách, nghề, vùng, số 1, số 2
"""
_AREAS = """
tỉnh, huyện, xã, phường, thành phố, tp, thị xã, tx, thị trấn, quận, đặc khu, cấp huyện, cấp xã, cấp tỉnh, cơ sở, trung ương, thôn, bản, khu phố, tổ dân phố, khu dân cư
"""
# nouns of bodies that stand together as a group: các sở, ban, ngành
_GROUP_NOUNS = """
sở, ban, ngành, bộ, đoàn thể, hội, hội đoàn thể, huyện, thị xã, thành phố, quận, xã, phường, thị trấn, đặc khu, thôn, bản, khu phố, tổ dân phố, khu dân cư, huyện ủy, thành ủy, thị ủy, quận ủy, đảng ủy, đảng bộ, chi bộ, chi đảng bộ, cấp ủy, cấp ủy đảng, tổ chức đảng, tổ chức cơ sở đảng, cấp, cơ quan, đơn vị, địa phương, tổ chức, tổ chức chính trị, tổ chức chính trị - xã hội, tổ chức hội, tổ chức đoàn, đoàn thể chính trị - xã hội, ban đảng, ban xây dựng đảng, ban của tỉnh ủy, cơ quan tham mưu, trường, trường học, nhà trường, cơ sở giáo dục, cơ sở y tế, cơ sở đào tạo, cơ sở, bệnh viện, trạm y tế, trung tâm, trung tâm y tế, trung tâm bồi dưỡng chính trị, doanh nghiệp, công ty, nhà máy, hợp tác xã, ngân hàng, tổ chức tín dụng, chủ đầu tư, nhà thầu, nhà đầu tư, chủ rừng, chủ hồ, chủ hồ chứa, chủ đập, chủ phương tiện, chủ tàu, chủ thể, ban quản lý, ban quản lý dự án, phòng, phòng ban, phòng chuyên môn, khối, khối thi đua, cụm, cụm thi đua, lực lượng, lực lượng vũ trang, cơ quan báo chí, cơ quan thông tấn, báo chí, đài, đài truyền thanh, ủy ban, ubnd, ủy ban nhân dân, hđnd, mttq, ubmttq, ủy ban mttq, công an, quân sự, hạt kiểm lâm, đồn biên phòng, đội, tổ, tổ đại biểu, tổ đại biểu hđnd, tổ công tác, đội kiểm tra, đoàn kiểm tra, đoàn công tác, tiểu ban, ban chỉ đạo, chốt, chốt kiểm soát, thành viên, đồng chí, đồng chí thành viên, ủy viên, thành viên ban chỉ đạo, thành viên ban tổ chức, đại biểu, đại biểu hđnd, sở ngành, ban ngành, cơ quan chuyên môn, cơ quan chức năng, phòng giáo dục và đào tạo, liên đoàn, câu lạc bộ, hộ, hộ dân, hộ kinh doanh, gia đình, khu, khu công nghiệp, cơ sở sản xuất, cơ sở kinh doanh, đơn vị chủ trì, cơ quan chủ trì, đơn vị thi công, đơn vị tham gia, đơn vị tư vấn, đơn vị quản lý, cơ quan quản lý, doanh nghiệp xây dựng, doanh nghiệp kinh doanh vận tải, đơn vị phối hợp, cơ quan phối hợp, đơn vị phụ trách, đảng đoàn, ban cán sự đảng, huyện đoàn, đoàn trường, ban dân vận, ban tuyên giáo, ban tổ chức, ủy ban kiểm tra, văn phòng, chi cục, chi nhánh, trạm, đơn vị vận tải, doanh nghiệp vận tải, hãng xe, bến xe, cơ quan trung ương
"""
# words that say which of a group is meant
_WHICH = """
tỉnh, huyện, xã, trung ương, liên quan, có liên quan, chính trị, xã hội, chính trị - xã hội, đảng, đảng tỉnh ủy, nhà nước, cấp huyện, cấp xã, cấp tỉnh, cấp ủy, cơ sở, các cấp, cùng cấp, chuyên môn, chức năng, nghiệp vụ, thành viên, trực thuộc, thụ hưởng, vũ trang, vũ trang tỉnh, công lập, ngoài công lập, sự nghiệp, sự nghiệp công lập, hành chính, hành chính sự nghiệp, miền núi, vùng cao, vùng sâu, ven biển, ven sông, ven hồ, biên giới, hải đảo, khu vực, thi đua, báo chí, viễn thông, vận tải, du lịch, lữ hành, lưu trú, thương mại, công nghiệp, nông nghiệp, thủy lợi, thủy điện, lâm nghiệp, y tế, mầm non, mẫu giáo, tiểu học, trung học, trung học cơ sở, trung học phổ thông, phổ thông, thcs, thpt, đại học, cao đẳng, nông thôn, đô thị, địa phương, đặc biệt khó khăn, nghèo, trọng điểm, còn lại, nói trên, nêu trên, trên, dưới, này, khác, được giao, được kiểm tra, dự thi, dự họp, tín dụng, thông tấn, xăng dầu, xuất khẩu, chủ rừng, hồ chứa, ban chỉ đạo, ban tổ chức, hội đồng, tổ công tác, đoàn công tác, ban quản lý, dân tộc, nội trú, tôn giáo, quản lý nhà nước, chính quyền, đoàn thể, khối đảng, xây dựng đảng, đứng chân, lực lượng vũ trang, mới, sáp nhập, mới sáp nhập, trong khối, trong ngành, vi phạm, chậm tiến độ, chưa hoàn thành
"""
_ALL_OF = "các, những, mỗi, từng, tất cả các, tất cả, toàn thể, toàn thể các, toàn bộ các, một số, nhiều, hai, ba, bốn, năm, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"
_TITLES = """
đồng chí, đ/c, các đồng chí, ông, bà, các ông, các bà, ông bà, anh, chị, chủ tịch, phó chủ tịch, phó chủ tịch thường trực, chủ nhiệm, phó chủ nhiệm, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, thủ trưởng, trưởng, phó trưởng, trưởng ban, phó trưởng ban, phó trưởng ban thường trực, phó ban, trưởng phòng, phó trưởng phòng, trưởng đoàn, phó trưởng đoàn, bí thư, phó bí thư, phó bí thư thường trực, bí thư, chánh văn phòng, phó chánh văn phòng, chánh thanh tra, chánh án, viện trưởng, cục trưởng, phó cục trưởng, chi cục trưởng, hiệu trưởng, phó hiệu trưởng, chỉ huy trưởng, phó chỉ huy trưởng, chính ủy, phó chính ủy, tư lệnh, tổng biên tập, phó tổng biên tập, lãnh đạo, tập thể lãnh đạo, tập thể, người đứng đầu, cán bộ lãnh đạo, tổ trưởng, tổ phó, đội trưởng, hạt trưởng, trạm trưởng, đồn trưởng, ủy viên, ủy viên thường trực, ủy viên ban thường vụ, đại diện, đại diện lãnh đạo, chủ tọa, kế toán trưởng, trưởng tiểu ban, trưởng thôn, thư ký, thư ký hội nghị, thư ký cuộc họp, thầy, cô, cô giáo, thầy giáo, bộ trưởng, thứ trưởng, vụ trưởng, tổng cục trưởng
"""

HEADS = Phrases(
    (head.replace("&", " & ").split(), flags)
    for flags, text in _HEADS.items()
    for head in split(text)
)
PARTS = Phrases((part.split(), True) for part in split(_PARTS))
AREAS = Phrases((part.split(), True) for part in split(_AREAS))
GROUP_NOUNS = Phrases((part.split(), True) for part in split(_GROUP_NOUNS))
WHICH = Phrases((part.split(), True) for part in split(_WHICH))
ALL_OF = Phrases((part.split(), True) for part in split(_ALL_OF))
TITLES = Phrases(
    (part.replace("/", " / ").split() if part != "đ/c" else ["đ/c"], True)
    for part in split(_TITLES)
)
