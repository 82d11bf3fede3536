"""What each command does, in one line; also the list of the commands that exist."""

from pmark_tui.texts import Texts

COMMANDS: Texts = {
    "open": (
        "フォルダーか顧客ファイルを全画面で開く",
        "Open a folder of client files, or one file, in full screen",
    ),
    "demo": ("記入済みの見本を書き出して開く", "Write a filled-in sample client and open it"),
    "new": ("顧客ファイルを作る", "Start a client file"),
    "questions": ("この顧客に聞く設問を並べる", "List what is asked of this client"),
    "interview": (
        "聞き取りだけを開く（--plain は1行ずつ）",
        "The interview alone (--plain: line by line)",
    ),
    "answer": ("回答を記録する", "Record answers"),
    "score": ("7つの手順の準備度", "The seven steps: range, blockers, progress"),
    "gaps": ("優先順に並べた課題", "Ranked gaps with the reason for the rank"),
    "check": ("ファイルと回答の矛盾を調べる", "Check the file and look for contradictions"),
    "snapshot": (
        "日付つきの控えを作る、控えを並べる",
        "Freeze a dated copy; list the copies and how the steps moved",
    ),
    "restore": (
        "以前の状態に戻す、以前の状態を並べる（--list）",
        "Go back to an earlier saved state; list them (--list)",
    ),
    "compare": (
        "2つのファイルの間で何が変わったか",
        "What moved between two client files or snapshots",
    ),
    "finding": ("審査の指摘事項を記録する", "Record findings of an audit: add, close, list"),
    "sheet": ("紙に書き込む聞き取り用紙（A4）", "Blank interview sheet for paper, A4"),
    "homework": ("次の訪問までの宿題を、人ごとに", "Homework until the next visit, by person"),
    "rehearse": (
        "代表者の面談の練習（採点はしません）",
        "Rehearsal for the president's interview (nothing is graded)",
    ),
    "size": ("事業者規模とその根拠", "Size of the business and the rule that decided"),
    "fees": ("その日の料金表による費用", "Fees of the list in force on a date"),
    "plan": (
        "申請の資格、逆算した予定、申請書類、審査後の期限",
        "Eligibility, calendar, papers and deadlines after the audit",
    ),
    "incident": (
        "漏えいが起きたとき：最初の1時間、期日、義務。統計と訓練も",
        "After a leak: the first hour, dates, duties; also statistics and drills",
    ),
    "exposure": ("JOモデルによる想定損害賠償額", "Assumed damages by the JO model"),
    "report": ("報告書を書き出す", "Write the gap report"),
    "import": ("Excelに記入した対応計画を取り込む", "Take back an action plan filled in in Excel"),
    "oscal": (
        "OSCAL（カタログ、評価結果）として書き出す",
        "Write OSCAL: a pack as catalogue, a client as assessment results",
    ),
    "portfolio": (
        "フォルダーの全顧客：準備度、次の期日、1つの表、全員の報告書",
        "All clients of a folder: where each stands, what is due, one table, every report",
    ),
    "pack": ("設問パックの一覧・内容・検査・スキーマ", "Packs: list, show, check, schema"),
    "serve": (
        "同じ画面をこの機械のブラウザーで開く",
        "The same screens in a browser on this machine",
    ),
    "doctor": (
        "端末・文字幅・フォルダー・パックを調べる",
        "Look at terminal, character widths, folders and packs",
    ),
    "completion": (
        "シェル（bash、zsh、fish）の補完を書き出す",
        "Print what makes a shell (bash, zsh, fish) complete pmark's words",
    ),
}
