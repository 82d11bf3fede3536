"""Handing a report over: marks in place of names, warnings, the plan taken back, and the command."""

from pmark_tui.texts import Texts

HANDOVER: Texts = {
    # warnings about personal data
    "w_found": (
        "{where}の{field}に{what}らしいものがあります。渡す前に確かめてください。",
        "{where}: the {field} seems to hold a {what}; look at it before you hand the report over.",
    ),
    "w_phone": ("電話番号", "phone number"),
    "w_mail": ("メールアドレス", "mail address"),
    "w_number": ("12桁の番号（マイナンバーの可能性）", "12-digit number (possibly My Number)"),
    "w_card": ("カード番号", "card number"),
    "field_note": ("メモ", "note"),
    "field_reason": ("理由", "reason"),
    "field_evidence": ("証拠", "evidence"),
    "field_who": ("答えた人", "person"),
    "field_owner": ("担当", "owner"),
    "field_name": ("データの名前", "name of the data"),
    "field_items": ("データの種類", "kind of data"),
    "field_text": ("指摘", "finding"),
    "field_cause": ("原因", "cause"),
    "field_correction": ("是正", "correction"),
    # taking a filled-in plan back
    "help_yes": ("確かめずに取り込む", "take the changes without asking"),
    "import_state": ("回答", "answer"),
    "import_owner": ("担当", "owner"),
    "import_due": ("期限", "due"),
    "import_note": ("メモ", "note"),
    "import_empty": ("（空）", "(empty)"),
    "import_change": (
        "{question} {field}： {before} > {after}",
        "{question} {field}: {before} > {after}",
    ),
    "import_nothing": (
        "顧客ファイルとの違いはありません。",
        "Nothing differs from the client file.",
    ),
    "import_ask": ("この{count}件を取り込みますか [y/N]", "Take these {count} changes? [y/N]"),
    "import_not_taken": (
        "取り込みませんでした。取り込むには y と答えるか --yes を付けてください",
        "nothing was taken; answer y, or give --yes",
    ),
    "import_taken": ("{count}件を取り込みました：{path}", "{count} change(s) taken: {path}"),
    # marks in place of what was typed
    "r_client": ("事業者{number}", "Client {number}"),
    "r_person": ("担当者{number}", "Person {number}"),
    "r_note": ("（メモ{number}）", "(note {number})"),
    "r_reason": ("（理由{number}）", "(reason {number})"),
    "r_evidence": ("（証拠{number}）", "(evidence {number})"),
    "r_text": ("（記入{number}）", "(text {number})"),
    "r_finding": ("指摘{number}", "F{number}"),
    "r_kind": ("データの種類{number}", "Kind {number}"),
    "r_question": ("設問{number}", "Question {number}"),
    # the command
    "written": ("報告書を書き出しました：{path}", "report written: {path}"),
    "verify_yes": (
        "この報告書は、この顧客ファイルの内容から作られています。",
        "This report was made from this client file.",
    ),
    "verify_redacted": (
        "この報告書は、この顧客ファイルの内容から匿名化して作られています。",
        "This report was made from this client file, redacted.",
    ),
    "verify_no": (
        "この報告書は、この顧客ファイルの内容とは違うものから作られています（報告書 {found}、顧客ファイル {held}）。",
        "This report was not made from this client file as it stands (report {found}, client file {held}).",
    ),
    "verify_none": (
        "この報告書には照合できるハッシュがありません。",
        "This report holds no hash to compare.",
    ),
    "help_on": ("報告書の日付（既定は今日）", "day of the report (default today)"),
    "help_output": ("書き出す先（- は標準出力）", "where to write (- is standard output)"),
    "help_template": (
        "自分のテンプレート（パス、またはテンプレートフォルダーの名前）",
        "a template of one's own (path, or a name in the template folder)",
    ),
    "help_redact": (
        "氏名、名称、メモ、アドレスを記号に置き換える",
        "replace names, notes and addresses by marks",
    ),
    "help_force": ("すでにあるファイルを上書きする", "overwrite a file that is there"),
    "help_verify": (
        "この報告書がこの顧客ファイルのものか調べる",
        "does this report belong to this client file",
    ),
    "help_bundle": (
        "要約、報告書、対応計画、顧客ファイルを1つのzipにまとめる",
        "summary, full report, action plan and client file in one zip",
    ),
}
