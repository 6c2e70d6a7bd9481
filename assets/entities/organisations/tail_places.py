"""What a place adds to the name of a new organisation, and where the name ends behind it.

Seats, purposes and pairs of countries; capitalised words are read in `tail_words`.
"""

from assets.entities.organisations.surroundings import purpose_end, reads_a_person
from assets.entities.organisations.tail_state import TailState
from assets.entities.organisations.words import CLOSING, DASHES, SEATED, TAUGHT
from assets.entities.persons.names import is_vietnamese
from assets.entities.records import Observation

_ONLINE = ["điện", "tử"]


class TailPlaces(TailState):
    """Takes places in."""

    def _place(self, cursor: int, stop: int, place: Observation) -> int | None:
        reader, words = self.reader, self.reader.words
        if self._leads_to_person(cursor, stop, place):
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
        if self.head.kind in TAUGHT | {"company"} and self._number(stop):
            self.done = stop + 1  # "Đại học Paris 8", "Nhà máy Nhiệt điện Thái Bình 2"
            return None
        if words[stop].key in DASHES and reader.place_at(stop + 1):
            return stop + 1
        end = self._end_behind(stop, field)
        if end is not None:
            self.done = end
            return None
        return stop if reader.place_at(stop) or self._after_place(stop) else None

    def _leads_to_person(self, cursor: int, stop: int, place: Observation) -> bool:
        """Tell whether a place is a person: "Hiệp hội Doanh nghiệp tỉnh | Nguyễn Quốc Cường"."""
        reader, words = self.reader, self.reader.words
        level = reader.level_at(cursor) if cursor == self.done else None
        if level is not None and reads_a_person(reader, self.at, level, place):
            return True
        longer = stop < len(words) and words[stop].capital and words[stop].is_word
        return self.titled and longer and reader.person_at(cursor) and cursor != self.start

    def _end_behind(self, stop: int, field: bool) -> int | None:
        """Return where a name ends that surely goes on at word `stop` behind a place."""
        reader, words = self.reader, self.reader.words
        after = words[stop]
        if self.head.kind == "press" and [w.key for w in words[stop : stop + 2]] == _ONLINE:
            return stop + 2  # "Báo Quảng Ninh điện tử"
        if after.key in DASHES and field and self._pairs(stop + 1):
            return stop + 2  # "Vụ Châu Á - Phi"
        if after.key != "tại":
            return purpose_end(reader, stop)
        seat = reader.place_at(stop + 1)
        if seat is not None and (self.head.kind in SEATED or self._is_ours_abroad(seat[1])):
            return seat[0]
        # "Phái đoàn Việt Nam tại | Liên hợp quốc"
        host = self.parse(reader, stop + 1) if self.head.kind == "embassy" else None
        return host.end if host is not None and host.kind == "international" else None

    def _is_ours_abroad(self, seat: Observation) -> bool:
        """Tell whether a body of Việt Nam has its seat abroad: "Ban ... Việt Nam tại Lào"."""
        ours = self.place is not None and self.reader.is_vietnam(self.place)
        return ours and self.reader.forms.is_abroad(seat.reference_id)

    def _goes_on_after_dash(self, cursor: int) -> bool:
        """Tell whether a dash leads to a seat or a second brand: "Thành Công | - Biên Hòa"."""
        if self.head.kind not in TAUGHT | {"company", "association"}:
            return False
        words = self.reader.words
        found = self.reader.place_at(cursor + 1) if words[cursor].key in DASHES else None
        if found is None:
            firm = self.head.kind == "company"
            odd = firm and words[cursor].key in DASHES and self._is_odd(cursor + 1)
            return odd and self._ends_at(cursor + 2)
        if found[1].reference_id in self.reader.forms.countries:
            return self.head.kind == "association"  # "Tổng hội Khmer | - Việt Nam"
        return self._ends_at(found[0])

    def _ends_at(self, end: int) -> bool:
        words = self.reader.words
        return end >= len(words) or words[end].key in CLOSING | self.reader.forms.after_name

    def _is_odd(self, cursor: int) -> bool:
        """Tell whether a word of another language, the second part of a brand, is at `cursor`."""
        words = self.reader.words
        return (
            cursor < len(words) and words[cursor].capital and not is_vietnamese(words[cursor].key)
        )

    def _abroad_part(self, place: Observation) -> bool:
        """Tell whether a place is a part of another country with its generic word."""
        unlisted = place.reference_id is None and not all(map(is_vietnamese, place.surface.split()))
        abroad = unlisted or self.reader.forms.is_abroad(place.reference_id)
        return abroad and place.surface[:1].islower() and self.head.kind in ("council", "committee")

    def _pairs(self, at: int) -> bool:
        """Tell whether one capitalised word, no head of another name, stands at `at`."""
        reader, words = self.reader, self.reader.words
        if at >= len(words) or not words[at].capital or reader.head_at(at):
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

    def _names_seat(self) -> bool:
        """Tell whether "tại" goes on a name: "Tòa Phúc thẩm TAND Tối cao | tại Hà Nội".

        So it does for courts and for offices of an international body.
        """
        words = self.reader.words
        after = words[self.done].key if self.done < len(words) else ""
        above = self.parent.kind if self.parent is not None else ""
        office = self.head.kind == "office" and above == "international"
        return after == "tại" and (self.head.kind == "court" or office)

    def _take_subject(self) -> None:
        """Take in what a part of an international body is for: "... ASEAN về Hỗ trợ nhân đạo"."""
        if self.parent is not None and self.parent.kind == "international":
            self.done = purpose_end(self.reader, self.done, "về") or self.done

    def _take_country(self) -> None:
        """Take in the country of a part of an international body: "Ủy ban ... UNESCO Việt Nam"."""
        reader = self.reader
        at = reader.skip.get(self.done, self.done)
        if self.parent is None or self.parent.kind != "international" or not reader.country_at(at):
            return
        found = reader.place_at(at)
        if found is not None:
            self.done, self.place = found

    def seat_abroad(self) -> int | None:
        """Return the end of the country that "tại" gives as the seat: "... tại Nhật Bản"."""
        reader, words = self.reader, self.reader.words
        if self.head.kind not in SEATED or self.done >= len(words):
            return None
        seat = reader.place_at(self.done + 1) if words[self.done].key == "tại" else None
        ours = [word.key for word in words[self.done - 2 : self.done]] == ["việt", "nam"]
        if seat is None or not ours:
            return None
        place_id = seat[1].reference_id
        abroad = reader.forms.is_abroad(place_id) or place_id in reader.forms.regions
        return seat[0] if abroad else None
