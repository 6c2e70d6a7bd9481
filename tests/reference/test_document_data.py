from functools import cache

from assets.reference.records import Reference, load_reference


@cache
def reference() -> Reference:
    return load_reference()


def test_kinds_are_unique_and_those_of_known_documents_exist() -> None:
    kinds = [row.kind for row in reference().document_kinds]
    assert len(kinds) == len(set(kinds))
    assert {row.kind for row in reference().known_documents} <= set(kinds)
    assert {"Chỉ thị", "Nghị quyết", "Kết luận", "Thông tri", "Luật", "Công ước"} <= set(kinds)


def test_a_known_name_stands_for_one_document() -> None:
    names = [name for row in reference().known_documents for name in (row.name, *row.aliases)]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_a_known_document_is_named_by_its_kind() -> None:
    strangers = [r.name for r in reference().known_documents if not r.name.startswith(r.kind)]
    assert strangers == []


def test_symbols_are_unique_within_their_kinds() -> None:
    symbols = [(row.symbol, row.kinds) for row in reference().issuer_symbols]
    assert len(symbols) == len(set(symbols))


def test_the_limits_of_a_symbol_are_kinds() -> None:
    kinds = {row.kind for row in reference().document_kinds}
    assert {kind for row in reference().issuer_symbols for kind in row.kinds} <= kinds


def test_the_centre_of_the_party_is_no_single_issuer() -> None:
    # 04-CT/TW is the Secretariat's, 66-NQ/TW the Politburo's: the letters do not tell.
    assert "TW" not in {row.symbol for row in reference().issuer_symbols}
