"""Names of initiatives that say nothing: 其他…大赛."""

import pytest

from graph.extract import mentions
from tests.extract.conftest import laid_out


def initiatives(text: str) -> list[str]:
    page, article = laid_out(text)
    return [m.text for m in mentions.find(page, (article,)) if m.type == "Initiative"]


@pytest.mark.parametrize("lead", ["其他", "其余", "上述", "类似"])
def test_what_is_only_other_or_alike_has_no_name(lead: str) -> None:
    assert initiatives(f"近日,市总工会举办{lead}焊接技能大赛。") == []
    assert initiatives("近日,市总工会举办巧手焊接技能大赛。") != []
