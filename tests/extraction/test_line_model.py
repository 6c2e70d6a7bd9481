"""The line model: shape of its answers, what it keeps and drops, and what must not matter."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.extraction.flattened.blocks import split_lines
from assets.extraction.flattened.copies import find_copies
from assets.extraction.flattened.evidence import Evidence
from assets.extraction.flattened.line_model.network import (
    WEIGHTS,
    LineModelError,
    columns_of,
    load_line_model,
    text_probabilities,
)
from assets.extraction.flattened.line_model.text import WORD_BITS, PageText, read_page
from assets.extraction.flattened.structure import weigh
from assets.extraction.metadata.lexicon import lexicon_of
from assets.reference.records import load_reference

LEXICON = lexicon_of(load_reference())
BODY = [
    "Sáng 12/3, Ủy ban nhân dân xã Đồng Tâm tổ chức lễ khánh thành cây cầu mới bắc qua sông Nhuệ, "
    "nối liền hai thôn trước nay phải đi đò. Hơn ba trăm người dân đã có mặt từ sớm.",
    "Cây cầu dài 86 mét, rộng 5 mét, được xây dựng trong mười bốn tháng với tổng kinh phí hơn "
    "12 tỷ đồng, trong đó người dân đóng góp gần 3 tỷ đồng và hàng nghìn ngày công.",
    "Phát biểu tại buổi lễ, Chủ tịch xã Lê Văn Bình cho biết, từ nay học sinh hai thôn không còn "
    "phải qua sông bằng đò ngang vào mùa nước lũ. “Đây là niềm mong mỏi của bao thế hệ”, ông nói.",
    "Theo kế hoạch, xã sẽ tiếp tục bê tông hóa ba tuyến đường dẫn lên cầu và lắp đèn chiếu sáng "
    "trước mùa mưa năm nay. Công việc do chính các hộ dân hai bên đường đảm nhận.",
]
ENGLISH = [
    "The harbour town will rebuild its wooden pier after a storm tore away forty metres of it last "
    "winter, the mayor said on Tuesday. Work is to begin in May.",
    "Fishermen had asked for a stone pier, which would have cost twice as much. The council voted "
    "eleven to four against it after a long debate.",
    "“We would rather repair it every ten years than pay for a century,” said one councillor, "
    "whose family has sold nets beside the harbour since 1911.",
]
TEASERS = [
    ("Giá cà phê tăng tuần thứ năm liên tiếp", "Thị trường cà phê trong nước tiếp tục đi lên."),
    ("Đội tuyển bơi lội lên đường sang Malaysia", "Mười hai vận động viên rời Nội Bài sáng nay."),
    ("Mưa lớn ở nhiều tỉnh miền núi phía Bắc", "Nguy cơ lũ quét và sạt lở đất ở vùng núi cao."),
]


def page() -> str:
    """A page with menu, article and teasers."""
    lines = ["Trang chủ", "Thời sự", "Kinh tế", "Thể thao", ""]
    lines += ["Khánh thành cầu dân sinh ở xã Đồng Tâm", "", "14:05 12/03/2021", ""]
    for paragraph in BODY:
        lines += [paragraph, ""]
    lines += ["Minh Hà", "", "Từ khóa: cầu dân sinh, xã Đồng Tâm", "", "Tin liên quan", ""]
    for title, lead in TEASERS:
        lines += [title, "", title, "", lead]
    return "\n".join([*lines, "Bình luận", "Gửi bình luận", "Phiên bản di động"])


def english_page() -> str:
    """An English page with menu, article, comments and links."""
    lines = ["Home", "News", "Sport", "Sign in", "", "Council votes for wooden pier", "By Ann Lowe"]
    for paragraph in ENGLISH:
        lines += ["", paragraph]
    lines += ["", "Share this article", "Most read", "Ten walks for a wet weekend"]
    return "\n".join([*lines, "Cookie policy", "© 2020 Harbour Herald. All rights reserved."])


def likely_text(text: str) -> dict[str, float]:
    """Each line of a page with its probability."""
    lines = split_lines(text)
    found = weigh(lines, find_copies(lines), LEXICON)
    probabilities = text_probabilities(lines, found)
    assert len(probabilities) == len(lines)
    return {line.text: p for line, p in zip(lines, probabilities, strict=True)}


def read(lines: Sequence[str]) -> PageText:
    """The arrays of a page that has a line."""
    arrays = read_page(split_lines("\n\n".join(lines)))
    assert arrays is not None
    return arrays


@pytest.mark.parametrize(("text", "body"), [(page(), BODY), (english_page(), ENGLISH)])
def test_paragraphs_are_likely_and_furniture_is_not(text: str, body: list[str]) -> None:
    likely = likely_text(text)
    assert min(likely[paragraph] for paragraph in body) > 0.5
    furniture = [line for line in likely if line not in body]
    assert sum(likely[line] > 0.5 for line in furniture) <= 1
    assert max(likely[line] for line in text.split("\n")[:4]) < 0.2


def test_a_page_without_lines_is_no_error() -> None:
    assert text_probabilities([], []) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=40))
def test_any_lines_give_probabilities(raw: list[str]) -> None:
    lines = split_lines("\n".join(raw))
    found = [Evidence(0.0, "none") for _ in lines]
    likely = text_probabilities(lines, found)
    assert len(likely) == len(lines)
    assert all(0.0 <= p <= 1.0 for p in likely)


def test_hash_seed_does_not_matter() -> None:
    code = (
        "import sys\n"
        "from assets.extraction.flattened.blocks import split_lines\n"
        "from assets.extraction.flattened.evidence import Evidence\n"
        "from assets.extraction.flattened.line_model.network import text_probabilities\n"
        "lines = split_lines(sys.stdin.read())\n"
        "print(text_probabilities(lines, [Evidence(0.0, '') for _ in lines]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=page(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_a_page_on_one_line_is_read() -> None:
    assert len(likely_text(" ".join(BODY * 40))) == 1


def test_copies_are_seen_with_and_without_accents() -> None:
    titles = ["Khánh thành cầu dân sinh", "khanh thanh cau dan sinh", "Ủy ban xã", "Ủy ban xã"]
    found = [Evidence(0.0, "none") for _ in titles]
    columns = columns_of(read(titles), found, load_line_model().leanings)
    assert columns["folded_copy"].tolist() == [1, 1, 0, 0]
    assert columns["copies"].tolist() == [0, 0, 1, 1]
    assert columns["same_before"].tolist() == [False, False, False, True]


def test_words_are_counted_like_python_splits_them() -> None:
    words = ["Đường", "về", "nhà", "–", "12/3", "(ảnh)", "“xa”", "90%", "a.b"]
    lines = [" ".join(words[start:] + words[:end]) for start in range(9) for end in range(9)]
    assert read(lines).tokens.tolist() == [len(line.split()) for line in lines]


def test_equal_words_have_equal_hashes_whatever_their_case_and_place() -> None:
    arrays = read(["Sông Hồng và sông Đà", "Về phía SÔNG hồng"])
    first, second = arrays.word_id[:5].tolist(), arrays.word_id[5:].tolist()
    assert first[0] == first[3] == second[2]
    assert arrays.pair_id[0] == arrays.pair_id[7]
    assert arrays.pair_id[4] == -1
    assert len({*first}) == 4
    assert max(first) < 2**WORD_BITS


def test_blank_lines_and_indents_are_kept() -> None:
    lines = split_lines("Một\n\n\n\n  Hai\n\nBa\nBốn")
    arrays = read_page(lines)
    assert arrays is not None
    assert arrays.gaps.tolist() == [2, 2, 1, 0]
    assert arrays.indents.tolist() == [0, 2, 0, 0]


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    path = tmp_path / "old.json"
    path.write_text(json.dumps({**stored, "features": stored["features"][:-1]}), "utf-8")
    lines = split_lines("Một dòng")
    with pytest.raises(LineModelError, match="train the line model again"):
        text_probabilities(lines, [Evidence(0.0, "none")], load_line_model(path))
    del stored["words"]
    cut = tmp_path / "cut.json"
    cut.write_text(json.dumps(stored), "utf-8")
    with pytest.raises(LineModelError, match="train the line model again"):
        load_line_model(cut)


def test_weights_are_small() -> None:
    assert WEIGHTS.stat().st_size < 3_000_000
