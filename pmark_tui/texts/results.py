"""What the commands around results say: clauses, explaining, what if, comparing, snapshots, findings."""

from pmark_tui.texts import Texts

RESULTS: Texts = {
    # status of a clause
    "fit": ("適合", "holds"),
    "partial": ("一部", "partly"),
    "unfit": ("不適合", "fails"),
    "check": ("要確認", "unknown"),
    "out": ("対象外", "excluded"),
    # certainty
    "certainty_": ("確かさの記入なし", "not told"),
    "certainty_said": ("話を聞いた", "said"),
    "certainty_document": ("文書を見た", "document seen"),
    "certainty_record": ("記録を見た", "record seen"),
    "certainty_seen": ("現場で見た", "seen on site"),
    "certainties": ("答えの確かさ： {counts}", "what the answers rest on: {counts}"),
    "separator": ("・", ", "),
    # clauses
    "clause_head": (
        "条項ごと（状態は最も悪い回答による）",
        "By clause (the status is that of the worst answer)",
    ),
    "clause_line": (
        "{status} 文書 {written} 運用 {practised} {answered}/{asked}  {clause} {title}",
        "{status} written {written} practised {practised} {answered}/{asked}  {clause} {title}",
    ),
    "chapter_line": (
        "{chapter} {title}： {low} - {high} ({counts})",
        "{chapter} {title}: {low} - {high} ({counts})",
    ),
    "no_side": ("-", "-"),
    # explain
    "explain_head": ("{title}： {low} - {high} ({status})", "{title}: {low} - {high} ({status})"),
    "explain_sum": (
        "回答の重みの合計は{weight}です。回答ごとの「重みと値の積」を足し、{weight}で割っています。",
        "The weights of the answers add up to {weight}. Weight times value of each answer is added up and divided by {weight}.",
    ),
    "explain_range": (
        "低い方は未回答と「わからない」を0、高い方は1として数えます。",
        "The low end counts unanswered and unknown points as 0, the high end as 1.",
    ),
    "explain_empty": (
        "数える設問がないので、0%から100%のままです。",
        "No question counts, so the range stays 0% to 100%.",
    ),
    "explain_written": (
        "文書の側だけなら {low} - {high}",
        "The written side alone: {low} - {high}",
    ),
    "explain_practised": (
        "運用の側だけなら {low} - {high}",
        "The practised side alone: {low} - {high}",
    ),
    "explain_ready": (
        "準備よしとするのは、止めるものも未確認の関門もなく、低い方が{ready}以上のときです。",
        "It is ready once nothing blocks it, no gate is unknown and the low end is {ready} or more.",
    ),
    "explain_changes": (
        "変わり方が大きいもの（「はい」になると低い方が上がる分）",
        "What would change it most (what a full yes adds to the low end)",
    ),
    "explain_change": (
        "  {question} [{answer}] +{adds}  {text}",
        "  {question} [{answer}] +{adds}  {text}",
    ),
    "explain_unblocks": (" 関門", " gate"),
    "explain_clauses": (
        "条項の内訳（低い方 - 高い方 / 重み。縦に足すと上の数字になります）",
        "Shares by clause (low - high / weight; each column adds up to the figures above)",
    ),
    "explain_clause": (
        "{low} - {high} / {weight}  {clause} {title}",
        "{low} - {high} / {weight}  {clause} {title}",
    ),
    "explain_point": (
        "      {question} [{answer}] {weight} x {value}",
        "      {question} [{answer}] {weight} x {value}",
    ),
    "explain_total": ("{low} - {high} / {weight}  合計", "{low} - {high} / {weight}  sum"),
    "explain_excluded": ("数えていないもの（対象外）", "Not counted (excluded)"),
    "explain_excluded_point": ("      {question} {reason}", "      {question} {reason}"),
    # narrowing
    "narrow_step": (
        "幅が縮まるもの： {questions}",
        "What would narrow the range most: {questions}",
    ),
    # what if
    "what_if_head": (
        "もし次のように答えたら（保存しません）： {changes}",
        "If these were the answers (nothing is saved): {changes}",
    ),
    "what_if_was": ("      いまは {low} - {high} {status}", "      now {low} - {high} {status}"),
    # comparing
    "compare_head": ("{old} から {new} への変化", "From {old} to {new}"),
    "compare_packs": (
        "パックの版が違います（{old} と {new}）。同じ番号の設問どうしを、いまのパックで比べています。",
        "The pack versions differ ({old} and {new}). Questions of the same id are compared by the pack in use.",
    ),
    "compare_step": (
        "{title} {old_low} - {old_high} {old_status} > {new_low} - {new_high} {new_status}",
        "{title} {old_low} - {old_high} {old_status} > {new_low} - {new_high} {new_status}",
    ),
    "compare_same": (
        "{title} {low} - {high} {status} 変わらず",
        "{title} {low} - {high} {status} unchanged",
    ),
    "compare_step_new": ("{title} 新しい手順", "{title} new step"),
    "compare_step_gone": ("{title} なくなった手順", "{title} no longer a step"),
    "compare_gone": ("      解けたもの： {ids}", "      no longer blocked by: {ids}"),
    "compare_come": ("      新しく止めるもの： {ids}", "      now blocked by: {ids}"),
    "compare_answer": ("  {question} {old} > {new}", "  {question} {old} > {new}"),
    "compare_profile": ("プロフィールの変化", "Profile"),
    "compare_field": ("  {field}： {old} > {new}", "  {field}: {old} > {new}"),
    "compare_findings_closed": ("完了した指摘事項： {ids}", "Findings closed: {ids}"),
    "compare_findings_new": ("新しい指摘事項： {ids}", "New findings: {ids}"),
    "compare_nothing": ("違いはありません。", "Nothing differs."),
    "kind_closed": ("片付いた課題", "Gaps closed"),
    "kind_better": ("よくなった課題（まだ途中）", "Gaps that became smaller"),
    "kind_confirmed": ("確かめて「はい」だったもの", "Open points that turned out well"),
    "kind_found": ("確かめて課題になったもの", "Open points that turned out to be gaps"),
    "kind_opened": ("新しい課題", "New gaps"),
    "kind_worse": ("悪くなった課題", "Gaps that became larger"),
    "kind_reopened": ("わからなくなったもの", "Points that are open again"),
    "kind_excluded": ("対象外にしたもの", "Excluded"),
    "kind_counted": ("対象外から戻したもの", "No longer excluded"),
    "kind_added": ("新しく聞く設問", "Questions asked only now"),
    "kind_dropped": ("もう聞かない設問", "Questions no longer asked"),
    # snapshots
    "snapshot_taken": ("控えを作りました：{path}", "snapshot written: {path}"),
    "snapshot_unchanged": ("前の控えから変わっていません：{path}", "nothing changed since: {path}"),
    "snapshot_none": ("控えはまだありません。", "There is no snapshot yet."),
    # earlier states
    "help_versions": (
        "保存されている以前の状態を並べる（書き換えない）",
        "list the earlier states that are kept; change nothing",
    ),
    "help_at": (
        "番号、または日付か時刻（その時までの最後の状態）",
        "a number, or a day or time: the last state saved until then",
    ),
    "version_line": (
        "{number}  {saved}  回答 {answered}  このあと変えたもの：{changed}",
        "{number}  {saved}  answered {answered}  changed after it: {changed}",
    ),
    "version_broken": (
        "{number}  {saved}  読めません：{why}",
        "{number}  {saved}  cannot be read: {why}",
    ),
    "version_rest": ("設問以外", "something else"),
    "version_more": ("ほか{count}問", "{count} more"),
    "version_between": ("、", ", "),
    "version_none": (
        "以前の状態はまだありません（変えるたびに残ります）。",
        "There is no earlier state yet (each change keeps one).",
    ),
    "version_restored": (
        "{saved} の状態に戻しました（回答 {answered}）：{path}\nいままでの状態も残してあります。もう一度 pmark restore で元に戻せます。",
        "back to the state of {saved} (answered {answered}): {path}\nThe state until now is kept; pmark restore again brings it back.",
    ),
    "trend_line": (
        "{date}  {steps}  回答 {answered}/{asked}",
        "{date}  {steps}  answered {answered}/{asked}",
    ),
    "trend_now": ("いま      ", "now       "),
    # findings
    "finding_saved": ("指摘事項 {id} を保存しました：{path}", "finding {id} saved: {path}"),
    "finding_none": ("指摘事項はありません。", "There are no findings."),
    "finding_line": ("{id} [{status}] {clause} {text}", "{id} [{status}] {clause} {text}"),
    "finding_due": ("      期限 {due}", "      due {due}"),
    "finding_open": ("対応中", "open"),
    "finding_overdue": ("期限切れ", "overdue"),
    "finding_closed": ("完了", "closed"),
}
