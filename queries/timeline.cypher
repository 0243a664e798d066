// seed: seeds
// en: Which directives, campaigns and events began between two days?
// vi: Những văn bản, phong trào, sự kiện nào bắt đầu trong khoảng giữa hai ngày?
// param: first :: STRING = '2021-01-01'
// param: last :: STRING = '2022-12-31'
// A directive counts by its date of issue; inferred = the date is background knowledge, not printed.
MATCH (n)
WHERE n:Directive OR n:ModelCampaign OR n:Event
WITH n, CASE WHEN n:Event THEN n.periodStart
  ELSE coalesce(n.issuedDate, n.issuedDateInferred, n.startDate) END AS began
WHERE $first <= began <= $last
RETURN began, CASE WHEN n:Event THEN n.periodEnd END AS ended, labels(n)[0] AS kind, n.name AS name,
  CASE WHEN began = n.issuedDateInferred THEN 'inferred' ELSE n.status END AS status,
  n.cites AS paragraphs
ORDER BY began, kind, n.nameKey;
//= in order
//= began        | ended        | kind        | name                                                                                          | status     | paragraphs
//= '2021-05-18' | null         | 'Directive' | 'Kết luận 01-KL/TW'                                                                           | 'inferred' | ['000:8', '004:9']
//= '2021-10-01' | '2023-05-31' | 'Event'     | 'Các hội nghị thông tin thời sự (Tân Uyên)'                                                   | 'asserted' | ['004:8']
//= '2021-10-01' | '2023-05-31' | 'Event'     | 'Các lớp đào tạo, bồi dưỡng, tập huấn của Trung tâm chính trị huyện Tân Uyên'                 | 'asserted' | ['004:8']
//= '2021-10-01' | '2023-05-31' | 'Event'     | 'Cử cán bộ đi đào tạo (Tân Uyên)'                                                             | 'asserted' | ['004:8']
//= '2021-10-01' | '2023-05-31' | 'Event'     | 'Lớp bồi dưỡng, cập nhật kiến thức cho cán bộ diện Ban Thường vụ Huyện ủy quản lý (Tân Uyên)' | 'asserted' | ['004:8']
//= '2021-10-18' | null         | 'Directive' | 'Kết luận 224-KL/TU (Lai Châu)'                                                               | 'asserted' | ['004:5', '004:6']
//= '2021-12-22' | null         | 'Directive' | 'Kế hoạch 56-KH/HU (Cầu Ngang)'                                                               | 'asserted' | ['000:9']
//= '2022-01-01' | '2022-12-31' | 'Event'     | 'Bình xét cơ quan, khu dân cư, gia đình văn hóa 2022 (Tân Uyên)'                              | 'asserted' | ['004:8']
//= '2022-01-01' | '2022-12-31' | 'Event'     | 'Đánh giá, xếp loại tổ chức đảng, đảng viên năm 2022 (Tân Uyên)'                              | 'asserted' | ['004:10']
//= '2022-01-01' | '2022-12-31' | 'Event'     | 'Sửa chữa, bảo dưỡng trạm truyền thanh cơ sở 2022 (Tân Uyên)'                                 | 'asserted' | ['004:7']
//= '2022-03-24' | null         | 'Directive' | 'Kế hoạch 76-KH/HU (Cầu Ngang)'                                                               | 'asserted' | ['000:6']
