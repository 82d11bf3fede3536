"""One line for everything that a user or a file can cause: file, key, what was found, what is allowed."""

from pmark_tui.texts import Texts

ERRORS: Texts = {
    "key_missing": ("{where}: {key} がありません", "{where}: {key} is missing"),
    "key_unknown": ("{where}: {key} という項目はありません", "{where}: there is no key {key}"),
    "value_bad": ("{where}: {key} が {found} です（使えるのは {allowed}）", "{where}: {key} is {found}; allowed: {allowed}"),
    "id_twice": ("{where}: {key} の {id} が2回あります", "{where}: {key} {id} stands twice"),
    "unanswered_one": ("{where}: answer のうち unanswered = true はちょうど1つです", "{where}: exactly one answer has unanswered = true"),
    "refers_to_nothing": ("{where}: {key} の {found} が見つかりません（使えるのは {allowed}）", "{where}: {key} names {found}, which does not exist; allowed: {allowed}"),
    "file_unreadable": ("{file}: 読めません（{why}）", "{file}: cannot be read ({why})"),
    "file_unwritable": ("{file}: 書けません（{why}）", "{file}: cannot be written ({why})"),
    "file_not_utf8": ("{file}: UTF-8ではありません", "{file}: not UTF-8"),
    "file_not_toml": ("{file}: TOMLとして読めません（{why}）", "{file}: not TOML ({why})"),
    "file_too_large": ("{file}: 大きすぎます（上限 {allowed} バイト）", "{file}: too large (limit {allowed} bytes)"),
    "pack_file_unknown": ("{file}: パックにこの名前のファイルはありません（pack, clauses, profile, glossary/, questions/）", "{file}: no such file in a pack (pack, clauses, profile, glossary/, questions/)"),
    "pack_file_missing": ("{file}: パックに必要なファイルがありません", "{file}: a pack needs this file"),
    "pack_unknown": ("パック {found} はありません（あるのは {allowed}）", "no pack {found}; there are: {allowed}"),
    "pack_twice": ("パック {id} の版 {version} が2つあります。片方を消すか版を変えてください", "pack {id} version {version} is there twice; remove one or change its version"),
    "lint_too_long": ("{where}: {key} が全角60字を超えています：{found}", "{where}: {key} is over 60 full-width characters: {found}"),
    "lint_one_question": ("{where}: {key} は疑問符ちょうど1つで終わること：{found}", "{where}: {key} must end in exactly one question mark: {found}"),
    "lint_side_unasked": ("{where}: {key} の側の設問がありません", "{where}: no question asks the side {key}"),
    "lint_pitfall_unasked": ("{where}: {key} よくある指摘を聞く設問がありません", "{where}: {key} no question asks about the frequent finding"),
    "lint_topic_unasked": ("{where}: {key} 規程の側でこの項目を聞く設問がありません", "{where}: {key} no written question asks about this topic"),
    "lint_gate_not_quick": ("{where}: {key} 関門の設問は簡易版にも入れること", "{where}: {key} a gate must be in the quick pass too"),
    "lint_step_unasked": ("{where}: {key} この手順の設問がありません", "{where}: {key} no question counts for this step"),
    "lint_step_not_quick": ("{where}: {key} 簡易版にこの手順の設問がありません", "{where}: {key} the quick pass has no question for this step"),
    "lint_term_unused": ("{where}: {key} 使われていない証拠の名前です", "{where}: {key} is evidence that no question names"),
    "lint_text_missing": ("{where}: {key} がありません", "{where}: {key} is missing"),
    "lint_ambiguous_width": ("{where}: {key} に幅の定まらない文字があります：{found}", "{where}: {key} holds characters of ambiguous width: {found}"),
    "lint_untranslated": ("{where}: {key} が訳されていません：{found}", "{where}: {key} is not translated: {found}"),
}
