"""The persons and organisations of each seed's main text.

Written down from what the recognisers found and then read against the text: they hold what is
right today, they are no blind measure. For each seed: the numbers of title line and text lines,
then persons and organisations in reading order as "surface" or "surface=full name".
"""

# The names are as long as they are.
# ruff: noqa: E501

SEEDS: dict[str, tuple[int | None, tuple[int, ...], str, str]] = {
    "000": (3, (7, 10, 15, 17, 19, 21, 23, 25, 30, 32, 34, 36, 38, 40), """
Nguyễn Anh Tuấn
Nguyễn Anh Tuấn
""", """
Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Trung ương Mặt trận Tổ quốc (MTTQ) Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban MTTQ Việt Nam TP Hà Nội=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Ủy ban MTTQ Việt Nam thành phố Hà Nội=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
MTTQ TP=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Thành ủy Hà Nội
Liên hiệp các Tổ chức Hữu nghị thành phố=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Hội liên lạc với người Việt Nam ở nước ngoài=Hội Liên lạc với người Việt Nam ở nước ngoài
Ban Thường trực Ủy ban MTTQ TP=Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Hà Nội=Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Ủy ban Mặt trận Lào xây dựng đất nước Thủ đô Viêng Chăn
Chính hiệp thành phố Bắc Kinh
Chính hiệp thành phố Thượng Hải
MTTQ TP=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
đại sứ quán Nga=Đại sứ quán Nga
MTTQ=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban MTTQ Việt Nam TP Hà Nội=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Ủy ban MTTQ Việt Nam TP=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Bí thư Trung ương Đảng
MTTQ TP=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
ASEAN=Hiệp hội các quốc gia Đông Nam Á
MTTQ TP=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Liên hiệp các Tổ chức Hữu Nghị TP=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
hội liên lạc với người Việt Nam ở nước ngoài=Hội Liên lạc với người Việt Nam ở nước ngoài
MTTQ=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
MTTQ Việt Nam TP Hà Nội=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
"""),
    "001": (None, (1, 6, 11, 13, 18, 20, 22, 24, 26, 28, 33, 35, 37, 39), """
Nguyễn Lan Hương
Nguyễn Văn Doanh
Nguyễn Thị Phương Hiền
Nguyễn Thị Phương Hiền Hiền=Nguyễn Thị Phương Hiền
Nguyễn Thị Phương Hiền
Phan Lan Tú
Nguyễn Lan Hương
Nguyễn Lan Hương
Nguyễn Lan Hương
""", """
Liên hiệp các tổ chức hữu nghị TP Hà Nội=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Liên hiệp các tổ chức hữu nghị TP Hà Nội=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Liên hiệp các tổ chức hữu nghị Việt Nam
Bộ Chính trị
ban Công tác đa phương Liên hiệp các tổ chức hữu nghị Việt Nam=Ban Công tác đa phương Liên hiệp các tổ chức hữu nghị Việt Nam
Liên hiệp Hữu nghị TP Hà Nội=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Liên hiệp Hữu nghị TP Hà Nội=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Hội hữu nghị Việt Nam - Ấn Độ thành phố Hà Nội
Thành ủy=Thành ủy Hà Nội
HĐND=Hội đồng nhân dân thành phố Hà Nội
UBND TP Hà Nội=Ủy ban nhân dân thành phố Hà Nội
Liên hiệp=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Liên hiệp=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Sở Ngoại vụ Hà Nội=Sở Ngoại vụ thành phố Hà Nội
Sở Ngoại vụ=Sở Ngoại vụ thành phố Hà Nội
Ủy ban MTTQ Thành phố=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Liên hiệp các tổ chức hữu nghị Thành phố=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Ủy ban MTTQ Việt Nam Thành phố=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Liên hiệp các tổ chức hữu nghị TP. Hà Nội=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Ủy ban MTTQ Việt Nam Thành phố=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Liên hiệp các tổ chức hữu nghị TP. Hà Nội=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
"""),
    "002": (4, (9, 12, 17, 19, 21, 23, 28, 30, 32, 34, 36, 41, 43, 45), """
Nguyễn Lan Hương
Nguyễn Lan Hương
Nguyễn Lan Hương
Nguyễn Thị Tuyến
Nguyễn Lan Hương
""", """
Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam thành phố Hà Nội=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Trung ương Đảng=Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam
Thành ủy Hà Nội
Ban Chấp hành HAUFO=Ban Chấp hành Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Thành ủy Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Ban Bí thư Trung ương Đảng
Thành ủy Hà Nội
Thành ủy=Thành ủy Hà Nội
Liên hiệp=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
ASEAN=Hiệp hội các quốc gia Đông Nam Á
Ban Chấp hành=Ban Chấp hành Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
HAUFO=Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Mặt trận Tổ quốc Việt Nam Thành phố=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Ban Chấp hành=Ban Chấp hành Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
Ban Thường vụ Thành ủy Hà Nội
Ủy ban MTTQ Việt Nam Thành phố=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội
Liên hiệp các tổ chức hữu nghị thành phố Hà Nội
"""),
    "003": (4, (7, 12, 14, 16, 18, 20, 22, 24, 29, 31), """
Trần Thanh Mẫn
Trần Thanh Mẫn
Hoàng Bình Quân
Trần Thanh Mẫn
Hầu A Lềnh
Phùng Khánh Tài
Nguyễn Tuấn Phong
Phùng Khánh Tài
Hoàng Bình Quân
Trần Thanh Mẫn
""", """
Đảng đoàn Mặt trận tổ quốc (MTTQ) Việt Nam=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Đối ngoại Trung ương
MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Hội đồng tư vấn về đối ngoại và kiều bào=Hội đồng Tư vấn về Đối ngoại và Kiều bào
MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Hội đồng tư vấn về đối ngoại và kiều bào=Hội đồng Tư vấn về Đối ngoại và Kiều bào
Trung ương Đảng=Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam
ban Đối ngoại Trung ương=Ban Đối ngoại Trung ương
Trung ương Đảng=Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam
Đảng đoàn=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Trung ương Đảng=Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam
Đảng đoàn=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
ban Đối ngoại Trung ương=Ban Đối ngoại Trung ương
UBTƯ MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Đối ngoại Trung ương
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Đảng đoàn MTTQ Việt Nam=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Bí thư Trung ương Đảng
Ban Đối ngoại Trung ương
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Mặt trận Lào xây dựng đất nước
Mặt trận Đoàn kết phát triển Tổ quốc Campuchia
Chính hiệp toàn quốc Trung Quốc
Ủy ban Bảo vệ Cách mạng Cuba
Mặt trận Dân chủ Thống nhất Tổ quốc Triều Tiên
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Hiệp hội nhân dân Singapore
Hội liên hiệp bình đẳng xã hội Cộng hòa Liên bang Đức
Phòng xã hội Liên bang Nga
Mặt trận Nhân dân toàn Nga
Hội đồng Kinh tế - Xã hội và Môi trường Pháp
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Hiệp hội quốc tế các Hội đồng Kinh tế xã hội và các tổ chức tương đương=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
AICESIS=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
AICESIS=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
Hội đồng Kinh tế, Xã hội và Các tổ chức tương đương=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
AICESIS=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
UBTƯ MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
UBTƯ MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Đảng đoàn=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Thường trực UBTƯ MTTQ Việt Nam=Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban Nhà nước về người Việt Nam ở nước ngoài
Bộ Ngoại giao
MTTQ=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
ban Đối ngoại Trung ương=Ban Đối ngoại Trung ương
Đảng đoàn=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam=Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ủy ban Trung ương MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Đối ngoại Trung ương
Đảng đoàn=Đảng đoàn Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Ban Thường trực MTTQ Việt Nam=Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
"""),
    "004": (1, (5, 8, 10, 12, 14, 16), """
Phùng Khánh Tài
Đỗ Tràng Thành
""", """
Uỷ ban TW MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Uỷ ban TW MTTQ Việt Nam=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Uỷ ban MTTQ Việt Nam thành phố=Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hải Phòng
Sở Ngoại vụ=Sở Ngoại vụ thành phố Hải Phòng
Liên hiệp các tổ chức hữu nghị thành phố=Liên hiệp các tổ chức hữu nghị thành phố Hải Phòng
Ban Bí thư TW Đảng=Ban Bí thư Trung ương Đảng
Ban Thường vụ Uỷ ban TW MTTQ Việt Nam=Ban Thường vụ Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
ASEAN=Hiệp hội các quốc gia Đông Nam Á
AICESIS=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
MTTQ=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
AICESIS=Hiệp hội quốc tế các Hội đồng Kinh tế - Xã hội và các tổ chức tương đương
Mặt trận=Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam
"""),
}  # fmt: skip
