"""Sentences about leaks: duties and dates, figures, causes, damages, drills, reading."""

from pmark_tui.texts import Texts

INCIDENTS: Texts = {
    "separator": ("、", ", "),
    # days of the week, Monday first
    "weekdays": ("月火水木金土日", "Mon Tue Wed Thu Fri Sat Sun"),
    # how sure a fact is
    "confirmed": ("2か所以上で確認", "two sources"),
    "one-source": ("1か所だけで確認", "one source"),
    "inferred": ("推定", "inferred"),
    "conflicting": ("食い違いあり", "sources disagree"),
    # the guide: first page
    "guide_head": (
        "個人情報が漏れた、または漏れたかもしれないとき",
        "Personal data leaked, or may have",
    ),
    "guide_known": (
        "知った日 {day} を1日目と数える（{today}）",
        "Known on {day}: that is day 1 ({today})",
    ),
    "guide_today_is": ("きょうは{number}日目", "today is day {number}"),
    "guide_ahead": ("まだ先の日", "a day to come"),
    "guide_hour": ("この1時間ですること", "In the next hour"),
    "guide_dates": ("期日", "Dates"),
    "guide_promptly": ("できるだけ早く", "promptly"),
    "guide_span": ("{start} - {end}", "{start} - {end}"),
    "guide_grounds": ("4つの場合：{grounds}", "The 4 cases: {grounds}"),
    "guide_my_number_grounds": ("マイナンバー：{grounds}", "My Number: {grounds}"),
    "guide_malicious": (
        "不正の目的のおそれがあれば確報は {day}（{days}日目）",
        "Wrongful purpose feared: final by {day} (day {days})",
    ),
    "guide_is_malicious": (
        "不正の目的のおそれ：速報が要る。確報は{days}日目",
        "Wrongful purpose feared: a preliminary report is due; final on day {days}",
    ),
    "guide_moved": (
        "確報の{days}日目 {counted} は閉庁日。次の開庁日まで（早めが安全）",
        "Day {days} ({counted}) is closed: the next open day counts; sooner is safer",
    ),
    "guide_closed": (
        "速報の目安の終わり {end} は閉庁日。その前に出すのが安全",
        "The yardstick ends on a closed day, {end}: file before it",
    ),
    "guide_more": (
        "--malicious  --my-number  続き：pmark incident --all | less  画面：--open",
        "--malicious  --my-number  More: pmark incident --all | less  Screen: --open",
    ),
    "guide_no_rules": (
        "この日に効いている決まりは、この版に入っていない（{first} から）。",
        "This version holds no rules for that day (they begin on {first}).",
    ),
    # the guide: the rest
    "rest_grounds": (
        "委員会への報告と本人への通知が要る4つの場合（おそれを含む）",
        "The four cases of report and notice (the mere risk included)",
    ),
    "rest_my_number": ("マイナンバーで速報が要る4つの場合", "The four cases for My Number"),
    "rest_clock": ("期日の決まり", "The clock"),
    "rest_duties": (
        "すること（2005年の9つと、その後に加わった4つ）",
        "Duties (the nine of 2005 and the four added since)",
    ),
    "rest_roles": ("データを預けていた、預かっていたとき", "If the data was entrusted"),
    "rest_notes": ("知っておくこと", "Worth knowing"),
    "rest_coming": ("これから変わる法律", "Laws to come"),
    "rest_sources": ("出典", "Sources"),
    "since": ("{day}から有効", "valid from {day}"),
    "since_sure": (
        "{day}から有効（この日付は{certainty}）",
        "valid from {day} (that date: {certainty})",
    ),
    "from_sources": ("出典 {sources}", "source {sources}"),
    "duty_number": ("2005年の{number}", "no. {number} of 2005"),
    "duty_added": ("2005年になかった", "not known in 2005"),
    "duty_when": ("どんなとき", "When"),
    "duty_whom": ("誰に", "To whom"),
    "duty_by": ("いつまで", "By"),
    "duty_form": ("様式", "Form"),
    "duty_write": ("書くこと", "Write"),
    "duty_law": ("根拠", "Rests on"),
    "duty_clauses": ("条項", "Clauses"),
    "status_must": ("義務", "must"),
    "status_partly": ("一部は義務", "partly a duty"),
    "status_effort": ("努力義務", "effort duty"),
    "status_should": ("望ましい", "desirable"),
    "status_none": ("法律の義務ではない", "no legal duty"),
    "coming_unknown": ("まだ成立していなかった", "not yet passed"),
    "coming_passed": ("成立した。まだ始まっていない", "passed, not in force"),
    "coming_partly": ("成立した。罰則の一部だけ始まった", "passed; only some penalties in force"),
    "coming_check": (
        "もう始まっているはず。pmarkの新しい版か公式の案内で確かめること",
        "must have begun by now: check a newer pmark or the official sources",
    ),
    # figures
    "figures_head": ("漏えいの数字：2004年と、いま", "Leaks in figures: 2004 and now"),
    "figures_counts": ("数えるもの：{counts}", "Counts: {counts}"),
    "figures_break": ("区切り：{breaks}", "Break: {breaks}"),
    "figures_break_here": (
        "---- ここで数え方が変わった。前の年と比べない ----",
        "---- the count changed here: do not compare with the year before ----",
    ),
    "figures_listed": (
        "載っている分の合計 {listed}%（残りは公表されていない）",
        "listed: {listed}% in all (the rest is not published)",
    ),
    "figures_sum": ("合計 {listed}%", "{listed}% in all"),
    "figures_disputed": ("* {source} は {percent}%。{note}", "* {source}: {percent}%. {note}"),
    "figures_costs": (
        "対応にかかった額（損害賠償ではない）",
        "What answering a leak cost (not damages)",
    ),
    "unit_cases": ("{value:,}件", "{value:,}"),
    "unit_reports": ("{value:,}件", "{value:,}"),
    "unit_people": ("{value:,}人", "{value:,} people"),
    "unit_holders": ("{value:,}社", "{value:,} holders"),
    "unit_companies": ("{value:,}社", "{value:,} companies"),
    "unit_percent": ("{value}%", "{value}%"),
    # causes
    "causes_head": (
        "事故の原因と、この顧客の備え：{profile}",
        "Causes of incidents and this client's controls: {profile}",
    ),
    "causes_rank": (
        "この割合は、課題を直す順番にも使う（画面では F9、pmark gaps では --incidents で替えられる）。",
        "Gaps are ranked by these shares too (other statistics: F9 on the screen, --incidents of pmark gaps).",
    ),
    "causes_line": ("{percent}%  {cause}{imputed}", "{percent}%  {cause}{imputed}"),
    "causes_imputed": ("（推定）", " (imputed)"),
    "causes_standing": (
        "効く設問{asked}：はい{yes}、一部{partial}、いいえ{no}、未確認{open}",
        "{asked} questions bear on it: {yes} yes, {partial} partly, {no} no, {open} open",
    ),
    "causes_nothing": ("結びつけた条項はない", "no clause is tied to it"),
    "causes_clauses": ("条項：{clauses}", "Clauses: {clauses}"),
    # assumed damages
    "jo_result": (
        "1人あたり {per_person}、{persons:,}人で {total}",
        "{per_person} per person, {total} for {persons:,} people",
    ),
    "jo_no_sets": (
        "この顧客のデータはまだ登録されていません。F12の画面か pmark exposure FILE --add で登録できます。",
        "No data of this client is listed yet. Add some on the screen (F12) or by pmark exposure FILE --add.",
    ),
    "jo_nameless": ("（名前なし）", "(no name)"),
    "jo_total": (
        "すべて漏えいしたとき {amount}（{sets}件のうち{counted}件の合計。2つに入っている人は2回数える）",
        "If all of it leaked: {amount} ({counted} of {sets} sets; who is in two of them counts twice)",
    ),
    "open_jo_persons": ("人数がまだ入っていません。", "The number of people is still missing."),
    "open_jo_no_items": ("データの種類がまだ選ばれていません。", "No kind of data is chosen yet."),
    "open_jo_unrated": (
        "水準を決めてください（JOモデルにないので推測しません）：{names}",
        "Give a level (the JO model has none, and pmark does not guess): {names}",
    ),
    "open_jo_unknown": (
        "水準を決めてください（表にない種類なので推測しません）：{names}",
        "Give a level (not in the table, and pmark does not guess): {names}",
    ),
    "open_jo_level": ("使えない水準があります：{found}", "A level that the model lacks: {found}"),
    "open_jo_level_of_nothing": (
        "種類に入っていないものの水準があります：{found}",
        "A level of what is not among the kinds: {found}",
    ),
    "open_jo_factor": ("使えない係数があります：{found}", "A factor that the model lacks: {found}"),
    "jo_formula": (
        "式：{basic} x ({x_base}^({x}-1) + {y_base}^({y}-1)) x {identifiability} x {social} x {response} = {per_person}",
        "Formula: {basic} x ({x_base}^({x}-1) + {y_base}^({y}-1)) x {identifiability} x {social} x {response} = {per_person}",
    ),
    "jo_item": (
        "{name}：精神的苦痛 {x}、経済的損失 {y}（{how}）",
        "{name}: mental distress {x}, economic loss {y} ({how})",
    ),
    "jo_item_given": ("指定された水準", "level given by you"),
    "jo_conflict": (
        "版によって違い（{levels}）、高いほうを取った",
        "editions differ ({levels}); the higher was taken",
    ),
    "jo_level": ("{edition}年版 {x}・{y}", "{edition}: {x}, {y}"),
    "jo_x": (
        "精神的苦痛 x = {x}、経済的損失 y = {y}（それぞれの最大。別の項目でもよい）",
        "mental distress x = {x}, economic loss y = {y} (each the highest of all items)",
    ),
    "jo_identifiability": ("本人の特定しやすさ {value}：{why}", "identifiability {value}: {why}"),
    "jo_social": ("社会的責任 {value}：{why}", "social responsibility {value}: {why}"),
    "jo_response": ("事故後の対応 {value}：{why}", "response {value}: {why}"),
    "jo_given": ("指定された値", "given by you"),
    "jo_limits": ("この数字の限界", "Limits of this figure"),
    "jo_list_head": (
        "項目  精神的苦痛・経済的損失（id）",
        "Item  mental distress, economic loss (id)",
    ),
    "jo_list_item": ("{x}・{y}  {name}（{id}）{certainty}", "{x}, {y}  {name} ({id}){certainty}"),
    "jo_list_unrated": (
        "水準がないもの（--level で指定する）：{names}",
        "Without a level (give it with --level): {names}",
    ),
    # drill
    "drill_head": ("机上訓練：{title}", "Drill: {title}"),
    "drill_cover": ("決まりの中では：{state}", "In your rules: {state}"),
    "drill_covered": ("決めてある", "covered"),
    "drill_partly": ("一部だけ", "in part"),
    "drill_missing": ("決めていない", "not covered"),
    "drill_open": ("まだ確かめていない", "not known yet"),
    "drill_not-asked": ("この顧客には聞いていない", "not asked of this client"),
    "drill_uncovered": (
        "9つのうち、決まりが足りないもの：{duties}",
        "Of the nine, not fully covered: {duties}",
    ),
    "drill_all_covered": ("9つとも決まりがある。", "All nine are covered."),
    "drill_uncovered_added": (
        "2005年になかったもののうち、決まりが足りないもの：{duties}",
        "Of those added since 2005, not fully covered: {duties}",
    ),
    "drill_others": (
        "ほかの訓練：{others}（--scenario で選ぶ）",
        "Other drills: {others} (choose with --scenario)",
    ),
    "drill_evidence_good": (
        "{on} 机上訓練「{drill}」：{duty}に答えられた",
        "{on} drill '{drill}': could answer on: {duty}",
    ),
    "drill_evidence_bad": (
        "{on} 机上訓練「{drill}」：{duty}で止まった",
        "{on} drill '{drill}': stuck on: {duty}",
    ),
    # reading
    "reading_today": ("いまの公式の案内", "Official sources of today"),
    "reading_2005": ("2005年の資料がすすめたもの", "Recommended in 2005"),
    # the record of an incident
    "record_title": ("事故の記録：{title}", "Record of an incident: {title}"),
    "record_about": ("事故の内容", "The incident"),
    "record_known_on": ("知った日", "Known on"),
    "record_malicious": ("不正の目的のおそれ", "Wrongful purpose feared"),
    "record_my_number": ("マイナンバー", "My Number"),
    "record_persons": ("人数", "People"),
    "record_items": ("項目", "Data"),
    "record_closed": ("終結", "Closed on"),
    "log_entry": ("記録", "Log"),
    "record_yes": ("あり", "yes"),
    "record_no": ("なし", "no"),
    "record_unknown": ("未確認", "not known"),
    "record_deadlines": ("期日と、済んだ日", "Dates, and when they were met"),
    "record_log": ("したことの記録", "What was done"),
    "record_duties": ("することの一覧", "Duties"),
    "record_done": ("済 {when}", "done {when}"),
    "record_late": ("期日を過ぎた", "overdue"),
    "record_late_yardstick": (
        "目安を過ぎた（当てはまるなら、すぐに）",
        "past the yardstick (at once, if it applies)",
    ),
    "record_todo": ("まだ", "to do"),
    "record_nothing": ("まだ何も記録していない", "nothing noted yet"),
    "column_what": ("すること", "What"),
    "column_day": ("期日", "Date"),
    "column_state": ("状態", "State"),
    "column_when": ("いつ", "When"),
    "column_who": ("誰が", "Who"),
    "column_note": ("メモ", "Note"),
    # help of the options
    "help_known_on": (
        "漏えいを知った日（指定がなければきょう）",
        "the day the leak became known (default today)",
    ),
    "help_malicious": ("不正の目的のおそれがある", "a wrongful purpose is feared"),
    "help_my_number": ("マイナンバーが含まれる", "My Number is among the data"),
    "help_all": ("端末でも全部を表示する", "print everything, also on a terminal"),
    "help_open": (
        "全画面で開く（--record があればその記録を）",
        "open it in full screen (with --record that record)",
    ),
    "help_figures": ("漏えいの統計", "the statistics"),
    "help_reading": ("読むもの", "what to read"),
    "help_causes": ("原因ごとに、この顧客の備え", "this client's controls by cause"),
    "help_profile": ("原因の割合の種類", "which profile of causes"),
    "help_drill": (
        "机上訓練。顧客ファイルがあれば決まりの抜けも示す",
        "a drill; with a client file also what its rules lack",
    ),
    "help_scenario": ("訓練の種類", "which drill"),
    "help_record": (
        "この事故の記録ファイル（なければ作る）",
        "the record of this incident (made if absent)",
    ),
    "help_title": ("新しい記録の名前", "the name of a new record"),
    "help_did": (
        "済んだことを今の時刻で記録する（idは --json の duties と deadlines）",
        "note as done now (ids: duties and deadlines of --json)",
    ),
    "help_who": ("した人", "who did it"),
    "help_note": ("メモ", "a note"),
    "help_close": ("終結とする", "mark as closed"),
    "help_report": ("記録を報告書にする", "the record as a report"),
    "help_output": (
        "報告書の書き出し先（.md .html .docx。指定がなければMarkdownを画面へ）",
        "where the report goes (.md, .html or .docx; default: Markdown on standard output)",
    ),
    "help_data_sets": (
        "顧客ファイル。そこに登録したデータごとに計算する",
        "a client file: work out each data set kept in it",
    ),
    "help_add": (
        "この名前でデータを顧客ファイルに登録する（--persons と --items で）",
        "keep a data set of this name in the client file (with --persons and --items)",
    ),
    "help_remove": ("この名前のデータを消す", "remove the data set of this name"),
    "help_persons": ("人数", "how many people"),
    "help_items": (
        "漏えいした項目（idか日本語の名前、カンマ区切り）",
        "what leaked (ids or names, separated by commas)",
    ),
    "help_level": (
        "水準のない項目の、精神的苦痛Xと経済的損失Y（1から3）",
        "mental distress X and economic loss Y (1 to 3) of an item",
    ),
    "help_list": ("項目と水準の一覧", "list the items and their levels"),
}
