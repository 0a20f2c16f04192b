"""How the report looks: one set of names for colours, twice filled."""

from typing import Final

LAB_COLOURS: Final = (
    ("#0077b3", "#5cc8ff"),
    ("#c63a0a", "#f4521a"),
    ("#8a7a00", "#fff62a"),
    ("#7f2fd0", "#b253ff"),
    ("#8a6d1f", "#dbc284"),
    ("#137574", "#289a99"),
    ("#1a8a66", "#a5ffe1"),
)
"""Light and dark colour of each lab's line, the founder's first: the window's own, dark enough on white."""

_LIGHT: Final = {
    "ground": "#f6f7fa",
    "panel": "#ffffff",
    "line": "#d6dce6",
    "text": "#10161f",
    "soft": "#46536a",
    "faint": "#5f6c84",
    "lab": "#0077b3",
    "car": "#a85f00",
    "good": "#0077b3",
    "bad": "#b8400f",
}
_DARK: Final = {
    "ground": "#0b111b",
    "panel": "#131a27",
    "line": "#253147",
    "text": "#eaf0f8",
    "soft": "#a9b6cc",
    "faint": "#8493ad",
    "lab": "#5cc8ff",
    "car": "#ffb347",
    "good": "#7fd6ff",
    "bad": "#ff7a45",
}


def style() -> str:
    """Return the style sheet of the report."""
    return _SHEET.replace("%LIGHT%", _names(_LIGHT, 0)).replace("%DARK%", _names(_DARK, 1))


def _names(colours: dict[str, str], side: int) -> str:
    named = {**colours, **{f"lab{place}": pair[side] for place, pair in enumerate(LAB_COLOURS)}}
    return "".join(f"--{name}:{colour};" for name, colour in named.items())


_SHEET: Final = """
:root{color-scheme:light dark;%LIGHT%}
@media (prefers-color-scheme:dark){:root{%DARK%}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);
font:15px/1.5 Lato,"Segoe UI",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1080px;margin:0 auto;padding:40px 24px 64px}
h1,h2,.figure{font-family:"Barlow Semi Condensed","Arial Narrow",Lato,sans-serif;font-weight:600;
line-height:1.15;margin:0}
h1{font-size:40px}h2{font-size:20px;margin-bottom:12px}
h3{font-size:13px;margin:16px 0 4px;color:var(--car);text-transform:uppercase;letter-spacing:.06em}
p{margin:4px 0}
.eyebrow{color:var(--soft);text-transform:uppercase;letter-spacing:.08em;font-size:13px}
.lead{color:var(--soft);font-size:17px;margin:6px 0 24px}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:10px;padding:18px 22px;
margin-top:16px}
.four{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:16px}
.four .panel{margin:0;border-left:3px solid var(--line)}
.four .lab{border-left-color:var(--lab)}.four .carmaker{border-left-color:var(--car)}
.four .owners{border-left-color:var(--bad)}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(420px,1fr));gap:16px}
.two .panel{margin:0}.two{margin-top:16px}
.figure{font-size:30px;white-space:nowrap}.soft{color:var(--soft)}.faint{color:var(--faint);font-size:13px}
.good{color:var(--good)}.bad{color:var(--bad)}
.row{display:flex;justify-content:space-between;gap:0 16px}.four .row{flex-wrap:wrap;align-items:baseline}
ol.turns{list-style:none;margin:0;padding:0;counter-reset:turn}
ol.turns li{counter-increment:turn;padding:6px 0 6px 36px;position:relative}
ol.turns li::before{content:counter(turn);position:absolute;left:0;top:8px;width:22px;height:22px;
border-radius:50%;background:var(--text);color:var(--panel);text-align:center;line-height:22px;
font-size:12px;font-weight:700}
table{width:100%;border-collapse:collapse}
td,th{text-align:left;padding:7px 10px 7px 0;border-top:1px solid var(--line);vertical-align:top}
th{border-top:0;color:var(--soft);font-weight:400;font-size:13px}
td.number,th.number{text-align:right;padding-right:0;white-space:nowrap;font-weight:700}
.bar{height:6px;border-radius:3px;background:var(--line);margin:4px 0}
.bar i{display:block;height:6px;border-radius:3px;background:var(--lab)}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--faint);font-size:12px}
svg .name{fill:var(--soft)}svg .mine{fill:var(--text);font-weight:700}
svg .grid{stroke:var(--line)}svg .never{stroke:var(--faint);stroke-dasharray:5 4;fill:none}
svg .limit{stroke:var(--bad)}svg .disc{fill:var(--text)}svg .count{fill:var(--panel);font-weight:700}
blockquote{margin:8px 0;padding-left:14px;border-left:3px solid var(--car);font-style:italic}
code{font-size:17px;letter-spacing:.04em}
details code{font-size:12px;letter-spacing:0;word-break:break-all}
footer{margin-top:28px}
@media print{body{background:#fff}.panel{break-inside:avoid}p{orphans:3;widows:3}.foot{break-before:avoid}}
"""
