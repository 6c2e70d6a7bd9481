"""The cheap looks before the long patterns of dates pass over nothing that a pattern would find."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.language.dates import context, finding, relative, shapes, weekdays
from assets.language.dates.english import find_english

_WORDS = (
    *(
        "sáng",
        "sớm",
        "rạng",
        "trưa",
        "Chiều",
        "tối",
        "đêm",
        "hôm",
        "HÔM",
        "nay",
        "qua",
        "kia",
        "mai",
    ),
    *(
        "thứ",
        "Hai",
        "năm",
        "chủ",
        "nhật",
        "Chủ",
        "cuối",
        "đầu",
        "tuần",
        "tháng",
        "quý",
        "ngày",
        "Ngày",
    ),
    *("trước", "này", "tới", "sau", "rồi", "vừa", "cùng", "yesterday", "Today", "last", "next"),
    *("week", "month", "year", "17", "4/6", "2021", "III", "một", "thập", "niên", "80", ",", "họp"),
)
_MONDAY = dt.date(2021, 6, 7)
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9).map(" ".join)


@given(_TEXTS)
def test_a_relative_expression_is_likely(text: str) -> None:
    if relative._RELATIVE.search(text):
        assert relative._is_likely(text.lower())


@given(_TEXTS)
def test_what_leans_on_a_day_is_read_in_any_text_that_holds_it(text: str) -> None:
    if context._LEANING.search(text):
        assert any(one.search(text.lower()) for one in context._LEANS)


@given(_TEXTS)
def test_pieces_have_a_digit_or_a_unit(text: str) -> None:
    if shapes._SCANNER.search(text):
        assert re.search("[0-9]", text) or any(unit in text.lower() for unit in shapes._UNITS)


@pytest.mark.parametrize("text", ["hôm thứ Ba", "chủ nhật tới", "Cuối tuần qua", "sáng thứ 5 này"])
def test_weekdays_are_looked_for(text: str) -> None:
    assert weekdays._WEEKDAY.search(f"Họp {text}.") is None or list(
        weekdays.find_weekdays(f"Họp {text}.", f"họp {text.lower()}.", _MONDAY)
    )


@pytest.mark.parametrize(
    "text",
    [
        *("May 5", "on 4 June 2021", "Sept 3, 2020", "in 1999", "since 2009", "by 2030"),
        *(
            "from 2001 to 2005",
            "until 2024",
            "during 1998",
            "March 2020",
            "August",
            "Nov 5",
            "Dec 1",
        ),
    ],
)
def test_english_dates_are_looked_for(text: str) -> None:
    assert not list(find_english(f"Held {text}")) or finding._ENGLISH_WORDS.search(f"Held {text}")
