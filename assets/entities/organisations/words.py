"""Function words and kinds that the grammar of organisations' names turns on.

Names, heads and words of public life are reference data; here are only the words of grammar and
which kinds of head behave in which way.
"""

DASHES = frozenset("-–—")
# Punctuation that ends a name.
CLOSING = frozenset(",.;:()\n")
QUOTES = {"“": "”", '"': '"', "«": "»", "'": "'", "‘": "’"}
# What may join the parts of one name.
JOINING = frozenset(("và", "các", "về", "vì", "cho", "với", "người", "&", "-", "–", ",", "nước"))
# What joins the parts of an English name.
ENGLISH_LINKS = frozenset(("of", "for", "the", "in", "to", "on", "and"))
# Of the words that follow names, those that may stand inside one in lower case.
WITHIN_NAME = frozenset(("của", "và", "về", "cho", "các", "với", "trên", "người", "vì"))
# Names of these go on in lower case right after the head: "Hội liên hiệp ...".
LOWER_TAIL = frozenset(
    ("association", "council", "centre", "institute", "fund", "committee", "agency", "club",
     "international", "union", "front", "academy", "company", "bank", "hospital", "university",
     "school", "museum", "religious", "court", "procuracy", "theatre")
)  # fmt: skip
# Where a capital syllable that is no known word takes the next one with it: "Viện Công tố".
GUESSED = frozenset(("association", "institute", "centre", "party", "museum"))
# So these, but only between two capitals: "Tổ chức | Bàn tay | Nhân ái".
GUESSED_BETWEEN = frozenset(("international", "fund", "club"))
# Fields of one syllable are taught: "Trường Đại học Kinh tế - Luật".
TAUGHT = frozenset(("university", "academy", "school"))
# Names of these go on after a word that elsewhere is a verb: "Công ty Đầu tư phát triển ...".
LONG_TAIL = frozenset(("company", "centre", "institute", "school", "university", "association"))
# The last field of these may stand in lower case: "Công ty Thực phẩm và dịch vụ tổng hợp".
FIELD_LISTS = frozenset(("company", "centre", "agency", "department", "institute", "association"))
NAMED_AFTER_PEOPLE = frozenset(("school", "university", "academy", "fund", "hospital", "museum"))
# These bear names that may look like people's: "Công ty Cao Gia Phát".
BEARING_NAMES = frozenset(
    ("company", "bank", "club", "centre", "institute", "party", "press", "theatre", "religious",
     "international", "armed_forces", "police")
)  # fmt: skip
# Forces and authorities, which are common nouns in lower case.
FORCES = frozenset(("armed_forces", "police", "government"))
# These carry a number at once: "Lữ đoàn 146".
NUMBERED = frozenset(("armed_forces", "hospital"))
# These name their seat after "tại": "Tổng Lãnh sự quán Nhật Bản tại Đà Nẵng".
SEATED = frozenset(
    ("embassy", "association", "office", "company", "fund", "international", "agency", "centre")
)
# "Trường Tiểu học | số 1 | Nam Lý", "Bệnh viện Dã chiến | cấp 2 | số 6"
NUMBERED_PARTS = frozenset(("school", "hospital", "armed_forces", "agency", "police"))
# These have local bodies named with a bare "tỉnh" or "TP" at the end.
LEVELLED = frozenset(("association", "union", "fund", "club", "committee", "department"))
# So have these, whose head may be the whole name before it: "Bệnh viện Đa khoa tỉnh".
LEVELLED_ALONE = frozenset(("hospital", "museum", "library", "centre"))
