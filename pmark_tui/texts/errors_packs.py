"""One line for everything that the sources of a pack can cause; part of `texts.errors`."""

from pmark_tui.texts import Texts

PACK_ERRORS: Texts = {
    "unanswered_one": (
        "{where}: answer のうち unanswered = true はちょうど1つです",
        "{where}: exactly one answer has unanswered = true",
    ),
    "pack_files_many": (
        "{file}: ファイルが多すぎます（上限 {allowed} 個）",
        "{file}: too many files (limit {allowed})",
    ),
    "pack_file_unknown": (
        "{file}: パックにこの名前のファイルはありません（pack, clauses, profile, checks, glossary/, questions/）",
        "{file}: no such file in a pack (pack, clauses, profile, checks, glossary/, questions/)",
    ),
    "pack_file_missing": (
        "{file}: パックに必要なファイルがありません",
        "{file}: a pack needs this file",
    ),
    "pack_unknown": (
        "パック {found} はありません（あるのは {allowed}）",
        "no pack {found}; there are: {allowed}",
    ),
    "pack_twice": (
        "パック {id} の版 {version} が2つあります（{first} と {second}）。片方を消すか版を変えてください",
        "pack {id} version {version} is there twice ({first} and {second}); remove one or change its version",
    ),
    "lint_too_long": (
        "{where}: {key} が全角60字を超えています：{found}",
        "{where}: {key} is over 60 full-width characters: {found}",
    ),
    "lint_one_question": (
        "{where}: {key} は疑問符ちょうど1つで終わること：{found}",
        "{where}: {key} must end in exactly one question mark: {found}",
    ),
    "lint_side_unasked": (
        "{where}: {key} {found} の側を聞く設問がありません",
        "{where}: {key} no question asks the side {found}",
    ),
    "lint_pitfall_unasked": (
        "{where}: {key} よくある指摘を聞く設問がありません",
        "{where}: {key} no question asks about the frequent finding",
    ),
    "lint_topic_unasked": (
        "{where}: {key} 規程の側でこの項目を聞く設問がありません",
        "{where}: {key} no written question asks about this topic",
    ),
    "lint_gate_not_quick": (
        "{where}: {key} 関門の設問は簡易版にも入れること",
        "{where}: {key} a gate must be in the quick pass too",
    ),
    "lint_step_unasked": (
        "{where}: {key} この手順の設問がありません",
        "{where}: {key} no question counts for this step",
    ),
    "lint_step_not_quick": (
        "{where}: {key} 簡易版にこの手順の設問がありません",
        "{where}: {key} the quick pass has no question for this step",
    ),
    "lint_term_unused": (
        "{where}: {key} 使われていない証拠の名前です",
        "{where}: {key} is evidence that no question names",
    ),
    "lint_actions": (
        "{where}: {key} は最初の3つの行動を並べること（いまは {found}）",
        "{where}: {key} must name the first three actions; it names {found}",
    ),
    "lint_control": (
        "{where}: {key} に見えない文字や制御文字があります：{found}",
        "{where}: {key} holds invisible or control characters: {found}",
    ),
    "lint_text_missing": ("{where}: {key} がありません", "{where}: {key} is missing"),
    "lint_ambiguous_width": (
        "{where}: {key} に幅の定まらない文字があります：{found}",
        "{where}: {key} holds characters of ambiguous width: {found}",
    ),
    "lint_untranslated": (
        "{where}: {key} が訳されていません：{found}",
        "{where}: {key} is not translated: {found}",
    ),
}
