"""What a place or a capitalised word adds to the name of a new organisation.

Words in lower case, and where reading begins and ends, are in `tail`.
"""

from assets.entities.organisations.field import MANY
from assets.entities.organisations.tail_state import TailState
from assets.entities.organisations.words import DASHES, GUESSED, SEATED, TAUGHT
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation

_ONLINE = ["điện", "tử"]


class TailWords(TailState):
    """Takes places and capitalised words in."""

    def _place(self, cursor: int, stop: int, place: Observation) -> int | None:
        reader, words = self.reader, self.reader.words
        longer = stop < len(words) and words[stop].capital and words[stop].is_word
        if self.titled and longer and reader.person_at(cursor) and cursor != self.start:
            return None
        if cursor != self.done and words[cursor - 1].key in (",", "và"):
            return None
        if self.head.tail == "field" and cursor == self.start:
            if self.head.kind != "court" and not self._abroad_part(place):
                return None
            self.known = True  # "Tòa án La-Haye", "Hội đồng tỉnh Gyeonggi"
        self.place, self.done = place, stop
        # "Ban Quản lý Khu công nghiệp Biên Hòa", "Vụ Đông Bắc Á"
        field = place.surface[:4].lower() == "khu " or place.reference_id in reader.forms.regions
        self.known = self.known or self.pending or (field and self.head.tail == "unit")
        if stop >= len(words):
            return None
        after = words[stop]
        if self.head.kind == "press" and [w.key for w in words[stop : stop + 2]] == _ONLINE:
            self.done = stop + 2  # "Báo Quảng Ninh điện tử"
            return None
        if after.key in DASHES and reader.place_at(stop + 1):
            return stop + 1
        if after.key in DASHES and field and self._pairs(stop + 1):
            self.done = stop + 2  # "Vụ Châu Á - Phi"
            return None
        seat = reader.place_at(stop + 1) if after.key == "tại" else None
        if seat is not None and self.head.kind in SEATED:
            self.done = seat[0]
            return None
        return stop if reader.place_at(stop) or self._after_place(stop) else None

    def _abroad_part(self, place: Observation) -> bool:
        """Tell whether a place is a part of another country with its generic word."""
        abroad = self.reader.forms.is_abroad(place.reference_id)
        return abroad and place.surface[:1].islower() and self.head.kind in ("council", "committee")

    def _pairs(self, at: int) -> bool:
        """Tell whether one capitalised word, no head of another name, stands at `at`."""
        reader, words = self.reader, self.reader.words
        if at >= len(words) or not words[at].capital or reader.forms.head_at(words, at):
            return False
        return not (at + 1 < len(words) and words[at + 1].capital)

    def _after_place(self, stop: int) -> bool:
        """Tell whether the name goes on after a place: "Ngân hàng Sài Gòn Thương Tín"."""
        reader, after = self.reader, self.reader.words[stop]
        if self.head.tail == "country" or reader.title_at(stop) or reader.person_at(stop):
            return False
        foreign = not is_vietnamese(after.key) and after.surface not in reader.forms.english
        if foreign and self.place and reader.forms.is_abroad(self.place.reference_id):
            return False  # "Đảng Nhân dân Cách mạng Lào | Thongsavanh Phomvihane"
        return after.capital and after.is_word and not self.titled

    def _capital(self, cursor: int, fresh: bool) -> int | None:
        reader, words = self.reader, self.reader.words
        if cursor > self.start or not fresh or self.head.tail == "unit":
            found = reader.title_at(cursor)
            if found is not None and found[1].kind != "address":
                return None
        if self._is_person(cursor) or words[cursor].key in MANY or self._is_leader(cursor):
            return None
        inner = self.parse(reader, cursor) if self._may_hold(cursor) else None
        if inner is not None:
            court = self.head.kind == inner.kind == "court"
            owned = self.head.kind == "centre" and inner.kind in ("company", "bank")
            # "Trung tâm Công nghệ | thông tin | Đại học Quốc gia"
            part = self.head.kind in ("centre", "institute") and inner.kind in TAUGHT
            taught = self.pending and (part or court or owned)
            if not (fresh or taught) or (self.head.kind == "standing" and not inner.local):
                return None
            if self.head.tail == "name":
                self.done, self.known = inner.end, True
                self.place = inner.place or self.place
                return None
            self.parent, self.unit_end, self.done = inner, cursor, inner.end
            self.known = True
            return None
        if self.head.tail in ("parent", "country"):
            return None
        return self._word(cursor)

    def _is_leader(self, cursor: int) -> bool:
        """Tell whether a foreign name follows a party's own: "đảng Bình dân | Mariano Rajoy"."""
        words = self.reader.words
        if self.head.kind != "party" or not self.known or cursor + 1 >= len(words):
            return False
        native = is_vietnamese(words[cursor - 1].key) and not is_vietnamese(words[cursor].key)
        return native and words[cursor + 1].capital and words[cursor + 1].is_word

    def _word(self, cursor: int) -> int:
        reader, words = self.reader, self.reader.words
        length = reader.forms.word_length(words, cursor)
        self.capitals += 1
        self.field_last = length > 0
        if length:
            self.known = True
            self.done = cursor + length
            while not words[self.done - 1].last:
                self.done += 1
            return self.done
        end = cursor + 1
        while not words[end - 1].last:
            end += 1
        if end > cursor + 1:
            self.known = True
        elif (
            self.head.tail == "field"
            and words[cursor].surface.isupper()
            and words[cursor].surface.isalpha()
            and (len(words[cursor].surface) > 2 or self._acronyms_end(end) > end)
            and cursor == self.start
        ):
            # "Bộ TLTT": an acronym is the whole field.
            self.known = self.acronym = True
            self.done = self._acronyms_end(end)
            return self.done
        elif (
            (self.head.tail in ("field", "unit") or self.head.kind in GUESSED)
            and (cursor == self.start or not words[cursor - 1].capital)
            and is_vietnamese(words[cursor].key)
            and not words[cursor].surface.isupper()
            and end < len(words)
            and words[end].is_word
            and not words[end].capital
            and words[end].key not in self.reader.forms.after_name
        ):
            # "Chống | tội phạm": the next syllable may begin a known word.
            end += max(reader.forms.word_length(words, end), 1)
            self.known = True
        elif (
            cursor == self.start > self.at + 1
            and self.head.tail == "unit"
            and not is_vietnamese(words[cursor].key)
        ):
            self.known = True  # "Ban Quản lý Hepza"
        if (
            end + 1 < len(words)
            and words[end].key in ("-", "&")
            and words[end].start == words[end - 1].end
            and words[end + 1].start == words[end].end
            and words[end + 1].is_word
        ):
            end += 2
        self.done = end
        return end

    def _acronyms_end(self, end: int) -> int:
        """Return the end of acronyms joined by "và" or a dash: "Bộ LĐ-TB và XH"."""
        words = self.reader.words
        while end + 1 < len(words) and words[end].key in ("và", "&", "-", "–"):
            after = words[end + 1].surface
            if not (1 < len(after) <= 4 and after.isupper() and after.isalpha()):
                break
            end += 2
        return end
