"""What the list of clients says."""

from pmark_tui.texts import Texts

CLIENTS: Texts = {
    "clients_where": ("フォルダー：{path}", "Folder: {path}"),
    "clients_archive": (
        "アーカイブ：{path}（a で戻す、Esc で一覧へ）",
        "Archive: {path} (a takes back, Esc leaves)",
    ),
    "clients_empty": (
        "1. n（または F2）を押し、会社名・業種・人数・資本金を入れます。\n2. F3 で始め、1から5のキーで答えます（簡易版は約40問。いつでもやめられ、続きから始まります）。\n3. F4 で結果を、F5 で報告書を見ます。\n\n見本を見るには、Ctrl+Q で終了して pmark demo と打ってください。",
        "1. Press n (or F2) and enter name, industry, workers and capital.\n2. F3 begins; answer with the keys 1 to 5 (quick pass: about 40 questions; stop any time, it resumes).\n3. F4 shows the results, F5 the report.\n\nTo look at a sample, quit with Ctrl+Q and type: pmark demo",
    ),
    "clients_archive_empty": (
        "アーカイブは空です。Esc で一覧に戻ります。",
        "The archive is empty. Esc leaves it.",
    ),
    "clients_none": (
        "この名前の顧客はありません。Esc で絞り込みを解きます。",
        "No client of this name. Esc clears the filter.",
    ),
    "clients_broken": ("読めません：{why}", "cannot be read: {why}"),
    "clients_name": ("会社名", "Name"),
    "clients_answered": ("回答", "Done"),
    "clients_blocked": ("停止", "Blocked"),
    "clients_ready": ("準備よし", "Ready"),
    "clients_due": ("次の期日", "Next due"),
    "clients_touched": ("更新", "Changed"),
    "clients_late": ("超過", "late"),
    "clients_mark": ("{name} {count}", "{name} {count}"),
    "clients_filter": ("会社名かファイル名の一部", "part of a name"),
    "clients_progress": (
        "{done}/{total} 件を読み込みました（Esc 止める）",
        "{done} of {total} read (Esc stops)",
    ),
    "clients_stopped": (
        "{done}/{total} 件で止めました（F5 続き）",
        "stopped at {done} of {total} (F5 goes on)",
    ),
    "clients_copy_title": (
        "「{name}」をひな型にした新しい顧客の名前（回答と人名は写しません）",
        "Name of a new client like {name} (no answers, no people)",
    ),
    "clients_copy_done": ("作りました：{path}", "made: {path}"),
    "clients_rename_title": ("「{name}」の新しい名前", "New name for {name}"),
    "clients_rename_done": ("名前を変えました：{path}", "renamed: {path}"),
    "clients_import_title": (
        "取り込む顧客ファイルの場所（貼り付けてもよい）",
        "Client file to bring in (a path; may be pasted)",
    ),
    "clients_import_done": ("取り込みました：{path}", "brought in: {path}"),
    "clients_archived": (
        "アーカイブに移しました（v で見る、そこで a で戻す）：{path}",
        "archived (v shows the archive, a takes back): {path}",
    ),
    "clients_taken_back": ("一覧に戻しました：{path}", "taken back: {path}"),
}
