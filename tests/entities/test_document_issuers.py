"""The issuer of a document is the same entity as the organisation of that name in articles."""

import datetime as dt

import pytest

from assets.entities.recognition import recognise
from assets.entities.resolution.resolving import resolve
from assets.reference.records import load_reference
from tests.entities.recognition_cases import article


@pytest.mark.parametrize(
    "body", ["UBND tỉnh Nghệ An", "Thành ủy Hà Nội", "HĐND TP Đà Nẵng", "Tỉnh ủy Bắc Ninh"]
)
def test_a_local_issuer_has_the_id_of_the_organisation(body: str) -> None:
    text = f"Công văn số 2345/ABC-KGVX ngày 3/4/2022 của {body}. Hôm nay, {body} họp."
    reference = load_reference()
    found = recognise(article(text), reference)
    stated = {o.citation.issuer_id for o in found if o.citation is not None}
    result = resolve(found, {"article": dt.date(2022, 5, 1)}, reference)
    assert stated == {m.entity_id for m in result.mentions if m.surface == body}
