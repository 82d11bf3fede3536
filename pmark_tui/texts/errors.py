"""One line for everything that a user or a file can cause: file, key, what was found, what is allowed."""

from pmark_tui.texts import Texts
from pmark_tui.texts.errors_packs import PACK_ERRORS

ERRORS: Texts = {
    **PACK_ERRORS,
    "key_missing": ("{where}: {key} がありません", "{where}: {key} is missing"),
    "key_unknown": ("{where}: {key} という項目はありません", "{where}: there is no key {key}"),
    "value_bad": (
        "{where}: {key} が {found} です（使えるのは {allowed}）",
        "{where}: {key} is {found}; allowed: {allowed}",
    ),
    "value_not_whole": (
        "{where}: {key} が {found} です（整数で書いてください）",
        "{where}: {key} is {found}; write a whole number",
    ),
    "value_not_number": (
        "{where}: {key} が {found} です（数で書いてください）",
        "{where}: {key} is {found}; write a number",
    ),
    "value_not_bool": (
        "{where}: {key} が {found} です（true か false を書いてください）",
        "{where}: {key} is {found}; write true or false",
    ),
    "value_not_text": (
        '{where}: {key} が {found} です（"引用符" で囲んだ文字列を書いてください）',
        '{where}: {key} is {found}; write a text in "quotes"',
    ),
    "value_not_list": (
        '{where}: {key} が {found} です（["角かっこ"] で囲んだ並びを書いてください）',
        '{where}: {key} is {found}; write a list in ["brackets"]',
    ),
    "value_not_table": (
        "{where}: {key} が {found} です（この項目の下に {key}.ja のように項目を書いてください）",
        "{where}: {key} is {found}; write keys under it, as in {key}.ja",
    ),
    "value_not_date": (
        "{where}: {key} が {found} です（日付は 2026-04-01 の形で、引用符なしで書いてください）",
        "{where}: {key} is {found}; write a date as 2026-04-01, without quotes",
    ),
    "id_bad": (
        "{where}: {key} のIDが {found} です（英数字で始め、英数字と . _ - だけで{allowed}字まで）",
        "{where}: the id of this {key} is {found}; letters, digits and . _ -, beginning with a letter or digit, up to {allowed}",
    ),
    "id_twice": ("{where}: {key} の {id} が2回あります", "{where}: {key} {id} stands twice"),
    "refers_to_nothing": (
        "{where}: {key} の {found} が見つかりません（使えるのは {allowed}）",
        "{where}: {key} names {found}, which does not exist; allowed: {allowed}",
    ),
    "file_unreadable": ("{file}: 読めません（{why}）", "{file}: cannot be read ({why})"),
    "file_unwritable": ("{file}: 書けません（{why}）", "{file}: cannot be written ({why})"),
    "file_not_utf8": ("{file}: UTF-8ではありません", "{file}: not UTF-8"),
    "file_not_toml": ("{file}: TOMLとして読めません（{why}）", "{file}: not TOML ({why})"),
    "no_home": (
        "ホームフォルダーがありません。顧客ファイルのフォルダーを環境変数 {key} で指定してください",
        "there is no home folder; name the folder of client files in the environment variable {key}",
    ),
    "word_not_utf8": ("{found}: UTF-8の文字ではありません", "{found}: not UTF-8 text"),
    "name_unwritable": (
        "{name} というファイル名は、この端末の文字コード（{found}）では使えません。LC_ALL=C.UTF-8 を指定してください",
        "the file name {name} cannot be used with this locale's encoding ({found}); set LC_ALL=C.UTF-8",
    ),
    "port_taken": (
        "--port {found} では待ち受けられません（{why}）",
        "--port {found}: cannot be listened on ({why})",
    ),
    "extra_missing": (
        '{what} には追加の部品が要ります。pip install "pmark-tui[{extra}]" で入ります',
        '{what} needs an extra; install it with: pip install "pmark-tui[{extra}]"',
    ),
    "file_too_large": (
        "{file}: 大きすぎます（上限 {allowed} バイト）",
        "{file}: too large (limit {allowed} bytes)",
    ),
    "usage": (
        "コマンドの書き方が違います（{why}）。{command} --help で使い方が出ます",
        "{why}; {command} --help shows how it is used",
    ),
    "text_too_long": (
        "{id}: {key} が長すぎます（上限 {allowed} 字）",
        "{id}: {key} is too long (limit {allowed} characters)",
    ),
    "file_no_file": (
        "{file}: ふつうのファイルではありません（フォルダー、パイプ、装置は読みません）",
        "{file}: not a regular file (a folder, pipe or device is not read)",
    ),
    "file_would_be_large": (
        "{file}: 保存すると {allowed} バイトの上限を超えます。長いメモを短くしてください。ディスク上のファイルはそのままです",
        "{file}: would pass the limit of {allowed} bytes; shorten long notes; the file on disk stays as it is",
    ),
    "archive_bad": (
        "{file}: 中身が壊れているか、Word・Excelのファイルではありません（{why}）",
        "{file}: damaged, or no Word or Excel file ({why})",
    ),
    "archive_name": (
        "{file}: 中の {found} は読みません（フォルダーの外を指す名前、または同じ名前が2つ）",
        "{file}: holds {found}, which is not read (a name that leads outside, or stands twice)",
    ),
    "archive_entities": (
        "{file}: 中の {found} にDTDか、UTF-8でないXMLがあります。読みません",
        "{file}: {found} in it has a DTD or is XML other than UTF-8; it is not read",
    ),
    "archive_large": (
        "{file}: 展開すると大きすぎます（上限は全体で {allowed} バイト、{parts} 個、圧縮の {ratio} 倍）",
        "{file}: too large once unpacked (limit {allowed} bytes in all, {parts} parts, {ratio} times the packed size)",
    ),
    "file_too_deep": (
        "{file}: 表や並びの入れ子が深すぎます（上限 {allowed} 段）",
        "{file}: tables or lists are nested too deeply (limit {allowed} levels)",
    ),
    "file_exists": (
        "{file}: すでにあります（上書きしません）",
        "{file}: already exists (never overwritten)",
    ),
    "file_gone": (
        "{file}: 見つからなくなりました（{why}）。別の名前で保存できます",
        "{file}: is no longer there ({why}); save under another name",
    ),
    "file_changed": (
        "{file}: 開いたあとに別のプログラムが書き換えました。上書きしません。別の名前で保存できます",
        "{file}: was changed by another program since it was opened; not overwritten, save under another name",
    ),
    "file_held": (
        "{file}: 別のプログラム（{program}、プロセス {pid}、{since} から）が開いています。読み取りはできます。書くにはそちらを閉じるか、別の名前で保存してください",
        "{file}: is open in another program ({program}, process {pid}, since {since}); it can be read; to write, close that one or save under another name",
    ),
    "file_held_elsewhere": (
        "{file}: 別のコンピューターの {program}（{since} から）が開いています。読み取りはできます。別の名前でなら保存できます。そちらがもう動いていないなら {lock} を消してください",
        "{file}: is open in {program} on another computer (since {since}); it can be read, and saved under another name; if that one no longer runs, delete {lock}",
    ),
    "version_none": (
        "{file}: 以前の状態は残っていません",
        "{file}: no earlier state is kept",
    ),
    "version_unknown": (
        "--at {found}: その状態はありません（番号は {allowed} など。pmark restore --list で一覧）",
        "--at {found}: there is no such state (numbers are {allowed} and so on; pmark restore --list)",
    ),
    "version_is_present": (
        "--at {found}: その時の状態は、いまの状態です（そのあと何も変えていません）",
        "--at {found}: the state at that time is the present one; nothing was changed since",
    ),
    "version_at_bad": (
        "--at {found}: 番号、または 2026-04-01 か 2026-04-01 10:03 の形で指定してください",
        "--at {found}: give a number, or a time as 2026-04-01 or 2026-04-01 10:03",
    ),
    "not_a_client_file": (
        "{file}: pmarkの顧客ファイルではありません（format が {found}、必要なのは {allowed}）",
        "{file}: not a pmark client file (format is {found}; needed: {allowed})",
    ),
    "client_file_newer": (
        "{file}: 新しいpmarkが書いたファイルです（{found}、この版は {allowed} まで）。pmarkを更新してください",
        "{file}: was written by a newer pmark ({found}; this one reads {allowed}); update pmark",
    ),
    "question_unknown": (
        "設問 {found} はありません（pmark questions で一覧）",
        "there is no question {found} (pmark questions lists them)",
    ),
    "question_not_asked": (
        "設問 {found} は、いまのプロフィールでは聞きません（{why}）",
        "question {found} is not asked of this profile ({why})",
    ),
    "answer_unknown": (
        "{id}: 回答 {found} はありません（使えるのは {allowed}）",
        "{id}: there is no answer {found}; allowed: {allowed}",
    ),
    "na_refused": (
        "{id}: この設問は対象外にできません（使えるのは {allowed}）",
        "{id}: this question cannot be excluded; allowed: {allowed}",
    ),
    "reason_needed": (
        "{id}: 対象外には理由が必要です（--reason {id}=理由）",
        "{id}: an exclusion needs a reason (--reason {id}=TEXT)",
    ),
    "pair_bad": (
        "{option} {found}: ID=値 の形で指定してください",
        "{option} {found}: give it as ID=VALUE",
    ),
    "certainty_unknown": (
        "{id}: 確かさ {found} はありません（使えるのは {allowed}）",
        "{id}: there is no certainty {found}; allowed: {allowed}",
    ),
    "flag_unknown": (
        "--flag {found}: このパックにありません（使えるのは {allowed}）",
        "--flag {found}: not in this pack; allowed: {allowed}",
    ),
    "date_bad": (
        "{key} {found}: 日付は 2026-04-01 の形で指定してください",
        "{key} {found}: give the date as 2026-04-01",
    ),
    "number_bad": (
        "{key} {found}: 0以上の整数で指定してください（1,000万、５千万 なども可）",
        "{key} {found}: give a whole number, 0 or more (1,000 and 10000000 are fine)",
    ),
    "step_unknown": (
        "手順 {found} はありません（使えるのは {allowed}）",
        "there is no step {found}; allowed: {allowed}",
    ),
    "clause_unknown": (
        "条項 {found} はありません（pmark pack show で一覧）",
        "there is no clause {found} (pmark pack show lists them)",
    ),
    "finding_unknown": (
        "指摘事項 {found} はありません（あるのは {allowed}）",
        "there is no finding {found}; there are: {allowed}",
    ),
    "finding_needs": ("指摘事項の追加には {key} が必要です", "a new finding needs {key}"),
    "industry_unknown": (
        "--industry {found}: この業種区分はありません（使えるのは {allowed}）",
        "--industry {found}: no such industry; allowed: {allowed}",
    ),
    "option_bad": ("{key} {found}: 使えるのは {allowed} です", "{key} {found}: allowed: {allowed}"),
    "worker_kind_unknown": (
        "人の種類 {found} はありません（使えるのは {allowed}）",
        "there is no kind of worker {found}; allowed: {allowed}",
    ),
    "fees_before_first": (
        "{on}: この日の料金表はわかりません（最初の料金表は {first} から）",
        "{on}: no fee list is known for this day (the first begins on {first})",
    ),
    "fees_gap": (
        "{file}: 料金表 {list} と {next} の期間がつながっていません",
        "{file}: the fee lists {list} and {next} do not meet",
    ),
    "fees_cell": (
        "{file}: 料金表 {list} の {kind} {size} がないか、2つあります",
        "{file}: fee list {list} lacks {kind} {size} or has it twice",
    ),
    "fees_basis": (
        "{file}: 料金表 {list} のもとになる料金表 {basis} がありません",
        "{file}: fee list {list} rests on {basis}, which does not exist",
    ),
    "fees_below_zero": (
        "{file}: 料金表 {list} に0円未満の金額か、上限より大きい下限があります",
        "{file}: fee list {list} has an amount below zero, or a lowest total over the highest",
    ),
    "fees_digit": (
        "{file}: 料金表 {list} の {line} が本体価格と合いません（計算では {due}）",
        "{file}: fee list {list}: {line} does not follow from its base price (due: {due})",
    ),
    "option_missing": ("{key} を指定してください（{allowed}）", "{key} is needed ({allowed})"),
    "fees_of_what": (
        "料金を出す相手を1つだけ指定してください（{allowed}）",
        "say whose fees, in one way ({allowed})",
    ),
    "fees_no_size": (
        "従業者が{minimum}人未満なので事業者規模がなく、料金もありません",
        "with fewer than {minimum} workers there is no size and so no fee",
    ),
    "extra_unknown": (
        "--extra {found}: この追加費用はありません（使えるのは {allowed}）",
        "--extra {found}: no such extra; allowed: {allowed}",
    ),
    "extra_numbers": (
        "--extra {extra}={found}: {allowed} の形で数を指定してください",
        "--extra {extra}={found}: give the numbers as {allowed}",
    ),
    "date_too_late": (
        "{found}: {years}年後は計算できません",
        "{found}: {years} years later is beyond the calendar",
    ),
    "output_exists": (
        "{file}: すでにあります。上書きするには --force を付けてください",
        "{file}: already exists; --force overwrites it",
    ),
    "output_is_client": (
        "{file}: 顧客ファイルの名前には書き出せません",
        "{file}: is the name of a client file; choose another",
    ),
    "template_failed": (
        "{file}: テンプレートを使えません（{why}）",
        "{file}: the template cannot be used ({why})",
    ),
    "template_not_taken": (
        "--template: {form} では使えません（使えるのは {allowed}）",
        "--template: not taken by {form}; allowed: {allowed}",
    ),
    "calendar_need": (
        "{file}: {phase} が前提にする {need} が前にありません",
        "{file}: {phase} needs {need}, which does not stand before it",
    ),
    "calendar_lengths": (
        "{file}: {phase} の長さは 3m、2w、10d の形で、最短、標準、最長の順にしてください",
        "{file}: the lengths of {phase} must be like 3m, 2w or 10d, and in order shortest, usual, longest",
    ),
    "plan_no_target": (
        "逆算する日がありません。--target で目標日を、または顧客ファイルに有効期限を指定してください",
        "there is nothing to count back from: give --target, or the end date in the client file",
    ),
    "plan_date_odd": (
        "{found}: この日からは計算しません（{allowed}年）",
        "{found}: no plan is made for this date (years {allowed})",
    ),
    "event_unknown": (
        "{found}: この出来事はありません（使えるのは {allowed}）",
        "there is no event {found}; allowed: {allowed}",
    ),
    "paper_date_unknown": (
        "{found}: この日付はありません（使えるのは {allowed}）",
        "there is no date {found}; allowed: {allowed}",
    ),
    "option_clash": (
        "{first} と {second} は同時に指定できません",
        "{first} and {second} cannot be given together",
    ),
    "known_on_too_late": (
        "--known-on {found}: この日からは期日を数えられません（{allowed} まで）",
        "--known-on {found}: no dates can be counted from that day (allowed: up to {allowed})",
    ),
    "cause_profile_unknown": (
        "原因の割合 {found} はありません（使えるのは {allowed}）",
        "there is no profile of causes {found}; allowed: {allowed}",
    ),
    "drill_unknown": (
        "訓練 {found} はありません（使えるのは {allowed}）",
        "there is no drill {found}; allowed: {allowed}",
    ),
    "incident_step_unknown": (
        "--did {found}: この事故にありません（使えるのは {allowed}）",
        "--did {found}: not part of this incident; allowed: {allowed}",
    ),
    "needs_option": ("{key} は {allowed} と一緒に使います", "{key} goes with {allowed}"),
    "not_an_incident_file": (
        "{file}: pmarkの事故記録ではありません（format が {found}、必要なのは {allowed}）",
        "{file}: not a pmark incident record (format is {found}; needed: {allowed})",
    ),
    "jo_persons": ("--persons {found}: 人数は1以上です", "--persons {found}: give 1 or more"),
    "jo_no_items": (
        "--items: 漏えいした項目を1つ以上指定してください（一覧は pmark exposure --list）",
        "--items: name at least one kind of data (pmark exposure --list shows them)",
    ),
    "jo_unrated": (
        "--items {found}: JOモデルに水準がないので推測しません。--level {found}=X/Y で、精神的苦痛Xと経済的損失Y（それぞれ1から{levels}）を指定してください",
        "--items {found}: the JO model gives it no level and pmark does not guess; give --level {found}=X/Y with mental distress X and economic loss Y (each 1 to {levels})",
    ),
    "jo_unknown": (
        "--items {found}: 表にない項目です（近い名前：{near}）。--level {found}=X/Y で、精神的苦痛Xと経済的損失Y（それぞれ1から{levels}）を指定するか、pmark exposure --list の名前を使ってください",
        "--items {found}: not in the table (near: {near}); give --level {found}=X/Y (mental distress X, economic loss Y, each 1 to {levels}) or a name from pmark exposure --list",
    ),
    "jo_level": (
        "--level {found}: 水準は {allowed} です（--level 項目=X/Y）",
        "--level {found}: levels are {allowed} (--level ITEM=X/Y)",
    ),
    "jo_level_of_nothing": (
        "--level {found}: --items にない項目です",
        "--level {found}: not among --items",
    ),
    "jo_factor": (
        "--{key} {found}: 使えるのは {allowed} です",
        "--{key} {found}: allowed: {allowed}",
    ),
    "data_set_unknown": (
        "--remove {found}: その名前のデータはありません（あるもの：{allowed}）",
        "--remove {found}: there is no data set of that name (there are: {allowed})",
    ),
    "import_no_workbook": (
        "{file}: Excelファイルとして読めません（{why}）",
        "{file}: cannot be read as an Excel workbook ({why})",
    ),
    "import_no_plan": (
        "{file}: pmarkが書き出した対応計画のシートがありません（隠れた1行目は消さないでください）",
        "{file}: holds no action plan written by pmark (its hidden first row must stay)",
    ),
    "import_redacted": (
        "{file}: 匿名化して書き出したものは取り込めません",
        "{file}: was written redacted and cannot be taken back",
    ),
    "import_question": (
        "{where}行目: 設問 {found} はこのパックにありません",
        "{where}: this pack has no question {found}",
    ),
    "import_state": (
        "{where}行目: 回答 {found} はありません（使えるのは {allowed}）",
        "{where}: there is no answer {found}; allowed: {allowed}",
    ),
    "keys_refused": (
        "--keys: 何も記録しませんでした：{why}",
        "--keys: nothing was recorded: {why}",
    ),
    "keys_empty": (
        "--keys: 回答がありません（例：12y 13p 14n）",
        "--keys: there is no answer in it (e.g. 12y 13p 14n)",
    ),
    "keys_sheet": (
        "--sheet {found}: 用紙の版が違います。この顧客のパックは {allowed} です。何も記録しませんでした",
        "--sheet {found}: the sheet is of another version; this client's pack is {allowed}; nothing was recorded",
    ),
    "keys_and_pair": (
        "{id}: --keys と ID=値 の両方にあります。何も記録しませんでした",
        "{id}: stands in --keys and as ID=VALUE; nothing was recorded",
    ),
    "person_unknown": (
        "--ask {found}: この人はパックにいません（使えるのは {allowed}）",
        "--ask {found}: the pack has no such person; allowed: {allowed}",
    ),
}
