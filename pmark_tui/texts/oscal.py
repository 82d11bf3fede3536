"""What is said in OSCAL documents and about them."""

from pmark_tui.texts import Texts

OSCAL: Texts = {
    "help_file": ("顧客ファイル（結果を書き出す）", "client file (writes its results)"),
    "help_pack": ("顧客ファイルの代わりに、このパックをカタログとして", "this pack as a catalogue, in place of a client file"),
    "results": ("{name} 準備度 {on}", "{name}: readiness on {on}"),
    "described": (
        "聞き取りの回答 {answered}/{asked}問。手順ごとの幅は props にあります。",
        "Interview, {answered} of {asked} questions answered; the ranges of the steps are in the props.",
    ),
    "not_a_decision": (
        "準備度の目安であり、審査の結論ではありません。",
        "Shows readiness; not a certification decision.",
    ),
    "plan": (
        "評価計画は別になく、設問パック {pack} {version} の設問を順に聞いたものです。",
        "There is no plan apart: the questions of pack {pack} {version} were asked in order.",
    ),
}  # fmt: skip
