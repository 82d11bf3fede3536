"""What the line-by-line interview says, and the words that it takes."""

from __future__ import annotations

from collections.abc import Sequence

from pmark_tui.domain.keying import Keyed, Trouble
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.text import clip
from pmark_tui.texts import Texts, text

SHOWN = 5
"""How many refused words are named; behind them only their number."""

FOUND_CELLS = 40

WORDS: dict[str, tuple[str, ...]] = {
    "next": ("next", "次", "つぎ", "次へ"),
    "back": ("b", "back", "戻る", "もどる"),
    "jump": ("j", "jump", "移動"),
    "open": ("o", "open", "未回答"),
    "again": ("w", "again", "もう一度", "もういちど"),
    "note": ("m", "note", "メモ"),
    "certainty": ("c", "certainty", "確かさ", "たしかさ"),
    "details": ("d", "details", "証拠"),
    "flag": ("f", "flag", "あとで", "あとで確認"),
    "park": ("k", "park", "保留"),
    "clear": ("0", "clear", "消す", "けす"),
    "undo": ("z", "undo", "取消", "取り消す", "とりけす"),
    "redo": ("r", "redo", "やり直す", "やりなおす"),
    "guide": ("g", "guide", "目安", "めやす"),
    "standing": ("s", "standing", "状況", "じょうきょう"),
    "search": ("/", "search", "検索", "けんさく"),
    "elsewhere": ("save", "別名", "保存"),
    "help": ("?", "h", "help", "ヘルプ"),
    "quit": ("q", "quit", "exit", "終了", "おわり"),
}
"""The words for each intent, in both languages; the answers' own words stand in the pack.

`n` and `u` are answers (no, don't know), as on paper: the next open question is `o`, undo is `z`.
"""

PLAIN: Texts = {
    "start": (
        "{name}の聞き取り（{walk}、{count}問、回答済み{answered}問）。1行に1つずつ答えてください。",
        "Interview of {name} ({walk}, {count} questions, {answered} answered). One answer a line.",
    ),
    "start_help": (
        "使い方は ?、終わるには q。答えるたびに保存します。",
        "? explains, q quits. Every answer is saved as it is given.",
    ),
    "walk_quick": ("簡易版", "quick pass"),
    "walk_full": ("詳細版", "full pass"),
    "nothing_asked": (
        "この顧客に聞く設問はありません。",
        "There is no question for this client.",
    ),
    "place": (
        "{place}/{total}  {id}  紙の番号 {number}  聞く相手：{who}",
        "{place}/{total}  {id}  sheet no. {number}  ask: {who}",
    ),
    "given": ("いまの回答：{label}", "Answer so far: {label}"),
    "beside": ("{label}：{value}", "{label}: {value}"),
    "marks": ("印：{marks}", "Marks: {marks}"),
    "recorded": ("{id}：「{label}」と記録しました。", "{id}: recorded '{label}'."),
    "not_saved": ("まだ保存できていません。", "NOT saved yet."),
    "skipped": ("答えずに次へ。", "On without an answer."),
    "at_end": (
        "最後の設問です。未回答は残り{left}問（o で次の未回答、q で終了）。",
        "This is the last question. {left} are still open (o: next open, q: quit).",
    ),
    "at_start": ("最初の設問です。", "This is the first question."),
    "all_answered": ("未回答はもうありません。", "Nothing is unanswered any more."),
    "not_understood": (
        "わかりませんでした：{line}。番号（1から{count}）で答えるか、? で使い方を見てください。",
        "Not understood: {line}. Answer with a number (1 to {count}), or ? explains.",
    ),
    "na_refused": (
        "{id}：この設問は対象外にできません。",
        "{id}: this question cannot be excluded.",
    ),
    "reason_ask": (
        "{id}：「{label}」にする理由を1行で書いてください（空のまま Enter でやめます）。",
        "{id}: why '{label}'? Write one line (Enter alone gives it up).",
    ),
    "reason_none": (
        "理由がないので、何も記録しませんでした。",
        "Without a reason nothing was recorded.",
    ),
    "cleared": ("{id}：回答を消しました。", "{id}: the answer was taken back."),
    "nothing_to_clear": ("{id}：回答はまだありません。", "{id}: there is no answer yet."),
    "note_ask": (
        "{id}のメモ。何行でも書けます。点（.）だけの行で終わります。",
        "Note on {id}. Write as many lines as you like; a line with only a full stop (.) ends it.",
    ),
    "note_saved": (
        "{id}：メモを記録しました（全{count}行）。",
        "{id}: note recorded ({count} lines).",
    ),
    "note_cut": (
        "メモは{allowed}字までです。それを超えた分は入りません。",
        "A note holds {allowed} characters; what goes beyond is not taken.",
    ),
    "note_none": ("メモは変えませんでした。", "The note is as it was."),
    "certainty_ask": (
        "確かさを番号で：{choices}、0 未記入（Enter だけなら変えません）",
        "How certain? {choices}, 0 not given (Enter alone changes nothing)",
    ),
    "certainty_saved": ("{id}：確かさは「{label}」。", "{id}: certainty is '{label}'."),
    "unchanged": ("変えませんでした。", "Nothing was changed."),
    "details_ask": (
        "{label}（いま：{value}）。Enter だけならそのまま、- で消します。",
        "{label} (now: {value}). Enter alone keeps it, - clears it.",
    ),
    "details_empty": ("なし", "none"),
    "details_saved": ("{id}：{label}は「{value}」。", "{id}: {label} is '{value}'."),
    "date_bad": (
        "{found}：日付は 2026-04-01 の形で書いてください。変えませんでした。",
        "{found}: write the date as 2026-04-01. Nothing was changed.",
    ),
    "flag_on": ("{id}：「あとで確認」の印を付けました。", "{id}: flagged for later."),
    "flag_off": ("{id}：「あとで確認」の印を外しました。", "{id}: no longer flagged."),
    "park_on": ("{id}：保留にしました。", "{id}: parked."),
    "park_off": ("{id}：保留をやめました。", "{id}: no longer parked."),
    "undone": ("取り消しました：{id}。", "Undone: {id}."),
    "redone": ("やり直しました：{id}。", "Done again: {id}."),
    "undone_rest": ("取り消しました：設問以外の変更。", "Undone: a change outside the questions."),
    "redone_rest": (
        "やり直しました：設問以外の変更。",
        "Done again: a change outside the questions.",
    ),
    "nothing_to_undo": ("取り消すものはありません。", "There is nothing to undo."),
    "nothing_to_redo": ("やり直すものはありません。", "There is nothing to do again."),
    "jump_where": (
        "行き先を書いてください。例：j J.2.2-1、j J.2.2（条項）、j 12（紙の番号）",
        "Say where to. E.g. j J.2.2-1, j J.2.2 (clause), j 12 (sheet number)",
    ),
    "jump_none": (
        "{found} という設問はないか、この顧客には聞きません。/ 言葉 で探せます。",
        "There is no question {found}, or it is not asked of this client. / and a word searches.",
    ),
    "pass_widened": (
        "簡易版にない設問なので、詳細版に切り替えました。",
        "The quick pass does not have it: switched to the full pass.",
    ),
    "search_what": ("探す言葉を書いてください。例：/ 台帳", "Say what to look for. E.g. / ledger"),
    "search_found": (
        "{found}：{count}問（はじめの{shown}問。j ID で移動）",
        "{found}: {count} found (the first {shown}; j ID goes there)",
    ),
    "search_none": ("{found} は見つかりません。", "{found}: nothing found."),
    "standing_step": (
        "{title}：{range}、{status}、回答 {answered}/{asked}",
        "{title}: {range}, {status}, answered {answered} of {asked}",
    ),
    "standing_range": ("{low}から{high}", "{low} to {high}"),
    "standing_blockers": ("  止めている設問：{ids}", "  Blocked by: {ids}"),
    "standing_all": (
        "回答 {answered}/{asked}問、対象外 {excluded}問。準備度の目安で、審査の結論ではありません。",
        "Answered {answered} of {asked}, excluded {excluded}. Readiness only, not a certification decision.",
    ),
    "standing_time": (
        "残り{left}問、いままでの速さで{time}。",
        "{left} left, {time} at your pace so far.",
    ),
    "keys_read": ("{count}問を記録しました。", "{count} answers recorded."),
    "keys_refused": (
        "この行は何も記録しませんでした：{why}",
        "Nothing of this line was recorded: {why}",
    ),
    "elsewhere_what": (
        "新しいファイル名を書いてください。例：save 控え.pmark.toml",
        "Say under which name. E.g. save copy.pmark.toml",
    ),
    "elsewhere_done": ("ここに保存しました：{path}", "Saved here: {path}"),
    "save_failed": (
        "保存できません：{why}。回答は終わるまで手元にあります。別の名前で続けるには save 名前",
        "Cannot save: {why}. Answers are held until the end. To go on elsewhere: save NAME",
    ),
    "left_off": (
        "終わります。回答 {answered}/{asked}問、すべて保存済みです：{path}",
        "Done. Answered {answered} of {asked}, everything is saved: {path}",
    ),
    "left_unsaved": (
        "終わります。保存できていない回答があります：{path}",
        "Done. Some answers could NOT be saved: {path}",
    ),
    "help": (
        "答え：1から{count}の番号、または {answers}。全角でもかまいません。\n"
        "Enter だけ：答えずに次へ。b 前へ。o 次の未回答。j ID 移動（条項や紙の番号でも）。w もう一度読む\n"
        "m メモ（m のあとに書けば1行だけ）。c 確かさ。d 証拠・答えた人・担当・期限。f あとで確認。k 保留\n"
        "0 回答を消す。z 取り消す。r やり直す。g 目安。s 状況。/ 言葉 検索。q 終了\n"
        "紙から続けて：12y 13p 14n のように、番号かIDのすぐ後に答え。読めない語があれば何も記録しません。",
        "Answers: a number from 1 to {count}, or {answers}. Full-width is fine.\n"
        "Enter alone: on without an answer. b back. o next open. j ID jump (clause or sheet number too). w read again\n"
        "m note (text behind m: that one line). c certainty. d evidence, said by, owner, due. f flag. k park\n"
        "0 take the answer back. z undo. r redo. g guidance. s where we stand. / words search. q quit\n"
        "From paper: 12y 13p 14n, a number or id with the answer at once behind it. One unreadable word and nothing is recorded.",
    ),
}

KEYS: Texts = {
    "unknown": (
        "{found}（その番号やIDと答えの組はありません）",
        "{found} (no such number or id with an answer)",
    ),
    "ambiguous": ("{found}（{readings} のどれかに決まりません）", "{found} (may mean {readings})"),
    "twice": ("{found}（同じ設問が2回あります）", "{found} (the same question twice)"),
    "not_asked": (
        "{found}（{readings} はこの顧客には聞きません）",
        "{found} ({readings} is not asked of this client)",
    ),
    "na_refused": (
        "{found}（{readings} は対象外にできません）",
        "{found} ({readings} cannot be excluded)",
    ),
    "reason_misplaced": (
        "{found}（かっこの理由は対象外の答えにだけ付けられます）",
        "{found} (a reason in brackets goes with an exclusion only)",
    ),
    "unclosed": ("{found}（かっこが閉じていません）", "{found} (the bracket is not closed)"),
    "separator": ("、", ", "),
    "more": ("ほか{count}語", "{count} more"),
    "echo": ("{number}  {id}  {label}  {text}", "{number}  {id}  {label}  {text}"),
}
"""What was read from paper, and why a word of it was refused."""


def trouble_words(troubles: Sequence[Trouble], lang: str) -> str:
    """Every refused word with its reason, in one line; the first few where there are many."""
    said = [
        text(
            KEYS,
            trouble.kind,
            lang,
            found=clip(trouble.found, FOUND_CELLS),
            readings=", ".join(trouble.readings),
        )
        for trouble in troubles[:SHOWN]
    ]
    if len(troubles) > SHOWN:
        said.append(text(KEYS, "more", lang, count=len(troubles) - SHOWN))
    return text(KEYS, "separator", lang).join(said)


def echo(pack: Pack, keyed: Keyed, lang: str) -> str:
    """One answer as it was understood: number, id, answer, question."""
    return text(
        KEYS,
        "echo",
        lang,
        number=keyed.number,
        id=keyed.question,
        label=pack.answer[keyed.value].label.of(lang),
        text=pack.question[keyed.question].text.of(lang),
    )
