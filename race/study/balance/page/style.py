"""The look of the page: paper by day, slate by night, and the same inks by name in both.

Hues follow Okabe and Ito (2008), which stay apart under the common kinds of colour blindness; a verdict
is a sign and a word, never a colour alone.
"""

from typing import Final

from race.core.ids import LABS, Ending

_DAY: Final = {
    "paper": "#f7f5ef",
    "card": "#fffefb",
    "ink": "#20252b",
    "quiet": "#646c75",
    "rule": "#dedad0",
    "grid": "#e9e6dd",
    "accent": "#0b66a3",
    "second": "#b4540a",
    "good": "#00745a",
    "bad": "#b23a0e",
    "target": "rgba(0,116,90,.13)",
}
_NIGHT: Final = {
    "paper": "#14181d",
    "card": "#1b2027",
    "ink": "#e7e5df",
    "quiet": "#9aa3ad",
    "rule": "#323a44",
    "grid": "#272e37",
    "accent": "#64b5ea",
    "second": "#f0a050",
    "good": "#4cc9a0",
    "bad": "#ff8a5c",
    "target": "rgba(76,201,160,.16)",
}
_ENDINGS_DAY: Final = ("#3d0f14", "#7d2a2f", "#a9615a", "#cf4a1b", "#e58a3c", "#e9b949", "#00446e", "#1479b8")
_ENDINGS_REST: Final = ("#86bfe2", "#5fae93", "#c3bfb4")
_LABS: Final = ("#1479b8", "#e0a100", "#00966f", "#c97aa6", "#8b6f4e", "#d1571b", "#7f8790")
_ENDINGS: Final = dict(zip(Ending, _ENDINGS_DAY + _ENDINGS_REST, strict=True))
_AT_NIGHT: Final = {Ending.CATASTROPHE: "#e3b5b9", Ending.TRIUMPH: "#cfe6f8", Ending.ALSO_RAN: "#949ba3"}
_PALE: Final = (Ending.CONTENDER, Ending.ENJOINED, Ending.ALSO_RAN, Ending.STEWARD, Ending.PYRRHIC)
_PALE_AT_NIGHT: Final = (*_PALE, Ending.TRIUMPH, Ending.CATASTROPHE)


def inks() -> str:
    """Return the colours as custom properties, for day, night and paper."""
    ours = {f"lab-{lab.value}": hue for lab, hue in zip(LABS, _LABS, strict=True)}
    day = _DAY | {f"end-{ending.value}": hue for ending, hue in _ENDINGS.items()} | ours | _upon(_PALE)
    night = _NIGHT | {f"end-{ending.value}": hue for ending, hue in _AT_NIGHT.items()} | _upon(_PALE_AT_NIGHT)
    dark = f"@media (prefers-color-scheme:dark){{:root{{{_set(night)}}}}}"
    return f":root{{color-scheme:light dark;{_set(day)}}}{dark}"


def _upon(pale: tuple[Ending, ...]) -> dict[str, str]:
    """Return the ink that is read on each ending's colour."""
    return {f"on-{ending.value}": "#20252b" if ending in pale else "#fff" for ending in Ending}


def _set(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


RULES: Final = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);
 font:16px/1.5 system-ui,-apple-system,"Segoe UI",Lato,Roboto,"Helvetica Neue",sans-serif}
main{max-width:1120px;margin:0 auto;padding:28px 20px 60px}
h1{font-size:1.9rem;line-height:1.15;margin:0 0 4px;letter-spacing:-.01em}
h2{font-size:1.25rem;margin:44px 0 4px;line-height:1.25}
h3{font-size:1rem;margin:0 0 2px;line-height:1.3}
p{margin:0 0 10px;max-width:70ch}
.quiet,figcaption p,.note{color:var(--quiet);font-size:.88rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:16px;
 margin-top:14px}
.cards.small{grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr))}
figure{margin:0;background:var(--card);border:1px solid var(--rule);border-radius:10px;
 padding:14px 14px 10px;
 break-inside:avoid;min-width:0}
figcaption{margin-bottom:8px}
svg{display:block;width:100%;height:auto;overflow:visible;
 font:11px system-ui,-apple-system,"Segoe UI",sans-serif}
svg text{fill:var(--ink)}
svg .tick,svg .axis{fill:var(--quiet)}
svg .tick{font-size:10px}
svg .small{font-size:9.5px}
svg .strong{font-weight:650}
svg .soft{fill:var(--quiet)}
svg .grid{stroke:var(--grid);stroke-width:1}
svg .zero{stroke:var(--quiet);stroke-width:1;stroke-dasharray:2 3}
svg .target{fill:var(--target)}
svg .line{fill:none;stroke:var(--accent);stroke-width:2.2;stroke-linejoin:round}
svg .fit{fill:none;stroke:var(--second);stroke-width:1}
svg .line2{fill:none;stroke:var(--second);stroke-width:2;stroke-linejoin:round;stroke-dasharray:5 3}
svg .fan{fill:var(--accent);opacity:.18}
svg .fan.inner{opacity:.24}
svg .span{stroke:var(--accent);stroke-width:2;stroke-linecap:round}
svg .span.weak{stroke:var(--quiet)}
svg .dot{fill:var(--accent);stroke:var(--card);stroke-width:1.2}
svg .dot.weak{fill:var(--quiet)}
svg .dot.second{fill:var(--second)}
svg .link{fill:none;stroke:var(--rule);stroke-width:1.6}
svg .link.strong{stroke:var(--accent)}
.legend{display:flex;flex-wrap:wrap;gap:4px 14px;margin:10px 0 0;padding:0;list-style:none;font-size:.82rem}
.legend i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.45em;
 vertical-align:-.06em}
.wide{overflow-x:auto;background:var(--card);border:1px solid var(--rule);border-radius:10px;
 margin-top:14px}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:8px 12px;border-bottom:1px solid var(--rule);vertical-align:middle}
tr:last-child td{border-bottom:0}
th{font-size:.78rem;font-weight:600;color:var(--quiet)}
td svg{min-width:150px;max-width:230px}
.measures td:nth-child(2),.measures td:nth-child(3){white-space:nowrap}
td.who{color:var(--quiet);font-size:.84rem}
.verdict{display:inline-flex;align-items:center;gap:.4em;white-space:nowrap;font-weight:600;
 font-size:.84rem}
.verdict b{display:inline-grid;place-items:center;width:1.35em;height:1.35em;border-radius:50%;
 color:var(--card)}
.in{color:var(--good)}.in b{background:var(--good)}
.out{color:var(--bad)}.out b{background:var(--bad)}
.open{color:var(--quiet)}.open b{background:var(--quiet)}
.sum{display:flex;flex-wrap:wrap;gap:10px;margin:18px 0 0}
.sum div{background:var(--card);border:1px solid var(--rule);border-radius:10px;padding:10px 16px;
 min-width:104px}
.sum strong{display:block;font-size:1.7rem;line-height:1.1;font-variant-numeric:tabular-nums}
.sum .quiet{font-size:.82rem}
.tint{display:inline-block;min-width:3.6em;padding:2px 8px;border-radius:4px;
 background:color-mix(in srgb,var(--accent) calc(var(--part)*.55),transparent)}
.worlds td,.worlds th{padding:6px 8px;white-space:nowrap}
code{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--grid);
 padding:.12em .4em;
 border-radius:4px;overflow-wrap:anywhere}
footer{margin-top:44px;border-top:1px solid var(--rule);padding-top:14px}
@media (max-width:640px){
 main{padding:18px 12px 40px}h1{font-size:1.5rem}
 .measures thead{display:none}.measures,.measures tbody,.measures tr,.measures td{display:block;width:auto}
 .measures tr{padding:10px 12px;border-bottom:1px solid var(--rule)}.measures tr:last-child{border:0}
 .measures td{padding:1px 0;border:0}.measures td svg{max-width:100%}
 .measures td[data-is]::before{content:attr(data-is) " ";color:var(--quiet);font-size:.8rem}
}
@media print{body{background:#fff}main{max-width:none;padding:0}figure,.wide{border-color:#ccc}}
"""
