"""Bodies that a text names only to tell somebody's office: "Chủ tịch Hội X Nguyễn Văn A"."""

from assets.entities.records import Observation
from assets.events.roles.titles import TitleLexicon
from assets.events.statements.view import ArticleView

_COLLECTIVE = frozenset({"Lãnh đạo", "Đại diện", "Đại biểu"})


def is_office(view: ArticleView, titles: TitleLexicon, body: Observation) -> bool:
    """Tell whether `body` only tells where somebody holds an office.

    "Lãnh đạo Sở X" and "đại diện Hội Y" stand for the body itself.
    """
    if view.is_office(body):
        return True
    raw = view.raw[body.field]
    end = body.start_char
    while end and raw[end - 1] in " \u00a0":
        end -= 1
    title = titles.ending_at(raw, end)
    return title is not None and title.name not in _COLLECTIVE
