"""Sentences about size, fees and dates, and `say`, which turns what the domain returns into a line."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.notes import Note, Source
from pmark_tui.domain.pack import Text
from pmark_tui.texts import Texts, text

MONEY: Texts = {
    # sizes and why
    "size_small": ("小規模", "small"),
    "size_medium": ("中規模", "medium"),
    "size_large": ("大規模", "large"),
    "size_none": ("区分なし（申請できません）", "no size (may not apply)"),
    "size_too-few-workers": (
        "従業者が{workers}人です。{minimum}人以上いないと申請できません。",
        "Workers: {workers}; at least {minimum} are needed to apply.",
    ),
    "size_small-by-workers": (
        "{trade}で従業者{workers}人は、{minimum}人から{small}人の範囲なので、資本金にかかわらず小規模です。",
        "{trade} with {workers} workers is within {minimum} to {small}, so it is small whatever the capital.",
    ),
    "size_medium-by-workers": (
        "{trade}で従業者{workers}人は、{small_over}人から{medium}人の範囲なので、資本金にかかわらず中規模です。",
        "{trade} with {workers} workers is within {small_over} to {medium}, so it is medium whatever the capital.",
    ),
    "size_medium-by-capital": (
        "{trade}で従業者{workers}人は{medium}人を超えますが、資本金{capital:,}円が{limit:,}円以下なので中規模です。",
        "{trade} with {workers} workers is over {medium}, but the capital of {capital:,} yen is not over {limit:,} yen, so it is medium.",
    ),
    "size_large-by-both": (
        "{trade}で従業者{workers}人は{medium}人を超え、資本金{capital:,}円も{limit:,}円を超えるので大規模です。",
        "{trade} with {workers} workers is over {medium}, and the capital of {capital:,} yen is over {limit:,} yen, so it is large.",
    ),
    "size_large-no-capital": (
        "資本金の登記がないので人数だけで見ます。{trade}で従業者{workers}人は{medium}人を超えるので大規模です。",
        "Without registered capital workers alone decide: {trade} with {workers} workers is over {medium}, so it is large.",
    ),
    "size_change_more": (
        "あと{by}人増えて{workers}人になると{size}です。",
        "With {by} more (workers: {workers}) it would be {size}.",
    ),
    "size_change_fewer": (
        "{by}人減って{workers}人になると{size}です。",
        "With {by} fewer (workers: {workers}) it would be {size}.",
    ),
    "size_change_none": (
        "{by}人減って{workers}人になると申請できません。",
        "With {by} fewer (workers: {workers}) you may not apply.",
    ),
    "size_change_over": (
        "資本金が{limit:,}円を超えると{size}です。",
        "With capital over {limit:,} yen it would be {size}.",
    ),
    "size_change_within": (
        "資本金が{limit:,}円以下なら{size}です。",
        "With capital of {limit:,} yen or less it would be {size}.",
    ),
    "size_at_most": (
        "審査機関に確かめる人たちも数えると{workers}人になり、{size}です。",
        "With the people to ask about it would be {workers} workers: {size}.",
    ),
    # certainty
    "confirmed": ("複数の情報源で確認", "confirmed by two sources or more"),
    "one-source": ("情報源1つ", "one source only"),
    "inferred": ("推定", "inferred"),
    "conflicting": (
        "情報源が食い違う。審査機関に確認",
        "sources disagree: ask the certifying body",
    ),
    # fee lists
    "status_confirmed": ("確認済みの料金表", "confirmed list"),
    "status_official": ("利用者が入力した公式の金額", "official figures entered by the user"),
    "status_estimate": ("概算（公式の金額ではありません）", "estimate (not official figures)"),
    "status_partial": ("一部だけわかる古い料金表", "old list, known in part"),
    "fees_estimate": (
        "概算です。公式の金額はまだ確認できていません。合計{low:,}円から{high:,}円の見込みで、内訳は出せません（確認済みの{basis}の料金表では{total:,}円）。",
        "This is an estimate; the official amounts are not known yet. Expect {low:,} to {high:,} yen in total, without a split into lines (the confirmed {basis} list gave {total:,} yen).",
    ),
    "fees_estimate_about": (
        "概算です。公式の金額はまだ確認できていません。合計は約{low:,}円の見込みで、内訳は出せません（確認済みの{basis}の料金表では{total:,}円）。",
        "This is an estimate; the official amounts are not known yet. Expect about {low:,} yen in total, without a split into lines (the confirmed {basis} list gave {total:,} yen).",
    ),
    "fees_partial": (
        "わかっているのは合計{total:,}円だけで、内訳は不明です。",
        "Only the total of {total:,} yen is known, not its lines.",
    ),
    "fees_official": (
        "入力された公式の金額です（入力した人：{who}、入力した日：{when}）。",
        "Official figures as entered (by: {who}, on: {when}).",
    ),
    "fees_official_differs": (
        "入力された金額（合計{total:,}円、入力した人：{who}、日：{when}）が確認済みの料金表と違います。料金表のほうを使いました。",
        "The figures entered (total {total:,} yen, by {who}, on {when}) differ from the confirmed list; the list was used.",
    ),
    "fees_nobody": ("記載なし", "not given"),
    "fees_no_day": ("記載なし", "not given"),
    "fees_undated": ("日付なし", "undated"),
    # the commands
    "help_advice": ("誰を数えるか、知っておきたいことも出す", "also who counts and what to know"),
    "help_extra": (
        "見込む追加費用（例 overtime=2、repeat-audit=3x2、travel=40000、dues=10000）",
        "an assumed extra, e.g. overtime=2, repeat-audit=3x2, travel=40000, dues=10000",
    ),
    "who_counts": (
        "従業者として数える人（--count 種類=人数 で数えられます）",
        "Who counts as a worker (count with --count KIND=N)",
    ),
    "counts_yes": ("数える", "counts"),
    "counts_no": ("数えない", "does not count"),
    "counts_ask": ("審査機関に確認", "ask the body"),
    "good_to_know": ("知っておくこと", "Good to know"),
    "sources": ("情報源： {list}", "Sources: {list}"),
    "kind_new": ("新規", "new"),
    "kind_renewal": ("更新", "renewal"),
    "fees_head": ("{kind}・{size}・{on}の料金（円）", "Fees on {on}: {kind}, {size} (yen)"),
    "total": ("合計", "Total"),
    "standing": ("確かさ", "Standing"),
    "short_confirmed": ("確認済み", "confirmed"),
    "short_official": ("公式（入力）", "official (entered)"),
    "short_estimate": ("概算", "estimate"),
    "short_partial": ("一部のみ", "partial"),
    "paid": ("{line}： {to}へ、{when}。{back}", "{line}: to {to}, {when}. {back}"),
    "years_head": ("{years}年間の費用（円）", "Cost over {years} years (yen)"),
    "extra_line": (
        "{title}  {amount:,} x {times}回 = {total:,}（利用者の見込み）",
        "{title}  {amount:,} x {times} = {total:,} (your assumption)",
    ),
    "years_total": ("合計 {total}  {status}", "Total {total}  {status}"),
    "extra_era": (
        "{extra}の単価は{list}の料金表の時期のものです。その後変わったかは確認できていません。",
        "{extra}: the rate is of the time of the {list} list; whether it has changed since was not established.",
    ),
    "help_details": (
        "支払い方、追加費用、標準の審査時間も出す",
        "also how bodies bill, extras, standard time on site",
    ),
    "on_site_hours": (
        "現地審査の標準時間（目安の上限）： {hours}時間（{certainty}）",
        "Standard time on site (upper guide): {hours} hours ({certainty})",
    ),
    "extras_head": (
        "追加でかかることがある費用（--extra ID=数 で見込めます）",
        "What may come on top (assume it with --extra ID=N)",
    ),
    "practice_head": ("審査機関による請求の違い", "How certifying bodies bill"),
    "cases_head": (
        "情報源だけでは決まらない申請者",
        "Applicants about whom the sources leave something open",
    ),
    "reports_head": ("付与のあとに報告すること", "What to report after the grant"),
    "help_cases": (
        "個別の事情と、付与後の報告も出す",
        "also special cases and what to report after the grant",
    ),
    "years_assumed": (
        "更新は申請日から{years}年ごとと仮定し、それぞれの日の料金表で計算しています。",
        "Renewals are assumed every {years} years from the day of application, each by the list of its own day.",
    ),
    # the calendar
    "plan_title": ("プライバシーマーク 予定表", "Privacy Mark plan"),
    "plan_window": ("更新の受付期間", "Renewal window"),
    "plan_next_window": ("次の更新の受付期間", "Next renewal window"),
    "plan_span": (
        "早ければ {earliest}、遅ければ {latest}",
        "{earliest} at the earliest, {latest} at the latest",
    ),
    "plan_start_passed": (
        "標準の長さで進めるには {start} に始める必要があり、もう{days}日過ぎています。",
        "At the usual pace work should have begun on {start}, {days} days ago.",
    ),
    "plan_window_moved": (
        "受付の最終日 {rule} は休日なので、次の開いている日の {last} になります。",
        "The last day {rule} is closed, so it moves to the next open day, {last}.",
    ),
    "plan_month_end": (
        "有効期限 {expires} と同じ日がない月があります。その月の末日としましたが、決まりは確認できていません。審査機関に確かめてください。",
        "A month has no day like the end date {expires}; its last day is used here, but no source says what holds. Ask the certifying body.",
    ),
    "plan_outside_window": (
        "申請日 {filed} が更新の受付期間（{first}から{last}）の外です。",
        "The day of filing, {filed}, is outside the renewal window ({first} to {last}).",
    ),
    "plan_no_official_length": (
        "各段階の長さに公式の標準はありません。審査機関とコンサルタントの説明、足りないところはpmarkの見立てによる目安です。",
        "There are no official lengths. These come from bodies and consultants and, where they say nothing, from our own judgement.",
    ),
    "plan_head": (
        "{kind}： 目標 {target}、始める日 {start}（早く進めば {short}、余裕を見れば {long}）",
        "{kind}: target {target}, start by {start} ({short} if all goes fast, {long} to be safe)",
    ),
    "plan_head_forward": (
        "{kind}： {start} に始めると、標準の長さで {target}",
        "{kind}: starting on {start} reaches {target} at the usual pace",
    ),
    "plan_columns": (
        "標準の期間、段階、（終わりの日： 早ければ - 遅ければ）",
        "usual time, stage, (last day: at the earliest - at the latest)",
    ),
    "plan_ics_written": ("予定表を書き出しました：{path}", "calendar written: {path}"),
    "window_unknown": (
        "有効期限がまだ入力されていません。",
        "The end date has not been entered yet.",
    ),
    "window_ahead": (
        "受付期間は {first} から {last} で、まだ始まっていません。",
        "The window runs from {first} to {last} and has not opened yet.",
    ),
    "window_open": (
        "受付期間（{first} から {last}）の中です。",
        "Within the window ({first} to {last}).",
    ),
    "window_over": (
        "受付期間（{first} から {last}）を過ぎています。すぐ審査機関に相談してください。",
        "The window ({first} to {last}) is over. Talk to the certifying body at once.",
    ),
    "deadline_month_end": (
        "その月に同じ日がないので末日としました",
        "the month's last day, as it has no such day",
    ),
    "deadline_closed": (
        "休日です。延びる決まりは確認できていないので、その前に済ませてください",
        "a closed day; no source says that it moves, so be done before",
    ),
    # eligibility and papers
    "may-apply": ("申請できます", "may apply"),
    "not-yet": ("まだ申請できません", "may not apply yet"),
    "ask": ("審査機関に確認", "ask the certifying body"),
    "open": ("まだ判定できません（未回答あり）", "cannot be told yet (unanswered points)"),
    "point_met": ("満たす", "met"),
    "point_not-yet": ("まだ", "not yet"),
    "point_ask": ("要確認", "ask"),
    "point_open": ("未回答", "open"),
    "eligibility_head": ("申請の資格： {verdict}", "Eligibility: {verdict}"),
    "papers_head": (
        "申請書類（様式は申請先の最新版を使うこと）",
        "Application papers (use the body's newest forms)",
    ),
    "paper_ready": ("済", "ready"),
    "paper_not-ready": ("まだ", "not ready"),
    "paper_open": ("未回答", "open"),
    "papers_order": (
        "{first}（{first_day}）は{second}（{second_day}）より前でなければなりません。",
        "The {first} ({first_day}) must come before the {second} ({second_day}).",
    ),
    "papers_same": (
        "{first}（{first_day}）と{second}（{second_day}）をそろえてください。",
        "The {first} ({first_day}) and the {second} ({second_day}) must be the same.",
    ),
    "papers_age": (
        "{first}（{first_day}）は{second}（{second_day}）の前{months}か月以内でなければなりません。",
        "The {first} ({first_day}) must be within {months} months before the {second} ({second_day}).",
    ),
    "bodies_head": ("審査機関による違い", "How certifying bodies differ"),
    "after_head": ("審査のあとの期限", "Deadlines after the audit"),
    "help_target": (
        "目標日（新規は付与、更新は申請の日）",
        "target date (new: the grant; renewal: the filing)",
    ),
    "help_start": ("この日に始めた場合の予定", "plan forward from this day"),
    "help_event": (
        "審査のあとの出来事とその日（findings、further-findings、decision、contract-papers）",
        "an event after the audit and its day (findings, further-findings, decision, contract-papers)",
    ),
    "help_date": (
        "書類の日付（training、audit、review、extract、form-0、form-1、filed）",
        "a date on the papers (training, audit, review, extract, form-0, form-1, filed)",
    ),
    "help_ics": (
        "カレンダー（.ics）を書き出す。- は標準出力",
        "write a calendar (.ics); - is standard output",
    ),
    "help_gantt": ("Mermaidのガントチャートを出す", "print a Mermaid Gantt chart"),
    "help_papers": ("申請書類も出す", "also the application papers"),
}


def say(said: Note | Text | str, lang: str) -> str:
    """A note or a text of the data as a sentence in `lang`; notes and texts may hold others."""
    if isinstance(said, str):
        return said
    if isinstance(said, Text):
        return said.of(lang)
    values = {
        key: say(value, lang) if isinstance(value, Note | Text) else _plain(value)
        for key, value in said.values.items()
    }
    return text(MONEY, said.key, lang, **values)


def cite(source: Source, lang: str) -> str:
    """A source as an address with the date that the page claims."""
    return f"{source.url} ({source.dated or text(MONEY, 'fees_undated', lang)})"


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
