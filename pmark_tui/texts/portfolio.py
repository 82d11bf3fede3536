"""What is said about many clients: `pmark portfolio`, and the list of clients on the screen."""

from pmark_tui.texts import Texts

PORTFOLIO: Texts = {
    "help_dir": (
        "顧客ファイルのフォルダー（なければ利用者の顧客フォルダー）",
        "folder of client files (default: the user's client folder)",
    ),
    "help_on": ("この日の状態（既定は今日）", "as seen on this day (default: today)"),
    "help_sort": ("並べ方：name（ファイル名）、due（次の期日）", "order: name (of the file), due (what is next)"),
    "help_csv": ("1つの表をCSVで書く（- は標準出力）", "write one table as CSV (- is standard output)"),
    "help_parquet": ("同じ表をParquetで書く", "write the same table as Parquet"),
    "help_reports": (
        "全顧客の報告書をこのフォルダーに書く",
        "write every client's report into this folder",
    ),
    "help_format": ("報告書の形式", "format of the reports"),
    "help_kind": ("報告書の種類", "kind of the reports"),
    "help_redact": ("報告書の名前・メモ・宛先を伏せる", "leave names, notes and addresses out of the reports"),
    "help_force": ("すでにあるファイルを置き換える", "replace files that are there"),
    "none": ("顧客ファイルがありません：{path}", "no client file in {path}"),
    "client": (
        "{name}（{kind}）  回答 {answered}/{asked}  停止 {blocked}  準備よし {ready}  {touched}",
        "{name} ({kind})  answered {answered}/{asked}  blocked {blocked}  ready {ready}  {touched}",
    ),
    "touched": ("更新 {day}", "changed {day}"),
    "new": ("新規", "new"),
    "renewal": ("更新", "renewal"),
    "step": ("{title} {low}-{high}", "{title} {low}-{high}"),
    "step_blocked": ("{title} {low}-{high} 停止{count}", "{title} {low}-{high} blocked {count}"),
    "next": ("次： {due}", "next: {due}"),
    "overdue": (
        "期日を過ぎたもの {count}件、最も古いものは {due}",
        "overdue: {count}, the oldest {due}",
    ),
    "due_task": ("{on} 対応 {subject}", "{on} task {subject}"),
    "due_finding": ("{on} 指摘事項 {subject}", "{on} finding {subject}"),
    "due_window_opens": ("{on} 更新申請の受付開始", "{on} renewal may be filed from"),
    "due_window_closes": ("{on} 更新申請の締切", "{on} last day to file the renewal"),
    "due_target": ("{on} 目標日", "{on} target"),
    "due_expires": ("{on} 有効期間の終わり", "{on} end of validity"),
    "broken": ("読めません： {why}", "cannot be read: {why}"),
    "total": (
        "{count}社  読めないファイル {broken}  期日を過ぎたもののある会社 {late}",
        "clients: {count}  unreadable files: {broken}  clients with something overdue: {late}",
    ),
    "written": ("書き出しました：{path}", "written: {path}"),
    "reports_written": (
        "{count}社の報告書を書き出しました：{path}",
        "reports written for {count} clients: {path}",
    ),
}  # fmt: skip
