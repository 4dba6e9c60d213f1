-- the short forms of the office, which the search knows both ways
alter table committee add column short_forms text not null default
'BCĐ = ban chỉ đạo
BCH = ban chấp hành
BTV = ban thường vụ
BTG = ban tuyên giáo
BDV = ban dân vận
BCHQS = bộ chỉ huy quân sự; ban chỉ huy quân sự
LLVT = lực lượng vũ trang
MTTQ = mặt trận tổ quốc
CT-XH; CTXH = chính trị - xã hội
KT-XH; KTXH = kinh tế - xã hội
QP-AN; QPAN = quốc phòng, an ninh; quốc phòng - an ninh
ANTT = an ninh trật tự; an ninh, trật tự
UBND = ủy ban nhân dân
HĐND = hội đồng nhân dân
LĐLĐ = liên đoàn lao động
HND = hội nông dân
HLHPN = hội liên hiệp phụ nữ
CCB = cựu chiến binh
CBCCVC = cán bộ, công chức, viên chức
DVK = dân vận khéo
QCDC = quy chế dân chủ
DTTS = dân tộc thiểu số
NTM = nông thôn mới
CCHC = cải cách hành chính';
