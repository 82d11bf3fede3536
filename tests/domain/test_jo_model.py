"""The JO model against its published case, hand-worked examples and a table copied by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.client import DataSet
from pmark_tui.domain.jo_model import assess, assess_all, total, without_level
from pmark_tui.errors import BadInput
from pmark_tui.store.incidents import jo_model

# Levels (mental distress, economic loss) by item, by hand from the facts.
LEVELS = {
    (
        1,
        1,
    ): "氏名 住所 生年月日 性別 電話番号 メールアドレス 金融機関名 住民票コード 健康保険証番号 "
    "年金証書番号 免許証番号 社員番号 音声",
    (1, 2): "パスポート番号・情報 購入履歴 プロバイダのアカウントとパスワード 口座番号のみ "
    "クレジットカード番号のみ",
    (1, 3): "口座番号と暗証番号 クレジットカード番号と有効期限 クレジットカード番号",
    (2, 1): "性格判断 手術歴 試験得点 国籍 健康診断書 妊娠歴 検査記録 身体障害者手帳 病歴 指紋 "
    "スリーサイズ 人種 嗜好 成績 メール内容 看護記録 学歴 趣味・特技 "
    "生体認証情報（静脈・虹彩・網膜・顔画像等） 声紋",
    (2, 2): "年収 資産 残高 借金 所得 借り入れ記録 建物 土地 給与・賞与額",
    (2, 3): "遺言書",
    (
        3,
        1,
    ): "政治的見解 宗教 病状 加盟政党 信条 思想 本籍 カルテ 性癖 性生活 信仰 精神障害情報 介護度 "
    "感染症に関する情報 身体障害 知的障害",
    (3, 3): "前科前歴 犯罪歴 与信ブラックリスト",
}
SENSITIVITY = {
    (1, 1): 2,
    (1, 2): 6,
    (1, 3): 26,
    (2, 1): 11,
    (2, 2): 15,
    (2, 3): 35,
    (3, 1): 101,
    (3, 2): 105,
    (3, 3): 125,
}
CONFLICTS = {"身体障害", "知的障害", "声紋", "クレジットカード番号"}


def per_person(*items: str, **factors: int) -> int:
    return assess(jo_model(), DataSet(1, items, **factors)).per_person


@pytest.mark.parametrize(
    ("items", "factors", "yen"),
    [
        (("氏名", "住所", "クレジットカード番号と有効期限"), {}, 78_000),
        (("氏名", "住所", "生年月日", "性別"), {"social": 2}, 12_000),
        (("氏名", "住所", "年収"), {}, 45_000),
        (("氏名", "住所", "年収"), {"social": 2}, 90_000),
        (("氏名", "住所", "病歴", "口座番号と暗証番号"), {}, 105_000),
        (("住所", "電話番号"), {}, 3_000),
        (("氏名",), {}, 3_000),
        (("メールアドレス",), {}, 1_000),
        (("氏名", "住所", "犯罪歴"), {"social": 2, "response": 2}, 1_500_000),
        # the highest case of 2003, Yahoo! BB and the beauty salon, worked by hand
        (("氏名", "住所", "病状"), {"social": 2}, 606_000),
        (("氏名", "住所"), {}, 6_000),
        (("氏名", "住所", "スリーサイズ"), {}, 33_000),
    ],
)
def test_worked_examples(items: tuple[str, ...], factors: dict[str, int], yen: int) -> None:
    assert per_person(*items, **factors) == yen


def test_the_published_card_case() -> None:
    found = assess(jo_model(), DataSet(7316, ("氏名", "住所", "クレジットカード番号と有効期限")))
    assert (found.x, found.y, found.sensitivity) == (1, 3, 26)
    assert (found.per_person, found.total) == (78_000, 570_648_000)


def test_the_two_maxima_are_independent() -> None:
    found = assess(jo_model(), DataSet(1, ("病歴", "口座番号と暗証番号")))
    assert (found.x, found.y, found.sensitivity) == (2, 3, 35)


def test_every_level_of_the_table() -> None:
    expected = {name: level for level, names in LEVELS.items() for name in names.split()}
    assert {i.title.ja: (i.x, i.y) for i in jo_model().item} == expected


@pytest.mark.parametrize(("level", "value"), SENSITIVITY.items())
def test_every_sensitivity(level: tuple[int, int], value: int) -> None:
    found = assess(jo_model(), DataSet(1, ("仮の項目",), levels={"仮の項目": level}))
    assert (found.sensitivity, found.per_person) == (value, 500 * value)


def test_where_editions_differ_the_higher_level_is_taken_and_said() -> None:
    assert {i.title.ja for i in jo_model().item if i.in_conflict} == CONFLICTS
    (rated,) = assess(jo_model(), DataSet(1, ("知的障害",))).items
    assert (rated.x, rated.y, rated.in_conflict) == (3, 1, True)


@pytest.mark.parametrize(
    ("items", "value"),
    [
        (("氏名", "住所"), 6),
        (("住所", "電話番号", "氏名"), 6),
        (("氏名", "電話番号"), 3),
        (("住所", "電話番号"), 3),
        (("住所",), 1),
        (("電話番号", "メールアドレス"), 1),
    ],
)
def test_identifiability_follows_from_the_items(items: tuple[str, ...], value: int) -> None:
    factor = assess(jo_model(), DataSet(1, items)).identifiability
    assert (factor.value, factor.given) == (value, False)
    assert factor.why is not None


def test_a_given_factor_stands() -> None:
    found = assess(jo_model(), DataSet(1, ("氏名", "住所"), identifiability=1))
    assert (found.identifiability.value, found.identifiability.given) == (1, True)
    assert (found.social.value, found.social.given) == (1, False)


@pytest.mark.parametrize(
    "factors", [{"identifiability": 2}, {"social": 3}, {"response": 0}, {"social": 0}]
)
def test_a_factor_that_the_model_does_not_know_is_refused(factors: dict[str, int]) -> None:
    with pytest.raises(BadInput) as refused:
        per_person("氏名", **factors)
    assert refused.value.key == "jo_factor"


@pytest.mark.parametrize(
    "name", ["マイナンバー", "位置情報", "遺伝情報", "my_number", "Location data"]
)
def test_kinds_without_a_level_are_asked_for(name: str) -> None:
    data = DataSet(1, ("氏名", name))
    assert without_level(jo_model(), data) == (name,)
    with pytest.raises(BadInput) as refused:
        assess(jo_model(), data)
    assert refused.value.key == "jo_unrated"
    assert f"--level {name}=X/Y" in refused.value.message("ja")
    told = replace(data, levels={name: (2, 3)})
    assert without_level(jo_model(), told) == ()
    assert assess(jo_model(), told).sensitivity == 35


def test_an_unknown_name_is_not_guessed_but_near_ones_are_named() -> None:
    with pytest.raises(BadInput) as refused:
        per_person("カード番号")
    assert refused.value.key == "jo_unknown"
    assert "クレジットカード番号" in refused.value.message("ja")


@pytest.mark.parametrize("levels", [(0, 1), (1, 4), (4, 1)])
def test_a_level_out_of_range_is_refused(levels: tuple[int, int]) -> None:
    with pytest.raises(BadInput):
        assess(jo_model(), DataSet(1, ("マイナンバー",), levels={"マイナンバー": levels}))


def test_a_level_of_what_did_not_leak_is_refused() -> None:
    with pytest.raises(BadInput):
        assess(jo_model(), DataSet(1, ("氏名",), levels={"住所": (1, 1)}))


def test_a_given_level_replaces_the_models() -> None:
    found = assess(jo_model(), DataSet(1, ("name",), levels={"氏名": (3, 3)}))
    assert found.per_person == 500 * 125 * 3


@pytest.mark.parametrize("data", [DataSet(0, ("氏名",)), DataSet(1, ())])
def test_nobody_and_nothing_are_refused(data: DataSet) -> None:
    with pytest.raises(BadInput):
        assess(jo_model(), data)


def test_names_count_once_by_id_by_japanese_and_in_any_width() -> None:
    found = assess(jo_model(), DataSet(1, ("name", "氏名", " Name ", "ﾒｰﾙｱﾄﾞﾚｽ")))
    assert [r.item.id for r in found.items if r.item] == ["name", "email"]


def test_several_sets_of_a_client_add_up() -> None:
    cards = DataSet(7316, ("氏名", "住所", "クレジットカード番号と有効期限"), name="会員")
    mail = DataSet(1000, ("メールアドレス",), name="メルマガ")
    unknown = DataSet(10, ("マイナンバー",), name="従業者")
    nobody = DataSet(0, ("氏名",), name="応募者")
    found = assess_all(jo_model(), [cards, unknown, mail, nobody])
    assert [o.data.name for o in found] == ["会員", "従業者", "メルマガ", "応募者"]
    assert [o.exposure.total if o.exposure else None for o in found] == [
        570_648_000,
        None,
        1_000_000,
        None,
    ]
    assert [o.trouble.key for o in found if o.trouble] == ["jo_unrated", "jo_persons"]
    assert total(found) == 571_648_000
    assert (assess_all(jo_model(), []), total(())) == ((), 0)


def test_limits_credit_and_sources_are_there() -> None:
    model = jo_model()
    assert len(model.limit) == 7
    assert "JNSA" in model.credit.ja
    assert "JNSA" in model.credit.en
    known = {s.id for s in model.source}
    for item in model.item:
        assert known.issuperset(item.sources)


NAMES = st.sampled_from([name for names in LEVELS.values() for name in names.split()])
ITEMS = st.lists(NAMES, min_size=1, max_size=6, unique=True).map(tuple)
FACTORS = st.fixed_dictionaries(
    {},
    optional={
        "identifiability": st.sampled_from([1, 3, 6]),
        "social": st.sampled_from([1, 2]),
        "response": st.sampled_from([1, 2]),
    },
)


@given(ITEMS, FACTORS, st.integers(1, 10**9))
def test_bounds_order_and_persons(
    items: tuple[str, ...], factors: dict[str, int], persons: int
) -> None:
    found = assess(jo_model(), DataSet(persons, items, **factors))
    assert 1_000 <= found.per_person <= 1_500_000
    assert found.total == found.per_person * persons
    assert per_person(*reversed(items), **factors) == found.per_person


@given(ITEMS, NAMES, FACTORS)
def test_one_more_item_never_lowers_it(
    items: tuple[str, ...], more: str, factors: dict[str, int]
) -> None:
    assert per_person(*items, more, **factors) >= per_person(*items, **factors)
