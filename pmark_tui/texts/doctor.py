"""What `pmark doctor` finds, and which setting to change."""

from pmark_tui.texts import Texts

DOCTOR: Texts = {
    "status_ok": ("よし", "ok"),
    "status_note": ("注", "note"),
    "status_wrong": ("要対応", "wrong"),
    "advice_note": ("    ヒント：{advice}", "    Hint: {advice}"),
    "advice_wrong": ("    直し方：{advice}", "    To mend it: {advice}"),
    "all_well": ("直すところはありません。", "Nothing has to be mended."),
    "some_wrong": ("要対応が{count}件あります。", "To be mended: {count}."),
    "reading": (
        "{done}/{total} 件の顧客ファイルを読みました",
        "{done} of {total} client files read",
    ),
    "separator": ("、", ", "),
    # terminal
    "terminal_ok": ("端末：{term}{program}", "Terminal: {term}{program}"),
    "terminal_none": ("端末ではないところで動いています", "This is not running on a terminal"),
    "terminal_none_advice": (
        "全画面は端末で開きます。ここでは pmark interview --plain が使えます",
        "the full screen needs a terminal; here pmark interview --plain works",
    ),
    "terminal_dumb": ("端末の種類（TERM）が {term} です", "The kind of terminal (TERM) is {term}"),
    "terminal_dumb_advice": (
        "全画面を使うには TERM に端末の種類（例 xterm-256color）を設定します。読み上げには pmark interview --plain",
        "for the full screen set TERM to your terminal (e.g. xterm-256color); for a screen reader use pmark interview --plain",
    ),
    "size_ok": ("大きさ：{columns}桁 x {lines}行", "Size: {columns} columns x {lines} lines"),
    "size_small_advice": (
        "80桁 x 24行以上に広げると、全部が一度に見えます",
        "make it at least 80 columns x 24 lines to see everything at once",
    ),
    "size_tiny_advice": (
        "40桁 x 12行より小さいと使えません。窓を広げるか、文字を小さくします",
        "below 40 columns x 12 lines it cannot be used; make the window larger or the letters smaller",
    ),
    "size_unknown": ("大きさ：わかりません", "Size: not known"),
    "colours_ok": ("色：{kind}", "Colours: {kind}"),
    "colours_true": ("1677万色", "16.7 million"),
    "colours_256": ("256色", "256"),
    "colours_few": ("色：16色以下のようです", "Colours: 16 or fewer, it seems"),
    "colours_few_advice": (
        "色が足りなければ TERM を xterm-256color などにします。状態は文字でも読めます",
        "for more, set TERM to xterm-256color or the like; every state can be read without colour",
    ),
    "colours_off": ("色：NO_COLOR により使いません", "Colours: off by NO_COLOR"),
    # width
    "width_ok": ("罫線などの幅：1桁（測定）", "Width of frame characters: 1 cell (measured)"),
    "width_wide": (
        "罫線などの幅：2桁（測定）。全画面の枠が崩れます",
        "Width of frame characters: 2 cells (measured); the full screen will be out of line",
    ),
    "width_wide_advice": (
        "端末の設定で「あいまいな幅の文字」を1桁（狭い）にします。{where}",
        "in the terminal's settings make ambiguous-width characters narrow (1 cell). {where}",
    ),
    "width_silent": (
        "罫線などの幅：端末から返事がなく、測れませんでした",
        "Width of frame characters: not measured, the terminal did not answer",
    ),
    "width_none": (
        "罫線などの幅：測っていません（端末ではありません）",
        "Width of frame characters: not measured (no terminal)",
    ),
    "width_windows": (
        "罫線などの幅：測っていません（Windowsでは測りません）",
        "Width of frame characters: not measured (never on Windows)",
    ),
    "width_check_advice": (
        "全画面の枠がずれたら、端末の設定で「あいまいな幅の文字」を1桁（狭い）にします。{where}",
        "if frames are out of line, make ambiguous-width characters narrow (1 cell) in the terminal's settings. {where}",
    ),
    "where_iterm": (
        "iTerm2：Profiles の Text で Treat ambiguous-width characters as double width を外します",
        "iTerm2: Profiles, Text: clear 'Treat ambiguous-width characters as double width'",
    ),
    "where_windows": (
        "Windows Terminal：設定の compatibility.ambiguousWidth を narrow にします",
        "Windows Terminal: set compatibility.ambiguousWidth to narrow",
    ),
    "where_wezterm": (
        "WezTerm：treat_east_asian_ambiguous_width_as_wide を false にします",
        "WezTerm: set treat_east_asian_ambiguous_width_as_wide to false",
    ),
    "where_mintty": (
        "mintty：ロケールの後に @cjknarrow を付けます",
        "mintty: add @cjknarrow behind the locale",
    ),
    "where_vte": (
        "GNOME Terminal など：プロファイルの「互換性」であいまいな幅の文字を「狭い」にします",
        "GNOME Terminal and the like: profile, Compatibility: ambiguous-width characters: narrow",
    ),
    "where_any": (
        "名前は端末により ambiguous width、cjk width、曖昧幅 などです",
        "Terminals call it ambiguous width, cjk width or the like",
    ),
    # input method
    "input_ok": (
        "日本語入力：長い文字列の確定を壊すキーボード方式（kitty）を、pmarkは使いません",
        "Input method: pmark does not use the keyboard protocol (kitty) that spoils long commits",
    ),
    "input_windows": (
        "日本語入力：Windowsではキーボード方式（kitty）を切り替えません",
        "Input method: on Windows the keyboard protocol (kitty) is left as it is",
    ),
    "input_on": (
        "日本語入力：TEXTUAL_DISABLE_KITTY_KEY={value} により、キーボード方式（kitty）が使われます",
        "Input method: TEXTUAL_DISABLE_KITTY_KEY={value} turns the keyboard protocol (kitty) on",
    ),
    "input_on_advice": (
        "5文字以上の確定が数字になり、勝手に答えることがあります。TEXTUAL_DISABLE_KITTY_KEY を消すか 1 にします",
        "commits of five or more characters can arrive as digits and answer by themselves; unset TEXTUAL_DISABLE_KITTY_KEY or set it to 1",
    ),
    # locale
    "locale_ok": ("ロケール：{locale}", "Locale: {locale}"),
    "locale_none": (
        "ロケール：設定されていません（UTF-8として扱います）",
        "Locale: not set (taken as UTF-8)",
    ),
    "locale_none_advice": (
        "日本語が化けるなら LANG=ja_JP.UTF-8 にします",
        "if Japanese is garbled set LANG=en_GB.UTF-8 or the like",
    ),
    "locale_other": ("ロケール：{locale} はUTF-8ではありません", "Locale: {locale} is not UTF-8"),
    "locale_other_advice": (
        "LANG（または LC_ALL）を ja_JP.UTF-8 にし、端末の文字コードもUTF-8にします",
        "set LANG (or LC_ALL) to a UTF-8 locale, and the terminal's encoding to UTF-8",
    ),
    "files_ok": ("ファイル名の文字コード：{encoding}", "Encoding of file names: {encoding}"),
    "files_other_advice": (
        "日本語のファイル名が扱えません。UTF-8のロケールにするか、環境変数 PYTHONUTF8=1 を設定します",
        "Japanese file names will not work; use a UTF-8 locale or set PYTHONUTF8=1",
    ),
    # folders
    "clients_ok": ("顧客フォルダー：{path}（{count}件）", "Client folder: {path} ({count} files)"),
    "clients_missing": (
        "顧客フォルダー：{path}（まだありません）",
        "Client folder: {path} (not there yet)",
    ),
    "clients_missing_advice": (
        "pmark と打つと作られます。別の場所にするには PMARK_CLIENTS を設定します",
        "it is made when you type pmark; set PMARK_CLIENTS for another place",
    ),
    "clients_unusable": (
        "顧客フォルダー：{path} に書けません（{why}）",
        "Client folder: {path} cannot be written ({why})",
    ),
    "clients_unusable_advice": (
        "フォルダーの権限を直すか、PMARK_CLIENTS で別の場所にします",
        "mend the folder's permissions, or set PMARK_CLIENTS to another place",
    ),
    "no_clients_folder": ("顧客フォルダー：{why}", "Client folder: {why}"),
    "no_clients_folder_advice": (
        "PMARK_CLIENTS に書き込めるフォルダーを設定します",
        "set PMARK_CLIENTS to a folder that can be written",
    ),
    "client_broken": ("読めない顧客ファイル：{why}", "Client file that cannot be read: {why}"),
    "client_broken_advice": (
        "バックアップか控え（pmark snapshot）から戻します。pmarkはこのファイルを書き換えません",
        "take a backup or a snapshot (pmark snapshot); pmark does not touch this file",
    ),
    "more_broken": ("ほかに{count}件読めません", "{count} more cannot be read"),
    "cache_ok": (
        "控え（消してよい）：{path}（{count}件、{size} kB）",
        "Cache (may be deleted): {path} ({count} files, {size} kB)",
    ),
    "cache_missing": (
        "控え（消してよい）：{path}（まだありません）",
        "Cache (may be deleted): {path} (not there yet)",
    ),
    "cache_unusable": (
        "控え：{path} に書けません（{why}）",
        "Cache: {path} cannot be written ({why})",
    ),
    "cache_unusable_advice": (
        "動きますが始まりが遅くなります。権限を直すか PMARK_CACHE で別の場所にします",
        "pmark works but starts slowly; mend the permissions or set PMARK_CACHE to another place",
    ),
    # packs and fees
    "pack_ok": ("設問パック：{id} {version}", "Pack: {id} {version}"),
    "pack_broken": (
        "設問パック：{folder} に{count}件の問題（{why}）",
        "Pack: {folder} has {count} findings ({why})",
    ),
    "pack_broken_advice": (
        "pmark pack check {folder} で全部を見て直します。使わないなら、そのフォルダーを外へ移します",
        "see all with pmark pack check {folder}; or move that folder away if you do not use it",
    ),
    "pack_unusable": ("設問パック：{why}", "Pack: {why}"),
    "pack_unusable_advice": (
        "同じパックの片方を {path} から外すか、版を変えます",
        "take one of the two out of {path}, or change its version",
    ),
    "fees_ok": (
        "料金表：{list}（確認日 {checked}、{days}日前、{status}）",
        "Fee list: {list} (checked {checked}, {days} days ago, {status})",
    ),
    "fees_confirmed": ("公表額", "published figures"),
    "fees_estimate": ("概算。公式の金額ではありません", "estimate, not official figures"),
    "fees_partial": ("一部だけ判明", "known in part"),
    "fees_check_advice": (
        "見積もりに使う前に公式の料金表で確かめ、正式額を {path} に書きます（docs/fees.md）",
        "check the official list before quoting, and enter its figures in {path} (docs/fees.md)",
    ),
    "fees_broken": ("料金：{why}", "Fees: {why}"),
    "fees_broken_advice": (
        "自分の料金ファイルなら直すか外します。同梱のものなら pmark を入れ直します",
        "mend or remove the file if it is yours; reinstall pmark if it is a shipped one",
    ),
    # versions
    "python_ok": ("Python {version}（{system}）", "Python {version} ({system})"),
    "library_ok": ("{name} {version}", "{name} {version}"),
    "library_missing": ("{name} が入っていません", "{name} is not installed"),
    "library_missing_advice": (
        "pmark を入れ直します：pip install pmark-tui",
        "reinstall pmark: pip install pmark-tui",
    ),
    "library_unknown": (
        "ライブラリー：pmarkがパッケージとして入っていないので調べられません",
        "Libraries: cannot be looked up, pmark is not installed as a package",
    ),
}
