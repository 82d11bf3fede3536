"""What the papers of a visit say: interview sheet, walk-round, homework, rehearsal."""

from pmark_tui.texts import Texts

VISITS: Texts = {
    "colon": ("：", ": "),
    "separator": ("、", ", "),
    "written": ("書き出しました：{path}", "written: {path}"),
    # interview sheet
    "sheet_title": ("聞き取り用紙", "Interview sheet"),
    "walk_title": ("見回り用紙（場所別）", "Walk-round sheet, by place"),
    "sheet_of": ("{title}：{name}", "{title}: {name}"),
    "pass_quick": ("簡易版", "quick pass"),
    "pass_full": ("詳細版", "full pass"),
    "sheet_pack": (
        "設問パック：{title}（{id} 版 {version}、{walk}、{count}問）",
        "Question pack: {title} ({id} version {version}, {walk}, {count} questions)",
    ),
    "sheet_name": ("会社名", "Name"),
    "sheet_date": ("日付", "Date"),
    "sheet_by": ("聞いた人", "Asked by"),
    "sheet_said_by": ("答えた人", "Answered by"),
    "sheet_how": (
        "答えの四角に印を付けます。[-] の答えは選べません。対象外には理由を書きます。",
        "Tick one box a question. [-] cannot be chosen. Not applicable needs a reason.",
    ),
    "sheet_keys": (
        "入力は、番号のすぐ後に答えの文字を付けて続けます：pmark answer ファイル "
        '--sheet {version} --keys "{example}"',
        "To key it in, each number with the letter of its answer: pmark answer FILE "
        '--sheet {version} --keys "{example}"',
    ),
    "sheet_numbers": (
        "番号はパックのこの版のすべての設問に通しで付き、どの顧客の用紙でも同じです。聞かない設問の番号は飛びます。",
        "Numbers run through all questions of this version of the pack and are the same on every client's sheet; those of questions that are not asked are left out.",
    ),
    "sheet_note": ("メモ・理由", "Note, reason"),
    "sheet_notice": (
        "pmark独自の言葉による設問で、審査の結論を示すものではありません。",
        "The questions are pmark's own words; nothing here is a certification decision.",
    ),
    "count": ("{title}（{count}問）", "{title} ({count})"),
    "walk_open": ("未回答", "open"),
    # homework
    "homework_title": ("次の訪問までの宿題", "Homework until the next visit"),
    "homework_on": ("{on} 現在、{count}問", "As of {on}: {count} questions"),
    "homework_none": (
        "宿題はありません（あとで確認・保留・わからない・課題のどれもありません）。",
        "There is no homework: nothing is flagged, parked, unknown or short.",
    ),
    "homework_bring": ("用意するもの", "To bring"),
    "homework_first": ("まず", "First"),
    "homework_owner": ("担当", "Owner"),
    "homework_due": ("期限", "Due"),
    "homework_evidence": ("{name}（{ids}）", "{name} ({ids})"),
    "reason_flagged": ("あとで確認", "flagged"),
    "reason_parked": ("保留", "parked"),
    "reason_unknown": ("わからない", "don't know"),
    "reason_gap": ("課題", "gap"),
    # rehearsal
    "rehearse_title": ("面談の練習（{who}）", "Interview rehearsal ({who})"),
    "rehearse_how": (
        "審査員が尋ねそうなことと、見るところです。資料を見ずに声に出して答えてみてください。採点も記録もしません。",
        "What an auditor is likely to ask and to look at. Answer aloud, without notes. Nothing is graded or recorded.",
    ),
    "rehearse_none": ("{who}に尋ねる設問はありません。", "There is nothing to ask: {who}."),
    "rehearse_looks": ("審査員が見るところ", "What the auditor looks at"),
    "rehearse_good": ("こう話せるとよい", "A good answer"),
    "rehearse_pitfall": ("気をつけること", "Beware"),
    "rehearse_at_hand": ("手元に置くもの", "Have at hand"),
    # help
    "help_pack": (
        "顧客ファイルの代わりに、パック全体の用紙",
        "the whole pack instead of a client file",
    ),
    "help_quick": ("簡易版だけ", "the quick pass only"),
    "help_places": (
        "見回り用：場所のある設問を場所別に",
        "for the walk-round: questions with a place, by place",
    ),
    "help_output": ("書き出し先（- は標準出力）", "where to write (- is standard output)"),
    "help_force": ("すでにあるファイルに上書きする", "overwrite a file that is there"),
    "help_top": ("課題は上位N件だけ", "only the first N gaps"),
    "help_on": ("この日付を載せる（既定は今日）", "the date on the paper (default: today)"),
    "help_ask": (
        "この人の練習（既定はパックの最初の人）",
        "rehearse this person (default: the first of the pack)",
    ),
}
