// seed: seeds
// en: Which limitations do the districts report, and which task is meant to mend them?
// vi: Các huyện nêu những hạn chế nào, và nhiệm vụ nào để khắc phục?
// param: kind :: STRING = 'hạn chế'
// kind: hạn chế (limitation), vi phạm (violation), khó khăn (difficulty). The pairing of task and
// shortcoming has a status of its own: where it is inferred, the text only speaks of both.
MATCH (s:Shortcoming {kind: $kind})-[:OBSERVED_IN]->(d:District)
OPTIONAL MATCH (t:Task)-[a:ADDRESSES]->(s)
UNWIND s.cites AS cite
MATCH (p:Passage {name: cite})
RETURN d.name AS district, s.name AS shortcoming, t.name AS task, a.status AS pairing,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY d.nameKey, s.id, t.id, source, paragraph;
//= in order
//= district    | shortcoming                                                                                                            | task                                                                                                                       | pairing    | source | paragraph | line
//= 'Cao Lãnh'  | 'Hạn chế, tồn tại nói chung (không liệt kê)'                                                                           | 'Tiếp tục triển khai, quán triệt Chỉ thị 05; khắc phục hạn chế; hoàn thành nhiệm vụ theo nghị quyết đại hội Đảng bộ huyện' | 'asserted' | '003'  | 11        | 22
//= 'Cầu Ngang' | 'Củng cố, nhân rộng mô hình, điển hình còn thiếu tập trung, chưa chuyển biến rõ về hiệu quả và lan tỏa'                | 'Củng cố, xây dựng và nhân rộng mô hình học tập, làm theo Bác'                                                             | 'inferred' | '000'  | 6         | 10
//= 'Cầu Ngang' | 'Sinh hoạt chính trị về xây dựng Đảng và tác phẩm của Tổng Bí thư chưa thường xuyên, chưa bảo đảm nội dung, hình thức' | 'Rà soát, đánh giá thực trạng triển khai các văn bản về sinh hoạt chính trị và học tập gương Bác'                          | 'inferred' | '000'  | 6         | 10
//= 'Cầu Ngang' | 'Thực hiện 10 nhiệm vụ, giải pháp theo KH 76 có lúc chưa sâu, chuyển biến chậm'                                        | 'Thực hiện ngay nhiệm vụ chưa triển khai'                                                                                  | 'inferred' | '000'  | 6         | 10
//= 'Cầu Ngang' | 'Mô hình Trên làm gương mẫu mực có đăng ký nhưng kiểm tra, sơ kết, báo cáo chưa tốt'                                   | 'Báo cáo tiến độ, kết quả mô hình Trên làm gương mẫu mực'                                                                  | 'inferred' | '000'  | 6         | 10
//= 'Cầu Ngang' | 'Hạn chế do đoàn kiểm tra cấp huyện chỉ ra về thực hiện KL 01 (không liệt kê)'                                         | 'Khắc phục hạn chế đoàn kiểm tra chỉ ra về KL 01'                                                                          | 'asserted' | '000'  | 8         | 14
//= 'Chi Lăng'  | 'Khuyết điểm đã chỉ ra trong tự phê bình và phê bình cuối năm (không liệt kê)'                                         | 'Gắn học tập, làm theo Bác với sửa chữa khuyết điểm; xử lý dứt điểm sai phạm của từng cán bộ, đảng viên'                   | 'asserted' | '001'  | 10        | 19
