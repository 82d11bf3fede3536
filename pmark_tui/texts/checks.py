"""What the consistency checks say. Rules of a pack bring their own sentence."""

from __future__ import annotations

from pmark_tui.domain.checks import Remark
from pmark_tui.texts import Texts, text

SEVERITY: Texts = {
    "error": ("誤り", "error"),
    "warning": ("注意", "warning"),
    "note": ("確認", "note"),
}

CHECKS: Texts = {
    "question-unknown": (
        "{question} という設問はこのパックにありません。回答は残してありますが、点数には入りません。",
        "This pack has no question {question}. The answer is kept but counts for nothing.",
    ),
    "value-unknown": (
        "{question} の回答 {value} はこのパックにありません。未回答として扱っています。",
        "This pack has no answer {value}, given for {question}. It counts as unanswered.",
    ),
    "exclusion-refused": (
        "{question} は対象外にできません。未回答として扱っています。",
        "{question} cannot be excluded. It counts as unanswered.",
    ),
    "exclusion-without-reason": (
        "{question} を対象外にした理由がありません。未回答として扱っています。",
        "{question} is excluded without a reason. It counts as unanswered.",
    ),
    "answer-not-asked": (
        "{question} に回答がありますが、いまのプロフィールでは聞かない設問です。プロフィールか回答のどちらかを直してください。",
        "{question} is answered, but the profile leaves it out. Mend the profile or take the answer back.",
    ),
    "other-pack-version": (
        "回答したパックは版 {old}、いまのパックは版 {new} です。聞き直す設問は pmark questions FILE --changed で一覧できます。",
        "Answered on pack version {old}; the pack in use is version {new}. pmark questions FILE --changed lists what to ask again.",
    ),
    "question-changed": (
        "{question} は回答の後で意味が変わりました。もう一度確かめてください。",
        "{question} has changed its meaning since it was answered. Ask it again.",
    ),
    "question-new": (
        "{question} はパックの版 {since} で加わった設問です。まだ聞いていません。",
        "{question} came with version {since} of the pack and has not been asked yet.",
    ),
    "flag-unknown": (
        "プロフィールの {flag} という項目はこのパックにありません。",
        "The profile has the flag {flag}, which this pack does not know.",
    ),
    "new-with-end-date": (
        "新規の申請なのに、いまのマークの有効期限（{date}）があります。更新ではありませんか。",
        "The application is a new one, yet the mark has an end date ({date}). Is it a renewal?",
    ),
    "renewal-without-end-date": (
        "更新の申請なのに、いまのマークの有効期限がありません。",
        "The application is a renewal, but the end date of the mark is missing.",
    ),
    "mark-expired": (
        "マークの有効期限（{date}）を過ぎています。更新ではなく新規の申請になるか、審査機関に確かめてください。",
        "The mark ended on {date}. Ask the certifying body whether a new application is needed.",
    ),
    "record-on-hearsay": (
        "{question} は記録があるという回答ですが、話を聞いただけです。記録そのものを見てください。",
        "{question} says that a record exists, but it rests on hearsay only. Look at the record itself.",
    ),
    "denied-with-evidence-date": (
        "{question} は「いいえ」なのに、証拠の日付があります。",
        "{question} is denied, yet it has a date of evidence.",
    ),
    "evidence-from-the-future": (
        "{question} の証拠の日付（{date}）が今日より後です。",
        "The evidence of {question} is dated in the future ({date}).",
    ),
    "due-passed": (
        "{question} の期限（{date}）を過ぎましたが、まだ「はい」になっていません。",
        "{question} was due on {date} and is not yet a full yes.",
    ),
    "practised-not-written": (
        "{other} は行っているのに、そのことを定めた文書がありません（{question}）。",
        "{other} is practised, but nothing written asks for it ({question}).",
    ),
    "finding-clause-unknown": (
        "指摘事項 {finding} の条項 {clause} はこのパックにありません。",
        "Finding {finding} names clause {clause}, which this pack does not have.",
    ),
    "finding-without-date": (
        "指摘事項 {finding} に日付がなく、期限を数えられません。",
        "Finding {finding} bears no date, so its last day is unknown.",
    ),
    "finding-closed-too-early": (
        "指摘事項 {finding} の完了日が、指摘の日より前です。",
        "Finding {finding} was closed before it was found.",
    ),
    "finding-closed-without-correction": (
        "指摘事項 {finding} は完了していますが、直した内容がありません。",
        "Finding {finding} is closed, but what was corrected is not said.",
    ),
    "finding-overdue": (
        "指摘事項 {finding} の期限（{date}）を過ぎています。",
        "Finding {finding} had to be answered by {date}.",
    ),
    "finding-on-fulfilled-clause": (
        "{clause} はすべて「はい」ですが、指摘事項 {finding} がまだ閉じていません。",
        "All of {clause} is answered in full, but finding {finding} on it is still open.",
    ),
}


def what(remark: Remark, lang: str) -> str:
    """A remark as a sentence, its places filled with its values."""
    sentence = remark.text.of(lang) if remark.text else text(CHECKS, remark.rule, lang)
    for place, value in remark.values.items():
        sentence = sentence.replace("{" + place + "}", value)
    return sentence
