"""What the screens about leaks say: assumed damages, the drill, the record of an incident."""

from pmark_tui.texts import Texts

LEAK_SCREENS: Texts = {
    # assumed damages
    "title_exposure": ("想定損害（JOモデル）", "Assumed damages (JO model)"),
    "exposure_none": (
        "お持ちのデータを1つずつ登録すると、漏えいしたときの想定損害賠償額をJOモデルで計算します。\nEnter か F7 で、名前・人数・データの種類を入れてください。",
        "List the data that is held, one set at a time, and the JO model works out the assumed damages of a leak.\nPress Enter or F7 and give a name, the number of people and the kinds of data.",
    ),
    "exposure_new": ("＋ データを加える", "+ add data"),
    "exposure_row": (
        "{name}　{persons}人　1人あたり {per_person}　合計 {total}",
        "{name}  {persons} people  {per_person} per person  {total} in all",
    ),
    "exposure_open": ("{name}　{why}", "{name}  {why}"),
    "exposure_removed": ("消しました：{name}", "removed: {name}"),
    "exposure_pointer": (
        "（危なさの目安です。限界は下に、PgDn）",
        ": no forecast; limits below (PgDn)",
    ),
    "exposure_limits": ("この数字の限界", "Limits of this figure"),
    "set_result": ("{result}（危なさの目安です）", "{result} (no forecast)"),
    "set_title": ("漏えいするかもしれないデータ", "Data that might leak"),
    "set_name": ("名前", "Name"),
    "set_persons": ("人数", "People"),
    "set_name_hint": ("例 通販の会員", "e.g. mail-order members"),
    "set_persons_hint": ("例 1,000", "e.g. 1,000"),
    "set_words_hint": (
        "種類を探す（例 住所、カード）。ない種類も書いて加えられます",
        "find a kind (address, card ...), or write one that is not listed",
    ),
    "set_own": (
        "[ ] 「{name}」を種類に加える（水準は次に選ぶ）",
        "[ ] add '{name}' as a kind (its level comes next)",
    ),
    "set_item": ("{mark} {name}　{x}・{y}", "{mark} {name}  {x}, {y}"),
    "set_item_open": ("{mark} {name}　水準なし", "{mark} {name}  no level"),
    "set_item_given": ("（指定）", " (given)"),
    "set_item_conflict": ("（版で違い、高いほう）", " (editions differ: the higher)"),
    "set_level": (
        "「{name}」の水準：精神的苦痛・経済的損失（pmarkは推測しません）",
        "Level of '{name}': mental distress, economic loss (pmark does not guess)",
    ),
    "set_level_row": ("{x}・{y}　同じ水準の例：{names}", "{x}, {y}  as for: {names}"),
    "set_level_none": ("{x}・{y}　表に例がない", "{x}, {y}  no example in the table"),
    "set_identifiability": (
        "特定しやすさ    {value} 容易6・手間をかければ3・困難1",
        "Identifiability {value} easy 6, with some effort 3, hard 1",
    ),
    "set_social": (
        "社会的責任      {value} ふつう1・医療や金融や有名企業など2",
        "Responsibility  {value} ordinary 1; medical, finance, well-known 2",
    ),
    "set_response": (
        "事故後の対応    {value} 適切・不明1・不適切2",
        "Response        {value} proper or unknown 1, improper 2",
    ),
    "set_derived": ("（自動）", " (derived)"),
    "set_given": ("（指定）", " (given)"),
    "hint_set": (
        "上下 移る　Enter 次へ・切り替え　F6 水準を決める　Esc 保存して閉じる",
        "up, down move  Enter next, toggles  F6 gives a level  Esc saves and closes",
    ),
    # drill
    "title_drill": ("机上訓練", "Drill"),
    "drill_story": ("場面", "Scenario"),
    "drill_step": ("{number} {at}", "{number} {at}"),
    "drill_end": ("結果", "Result"),
    "drill_how": (
        "手元の規程だけを見て、1場面ずつ声に出して答えます。答えられたら F6、止まったら F7。Right で次へ。",
        "Answer each step aloud from your own rules alone. F6 if you could, F7 if you got stuck; Right goes on.",
    ),
    "drill_ask": ("問い：{ask}", "Question: {ask}"),
    "drill_then": (
        "F6 答えられた　F7 止まった　そのあとに法律と自社の決まりを示します。",
        "F6 could answer  F7 stuck; then the law and your own rules are shown.",
    ),
    "drill_good": ("[答えられた]", "[could answer]"),
    "drill_bad": ("[止まった]", "[stuck]"),
    "drill_count": (
        "{played}場面のうち、答えられた {good}、止まった {bad}、まだ {rest}",
        "Of {played} steps: {good} answered, {bad} stuck, {rest} to go",
    ),
    "drill_stuck": ("止まったところ：{duties}", "Stuck on: {duties}"),
    "drill_own": ("自社の決まり", "Your own rules"),
    "drill_no_client": (
        "顧客を開いていないので、自社の決まりとは照らし合わせていません。",
        "No client is open, so nothing is compared with your own rules.",
    ),
    "drill_evidence": (
        "F9 で次の設問の証拠に書き込みます：{ids}",
        "F9 writes this as evidence for: {ids}",
    ),
    "drill_no_evidence": (
        "まだ証拠にできる結果がありません。",
        "There is no result yet to keep as evidence.",
    ),
    "drill_kept": ("{count}問の証拠に書きました", "kept as evidence for {count} questions"),
    # record of an incident
    "title_record": ("事故の記録", "Record of an incident"),
    "record_none": (
        "事故の記録はまだありません。Enter で新しい記録を始めます（{folder} に保存）。",
        "There is no record yet. Enter begins one (kept in {folder}).",
    ),
    "record_choose": ("記録を選ぶか、新しく始めてください", "Choose a record, or begin a new one"),
    "record_new": ("＋ 新しい記録を始める", "+ begin a new record"),
    "record_row": ("{name}　{day}　{title}", "{name}  {day}  {title}"),
    "record_broken": ("{name}　読めません：{why}", "{name}  cannot be read: {why}"),
    "record_title": ("何が起きましたか（例 誤送信の件）", "What happened (e.g. wrong recipient)"),
    "record_line": ("記録する一行（時刻は今になります）", "A line for the log (its time is now)"),
    "record_saved": ("保存 {at}", "saved {at}"),
    "record_met": ("済 {at}", "done {at}"),
    "record_taken": ("消しました：{what} {at}", "taken back: {what} {at}"),
    "record_nothing": ("ここにはまだ記録がありません", "nothing is noted here yet"),
    "record_due": ("期日 {day}  {state}", "due {day}  {state}"),
    "record_entry": ("時刻・した人・メモ", "Time, who, note"),
    "record_at": ("時刻", "Time"),
    "record_who": ("した人", "Who"),
    "record_note": ("メモ", "Note"),
    "record_at_bad": (
        "時刻は 2026-11-23 09:30 の形で書いてください",
        "Write the time as 2026-11-23 09:30",
    ),
    "record_facts": ("事故の内容", "Facts of the incident"),
    "fact_title": ("名前", "Title"),
    "fact_known_on": ("知った日", "Known on"),
    "fact_malicious": ("不正の目的", "Wrongful purp."),
    "fact_my_number": ("マイナンバー", "My Number"),
    "fact_persons": ("人数", "People"),
    "fact_items": ("項目", "Data"),
    "fact_closed": ("終結した日", "Closed on"),
    "fact_yes": ("はい", "yes"),
    "fact_no": ("いいえ", "no"),
    "fact_bad": ("{field}が読めません：{found}", "{field} cannot be read: {found}"),
    "record_format": ("どの形式で書き出しますか", "In which format?"),
    "record_elsewhere": (
        "保存できません：{why} 新しい名前で保存します：",
        "Cannot save: {why} Save under a new name:",
    ),
}
