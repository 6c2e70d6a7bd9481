"""The line model: shape of its answers, what it keeps and drops, and what must not matter."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.extraction.flattened.line_model import (
    KINDS,
    WEIGHTS,
    LineModelError,
    kind_probabilities,
    load_line_model,
    main_text_probabilities,
)
from assets.extraction.flattened.line_model_features import FEATURE_NAMES, features

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
TEASERS = [
    ("Giá cà phê tăng tuần thứ năm liên tiếp", "Thị trường cà phê trong nước tiếp tục đi lên."),
    ("Đội tuyển bơi lội lên đường sang Malaysia", "Mười hai vận động viên rời Nội Bài sáng nay."),
    ("Mưa lớn ở nhiều tỉnh miền núi phía Bắc", "Nguy cơ lũ quét và sạt lở đất ở vùng núi cao."),
]


def page() -> tuple[list[str], set[int]]:
    """A page with menu, article and teasers, and the indexes of its main text."""
    lines = ["Trang chủ", "Thời sự", "Kinh tế", "Thể thao", ""]
    lines += ["Khánh thành cầu dân sinh ở xã Đồng Tâm", "", "14:05 12/03/2021", ""]
    text = set()
    for paragraph in BODY:
        text.add(len(lines))
        lines += [paragraph, ""]
    lines += ["Minh Hà", "", "Từ khóa: cầu dân sinh, xã Đồng Tâm", "", "Tin liên quan", ""]
    for title, lead in TEASERS:
        lines += [title, "", title, "", lead]
    return [*lines, "Bình luận", "Gửi bình luận", "Phiên bản di động"], text


def test_paragraphs_are_likely_and_menus_and_titles_are_not() -> None:
    lines, text = page()
    likely = main_text_probabilities(lines)
    assert min(likely[i] for i in text) > 0.5
    furniture = [i for i, line in enumerate(lines) if line and i not in text]
    assert sum(likely[i] > 0.5 for i in furniture) <= 1
    assert max(likely[:4]) < 0.2


def test_blank_lines_are_counted_and_get_nothing() -> None:
    lines = ["", "Trang chủ", "  ", BODY[0], ""]
    likely = main_text_probabilities(lines)
    assert len(likely) == len(lines)
    assert likely[0] == likely[2] == likely[4] == 0.0
    assert kind_probabilities(lines)[2] == {}


@pytest.mark.parametrize("lines", [[], [""], ["", "  ", "\t"]])
def test_a_page_without_text_is_no_error(lines: list[str]) -> None:
    assert main_text_probabilities(lines) == [0.0] * len(lines)
    assert kind_probabilities(lines) == [{}] * len(lines)


def test_kinds_are_a_distribution_that_agrees_with_main_text() -> None:
    lines, _ = page()
    likely = main_text_probabilities(lines)
    for line, p, kinds in zip(lines, likely, kind_probabilities(lines), strict=True):
        if line:
            assert tuple(kinds) == KINDS
            assert sum(kinds.values()) == pytest.approx(1.0, abs=1e-4)
            assert kinds["lead"] + kinds["body"] == pytest.approx(p, abs=1e-4)


def test_a_title_that_stands_twice_is_named_a_teaser() -> None:
    lines, _ = page()
    kinds = kind_probabilities(lines)
    second = lines.index(TEASERS[1][0])
    assert max(kinds[second], key=kinds[second].__getitem__) == "teaser"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=40))
def test_any_lines_give_probabilities(lines: list[str]) -> None:
    likely = main_text_probabilities(lines)
    assert len(likely) == len(lines)
    assert all(0.0 <= p <= 1.0 for p in likely)
    assert all(p == 0.0 for p, line in zip(likely, lines, strict=True) if not line.strip())


def test_hash_seed_does_not_matter() -> None:
    lines, _ = page()
    code = (
        "import json, sys\n"
        "from assets.extraction.flattened.line_model import main_text_probabilities as m\n"
        "print(json.dumps(m(json.load(sys.stdin))))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps(lines),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_a_page_on_one_line_and_a_very_long_line_are_read() -> None:
    assert len(main_text_probabilities([" ".join(BODY * 40)])) == 1


def test_features_see_copies_without_accents() -> None:
    lines = ["Khánh thành cầu dân sinh", "khanh thanh cau dan sinh", "Ủy ban xã", "Sông Nhuệ"]
    kept, rows = features(lines, load_line_model().vocabulary)
    column = FEATURE_NAMES.index("folded_copy")
    assert kept == [0, 1, 2, 3]
    assert rows[:, column].tolist() == [0.5, 1.0, 0.0, 0.0]


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    stored["features"] = stored["features"][:-1]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(stored), "utf-8")
    with pytest.raises(LineModelError, match="train the line model again"):
        load_line_model(path)
