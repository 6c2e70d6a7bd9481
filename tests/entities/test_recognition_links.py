"""Names whose body only the words around tell: levels, foreign places, heads that stand alone."""

import datetime as dt
from dataclasses import replace

import pytest

from assets.entities.recognition import recognise
from assets.entities.resolution.resolving import resolve
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article, compare, read

CASES = """
[o:Hội Người mù tỉnh Thái Bình] kết nạp hội viên. [o:Hội đồng nhân dân tỉnh=Hội đồng nhân dân tỉnh Thái Bình] ghi nhận. [o:Hội=Hội Người mù tỉnh Thái Bình] sẽ trao quà.
[o:Bộ Chính trị] thảo luận. [o:Bộ Ngoại giao] trả lời. Theo đó, [o:Bộ=Bộ Ngoại giao] sẽ phối hợp.
[o:Mặt trận thủ đô Viêng Chăn] cử đoàn sang thăm.
Đoàn đại biểu [o:Mặt trận Campuchia] thăm Hà Nội.
[o:Ủy ban nhân dân xã], [o:Đảng ủy xã] và nhân dân tỉnh Hòa Bình, tỉnh Sơn La dự.
Tại Quảng Trị, [o:Đảng ủy phường=Đảng ủy phường] họp; [o:HĐND huyện=Hội đồng nhân dân huyện] họp.
[o:UBND xã=Ủy ban nhân dân xã] báo cáo [o:UBND huyện=Ủy ban nhân dân huyện].
Tại xã Long Điền, tỉnh Cà Mau, [o:UBND tỉnh=Ủy ban nhân dân tỉnh Cà Mau] họp.
Chủ tịch [o:UBND phường Bến Nghé=Ủy ban nhân dân phường Bến Nghé] [p:Phạm Thị Tươi] dự.
Chủ tịch [o:UBND thành phố=?] [p:Nguyễn Văn Quyết] dự lễ.
Trưởng thôn [p:Nguyễn Văn Bảy] vận động bà con. Trưởng bản [p:Giàng A Tủa] dẫn đoàn đi.
Tại Lạng Sơn, [o:Hội hữu nghị Việt Nam - Trung Quốc tỉnh=Hội hữu nghị Việt Nam - Trung Quốc tỉnh Lạng Sơn] kết nạp hội viên.
Ở Hải Phòng, Chủ tịch [o:Hội hữu nghị Việt Nam - Nga TP=Hội hữu nghị Việt Nam - Nga thành phố Hải Phòng] [p:Đỗ Văn Mạnh] phát biểu.
[o:Tỉnh ủy tỉnh Bà Rịa - Vũng Tàu=Tỉnh ủy Bà Rịa - Vũng Tàu] họp.
[o:Bộ Chỉ huy BĐBP tỉnh Điện Biên=Bộ Chỉ huy Bộ đội Biên phòng tỉnh Điện Biên] ra quân.
[o:Ban Đối ngoại Trung ương Đảng Nhân dân Cách mạng Lào] đến thăm.
"""  # noqa: E501


@pytest.mark.parametrize("marked", CASES.strip().split("\n"))
def test_sentence(marked: str) -> None:
    text, expected = read(marked)
    assert compare(recognise(article(text), load_reference()), expected) == []


def test_a_body_without_its_place_is_none_of_another_article() -> None:
    reference = load_reference()
    text = "Tại Yên Bái và Sơn La, UBND xã họp."
    one = recognise(article(text), reference)
    other = [replace(o, article_id="other") for o in one]
    result = resolve([*one, *other], {"article": None, "other": None}, reference)
    ids = {m.entity_id for m in result.mentions if m.surface == "UBND xã"}
    assert len(ids) == 2
    assert "organisation:uy-ban-nhan-dan" not in ids


def test_a_body_abroad_is_no_part_of_the_vietnamese_front() -> None:
    reference = load_reference()
    found = recognise(article("Mặt trận thủ đô Viêng Chăn cử đoàn sang thăm."), reference)
    result = resolve(found, {"article": None}, reference)
    (body,) = (e for e in result.entities if e.entity_type == "organisation")
    assert (body.name, body.parent_id) == ("Mặt trận thủ đô Viêng Chăn", None)


@pytest.mark.parametrize(
    ("text", "issuer", "place"),
    [
        ("Kỳ họp ở Nghệ An thông qua Nghị quyết số 45/2023/NQ-HĐND.",
         "Hội đồng nhân dân tỉnh Nghệ An", "place:nghe-an"),
        ("Công văn số 2345/ABC-KGVX của Sở Nội vụ tỉnh Lào Cai.",
         "Sở Nội vụ tỉnh Lào Cai", "place:lao-cai"),
    ],
)  # fmt: skip
def test_an_issuer_that_no_article_mentions_becomes_an_entity(
    text: str, issuer: str, place: str
) -> None:
    reference = load_reference()
    found = [o for o in recognise(article(text), reference) if o.citation is not None]
    result = resolve(found, {"article": dt.date(2024, 1, 1)}, reference)
    (document,) = (e for e in result.entities if e.entity_type == "official_document")
    (body,) = (e for e in result.entities if e.entity_id == document.issuer_id)
    assert (body.name, body.place_id) == (issuer, place)
