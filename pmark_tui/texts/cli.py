"""What the commands say on standard output."""

from pmark_tui.texts import Texts

CLI: Texts = {
    "crash": (
        "申し訳ありません。pmarkの内部で問題が起きました。場所の記録（内容は含みません）：{path}",
        "sorry, something went wrong inside pmark; where it happened (without any content): {path}",
    ),
    "answers_saved": ("{count}問を保存しました：{path}", "saved {count}: {path}"),
    "step_line": (
        "{title}  {low} - {high}  {status}  回答 {answered}/{asked}",
        "{title}  {low} - {high}  {status}  answered {answered}/{asked}",
    ),
    "progress": (
        "回答 {answered}/{asked}問（対象外 {excluded}問）",
        "answered {answered} of {asked} (excluded: {excluded})",
    ),
    "blocked": ("停止", "blocked"),
    "open": ("途中", "open"),
    "ready": ("準備よし", "ready"),
    "blocker": (
        "  止めているもの： {question} [{answer}] {why}",
        "  blocked by: {question} [{answer}] {why}",
    ),
    "ask_next": (
        "次に聞くとよい設問（前の手順から、幅が最も縮まる順）：{ids}",
        "ask next (from the first step on, what narrows it most): {ids}",
    ),
    "not_a_decision": (
        "点数は準備度の目安で、審査の結論ではありません。",
        "The figures show readiness; they are not a certification decision.",
    ),
    "gap_none": (
        "課題はまだありません。未回答は{open}問です。",
        "No gaps yet; {open} questions are still open.",
    ),
    "gap_line": ("{rank}. {question} [{answer}] {text}", "{rank}. {question} [{answer}] {text}"),
    "gap_action": ("   まず： {action}", "   first: {action}"),
    "check_ok": ("問題は見つかりませんでした。", "Nothing was found."),
    "demo_written": ("見本を書き出しました：{path}", "sample written: {path}"),
    "report_written": ("報告書を書き出しました：{path}", "report written: {path}"),
    "help_shell": ("どのシェル用か", "for which shell"),
    "help_port": (
        "待ち受けるポート（既定は {port}、0 は空いているもの）",
        "port to listen on (default {port}; 0 is any that is free)",
    ),
    "serving": (
        "ブラウザーで開いてください（この機械からだけ開けます。終わるには Ctrl+C）：{address}",
        "open this in a browser on this machine; Ctrl+C ends it: {address}",
    ),
    "no_answer": ("未回答", "open"),
}
