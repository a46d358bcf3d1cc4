/// The style of the report page: one sheet of paper for screen, phone and A4, light and dark.
enum HTMLStyle {
  /// Its SHA-256 in base64, by which the page's content policy admits it and no other; a test holds it to the text.
  static let hash = "D/cl25a84lpPnseD76hKHJiaQV2Z/tD+DGDU2Wg+p+s="

  static let text = colours + layout + tables + narrow + print

  private static let colours = """
    :root{color-scheme:light dark;--paper:#fff;--desk:#f3f4f6;--ink:#1d2125;--soft:#59606a;--line:#d9dce1;
    --faint:#eef0f3;--rule:#a8201a;--link:#1f4e8c;--met:#1c6b41;--part:#8a5300;--miss:#a8201a;--open:#2b5797;
    --bar:#4c7a9f;--barb:#c3d6e4;--track:#e9ecf0}
    @media(prefers-color-scheme:dark){:root{--paper:#1a1d21;--desk:#111316;--ink:#e7e9ec;--soft:#a9b0ba;
    --line:#3a3f46;--faint:#24282d;--rule:#f08a80;--link:#8fbcf2;--met:#7fcf9f;--part:#e9b45f;--miss:#f39b93;
    --open:#92bdf5;--bar:#6d9fc7;--barb:#3b556b;--track:#2b3036}}

    """

  private static let layout = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
    body{margin:0;background:var(--desk);color:var(--ink);overflow-wrap:anywhere;
    font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",sans-serif}
    .page{max-width:1120px;margin:0 auto;background:var(--paper);padding:2.2rem 2.6rem 3rem}
    h1,h2,h3{line-height:1.35;text-wrap:balance}
    h1{font:700 1.9rem/1.35 "Songti SC","SimSun","Noto Serif CJK SC","Source Han Serif SC",serif;margin:0}
    h2{font-size:1.18rem;margin:2.4rem 0 .7rem}
    h3{font-size:1.06rem;margin:0}
    a{color:var(--link);text-underline-offset:.15em}
    p{margin:.5rem 0;max-width:62em}
    .mast{border-bottom:3px double var(--rule);padding-bottom:1rem}
    .read{color:var(--soft);margin:.5rem 0 0}
    [hidden]{display:none!important}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:.5rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:9}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));margin:1.4rem 0 0;
    border-block:1px solid var(--line)}
    .tiles>div{padding:.8rem 1rem .7rem;border-inline-start:1px solid var(--line)}
    .tiles>div:first-child{border-inline-start:0;padding-inline-start:0}
    .tiles dt{color:var(--soft);font-size:.82rem}
    .tiles dd{margin:0;font-size:1.3rem;line-height:1.4;font-weight:600;font-variant-numeric:tabular-nums}
    .tiles dd small{font-size:.82rem;font-weight:400;color:var(--soft);display:block}
    .matters{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
    .matters li{display:grid;grid-template-columns:7.5rem 1fr;gap:.1rem 1rem;padding:.6rem 0;
    border-bottom:1px solid var(--line)}
    .matters p{margin:0}
    .matters .why{color:var(--soft);font-size:.9rem}
    .stake{font-weight:600;font-variant-numeric:tabular-nums}
    .lost{color:var(--miss)}.open{color:var(--open)}.doubt{color:var(--part)}
    .note{color:var(--soft);font-size:.88rem}
    .tools{display:none;position:sticky;top:0;background:var(--paper);z-index:5;padding:.6rem 0;gap:.5rem .8rem;
    flex-wrap:wrap;align-items:center;border-bottom:1px solid var(--line)}
    .js .tools{display:flex}
    .tools label{color:var(--soft);font-size:.86rem;display:flex;gap:.4rem;align-items:center}
    input,select,.tools button{font:inherit;font-size:.9rem;color:inherit;background:var(--paper);
    border:1px solid var(--soft);border-radius:3px;padding:.22rem .5rem;min-height:2.1rem;max-width:100%}
    input{width:15rem}
    .tools button{cursor:pointer}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px}
    output{color:var(--soft);font-size:.86rem}
    article{margin:2.6rem 0 0;padding-top:1rem;border-top:1px solid var(--ink);content-visibility:auto;
    contain-intrinsic-size:auto 900px}
    .head{display:grid;grid-template-columns:1fr auto;gap:.2rem 1.4rem;align-items:start}
    .head .sub{color:var(--soft);font-size:.9rem;margin:.15rem 0 0}
    .mark{text-align:end;font-variant-numeric:tabular-nums;line-height:1.3;margin:0}
    .mark b{font-size:1.5rem;font-weight:600}
    .mark span{display:block;color:var(--soft);font-size:.85rem}
    .split{display:grid;grid-template-columns:minmax(0,22rem) minmax(0,1fr);gap:.6rem 2.4rem;align-items:start;
    margin:.9rem 0 1.1rem}
    figure{margin:0}
    figcaption{color:var(--soft);font-size:.86rem;margin:0 0 .3rem}
    svg{display:block;width:100%;height:auto}
    svg text{fill:var(--ink);font-size:12px}
    svg .dim{fill:var(--soft);font-size:11px}
    .track{fill:var(--track)}.sure{fill:var(--bar)}.may{fill:var(--barb)}.grid{stroke:var(--line)}
    .cut{stroke:var(--soft);stroke-dasharray:3 3}

    """

  private static let tables = """
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45;font-variant-numeric:tabular-nums}
    caption{text-align:start;color:var(--soft);font-size:.86rem;padding-bottom:.3rem}
    th,td{padding:.42rem .55rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th,thead td{border-bottom:1.5px solid var(--ink);font-weight:600;vertical-align:bottom;white-space:nowrap}
    .rows thead th{background:var(--paper)}
    .n{text-align:end;white-space:nowrap}
    th button,.t{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;text-align:inherit}
    .js th button,.js .t{cursor:pointer}
    .js th button:hover,.js .t:hover{text-decoration:underline;text-underline-offset:.2em}
    th[aria-sort=ascending] button::after{content:" ↑"}
    th[aria-sort=descending] button::after{content:" ↓"}
    .js .t::before{content:"▸";display:inline-block;width:1.1em;color:var(--soft)}
    .js .t[aria-expanded=true]::before{content:"▾"}
    .matters .lv{display:inline;margin-inline-start:.7em}
    .lv{display:block;color:var(--soft);font-size:.82rem}
    .js .rows .lv{padding-inline-start:1.35em}
    .ta{display:none}
    .b{width:5.5rem}.b svg{margin-top:.38rem}
    .o,.g{white-space:nowrap}
    .met{color:var(--met)}.partial{color:var(--part)}.missed,.not-demonstrated{color:var(--miss)}
    .qualitative,.no-actual{color:var(--open)}.unscorable,.not-applicable{color:var(--soft)}
    .rows tbody tr:first-child>td{border-bottom:0}
    .m>td{padding:0 .55rem .1rem}
    .js .m:not(.on)>td>*{display:none}
    .why{margin:.1rem 0 .5rem}
    .m dl{margin:0 0 .7rem;padding:.6rem .9rem;background:var(--faint);display:grid;
    grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem}
    .m dt{color:var(--soft)}.m dd{margin:0}
    .m .f{grid-column:1/-1;border-inline-start:3px solid var(--rule);padding-inline-start:.6rem}
    .sum{margin:0 0 .2rem;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem}
    .sum dt{color:var(--soft)}.sum dd{margin:0}
    .scroll{overflow-x:auto}.scroll td:not(.n){min-width:7em}
    footer{margin-top:3rem;border-top:3px double var(--rule);padding-top:.4rem;font-size:.88rem}
    footer h2{margin-top:1.2rem}
    code{font:.86em ui-monospace,Menlo,Consolas,monospace}

    """

  private static let narrow = """
    @media screen and (max-width:820px){.page{padding:1.2rem 1rem 2rem}h1{font-size:1.45rem}
    .split{grid-template-columns:minmax(0,1fr)}
    .rows .c{display:none}.rows .ta{display:block;font-size:.86rem}.js .rows .ta{padding-inline-start:1.35em}
    th,td{padding:.4rem .3rem}.m>td{padding:0 .3rem}
    .matters li{grid-template-columns:1fr}.matters .lv{display:block;margin:0}
    .tiles{grid-template-columns:repeat(2,1fr)}
    .tiles>div{border-inline-start:0;padding-inline-start:0}
    .tools{position:static}input{width:100%}.tools label:first-child{flex:1 1 100%}
    .wide{display:none}.mark b{font-size:1.25rem}
    .head{grid-template-columns:1fr}.mark{text-align:start}}

    """

  private static let print = """
    @page{size:A4;margin:16mm 14mm 18mm}
    @media print{:root{color-scheme:light;--paper:#fff;--desk:#fff;--ink:#000;--soft:#444;--line:#bbb;
    --faint:#f3f3f3;--rule:#a8201a;--link:#000;--met:#14532d;--part:#6b3f00;--miss:#8b1510;--open:#1d3f73;
    --bar:#4c7a9f;--barb:#c3d6e4;--track:#e9ecf0}
    body{font-size:10pt}.page{max-width:none;padding:0}
    .tools,.skip{display:none!important}
    .js .m>td>p{display:block!important}.js .m>td>dl{display:grid!important}
    .js .t::before{content:none!important}.js .rows .lv{padding:0}
    article[hidden]{display:block!important}tbody[hidden]{display:table-row-group!important}
    article{content-visibility:visible;margin-top:1.4rem}
    h1{font-size:20pt}h2{font-size:12.5pt;margin:1.3rem 0 .5rem}h3{font-size:11pt}
    h2,h3,.head,caption,thead{break-after:avoid}article .split,.matters li,tr,.rows tbody{break-inside:avoid}
    .tiles dd{font-size:14pt}.tiles>div{padding:.4rem .8rem}
    .split{grid-template-columns:38% minmax(0,1fr);gap:.6rem 1.4rem}
    .ix{display:block}.ix figure{max-width:11cm;margin-bottom:.6rem}.ix figure svg{break-inside:avoid}
    .js .m>td>dl{display:block!important;background:none;padding:0 0 0 1.2em;margin:0 0 .3rem;font-size:8pt}
    .m dl>*{display:inline}.m dt::after{content:"："}.m dd::after{content:"；"}.m .why,.m p{margin:0 0 0 1.2em}
    .m .f{border:0;padding:0;font-weight:600}
    table{font-size:9pt;line-height:1.35}th,td{padding:.2rem .35rem}a{text-decoration:none}}

    """
}
