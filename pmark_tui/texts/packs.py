"""What `pmark pack` and `pmark questions` say."""

from pmark_tui.texts import Texts

PACKS: Texts = {
    "help_pack_path": (
        "パックのIDかフォルダー（schemaではファイルの種類：pack, clauses, questions など）",
        "id or folder of a pack (schema: a kind of file: pack, clauses, questions ...)",
    ),
    "help_glossary": (
        "証拠の名前を日英で並べる（show）",
        "the names of evidence, Japanese and English (show)",
    ),
    "help_questions_file": (
        "顧客ファイル（省くとパックの全設問）",
        "client file (without it: every question of the pack)",
    ),
    "help_pack_id": ("パックのID", "id of a pack"),
    "help_all": ("プロフィールで外れる設問も並べる", "also what the profile leaves out"),
    "help_quick": ("簡易版の設問だけ", "the quick pass alone"),
    "help_edition": (
        "条項の横に、その版の番号を添える",
        "the clause number of that edition beside ours",
    ),
    "help_changed": (
        "パックの版が変わって、聞き直すことになった設問だけ",
        "only what another version of the pack makes one ask again",
    ),
    "list_line": (
        "{id} {version}  {questions}問  {title}",
        "{id} {version}  {questions} questions  {title}",
    ),
    "list_own_folder": ("自作のパックの置き場所：{path}", "packs of your own go into: {path}"),
    "check_ok": ("{path}: 問題ありません", "{path}: ok"),
    "count_questions": ("設問", "questions"),
    "count_quick": ("うち簡易版", "of these in the quick pass"),
    "count_clauses": ("条項", "clauses"),
    "count_clauses_of_the_standard": ("うち規格の条項", "of these in the standard"),
    "count_clauses_asked": ("設問のある条項", "clauses that are asked"),
    "count_pitfalls": ("よくある指摘のある条項", "clauses with a frequent finding"),
    "count_pitfalls_asked": ("うち、その指摘を聞く条項", "of these asked about it"),
    "count_checks": ("矛盾を見つける決まり", "checks for contradictions"),
    "count_by_chapter": ("章ごと", "by chapter"),
    "count_by_side": ("文書と実践", "by side"),
    "count_by_step": ("手順ごと", "by step"),
    "count_by_gate": ("関門のある手順ごと", "by step that is gated"),
    "count_by_ask": ("聞く相手ごと", "by person asked"),
    "count_by_topic": ("規程の項目ごと", "by topic of the rules"),
    "count_by_facet": ("安全管理の面ごと", "by facet of the safety measures"),
    "count_by_duty": ("漏えい後の務めごと", "by duty after a leak"),
    "count_by_language": ("言語ごと", "by language"),
    "count_by_certainty": ("条項の確かさごと", "clauses by certainty"),
    "side_written": ("文書", "written"),
    "side_practised": ("実践", "practised"),
    "certainty": ("［確かさ：{level}］", "[certainty: {level}]"),
    "mapping": ("［規格の条番号との対応：{level}］", "[mapping to the standard: {level}]"),
    "optional": ("［任意］", "[optional]"),
    "certainty_legend": (
        "確かさ：印のない条項は、公式の資料か独立した2つ以上の資料で番号と題名を確かめています。medium は1つの資料だけか前の版からの引き継ぎ、low は確かめられていないものです。",
        "Certainty: a clause without a mark was confirmed by an official page or by two independent ones; medium: by one page, or carried over from an older edition; low: unconfirmed.",
    ),
    "changed_none": (
        "聞き直す設問はありません（パックの版 {old} から {version}）。",
        "Nothing has to be asked again (pack version {old} to {version}).",
    ),
    "changed_head": (
        "パックの版 {old} から {version}：聞き直し {again}問、新しい設問 {new}問",
        "pack version {old} to {version}: {again} to ask again, {new} new",
    ),
    "changed_again": ("聞き直し", "again"),
    "changed_new": ("新しい", "new"),
    "changed_gone": (
        "パックからなくなった設問への回答（ファイルに残っています）：{ids}",
        "answers to questions that the pack no longer has (kept in the file): {ids}",
    ),
}
