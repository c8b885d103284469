/** What the guides' pages look like besides what all pages do. */
export const guideRules = `
.flow,.flow section,.guide .box,.guide .card,.guide .cases{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr)}
.guide section{margin-top:.5rem}
.guide h4,.guide h5,.guide h6{margin:0;font-size:1rem;line-height:1.35}
.guide ul,.guide ol{padding-left:1.4rem}
.guide li+li,.guide li>ul,.guide li>ol{margin-top:.4rem}
.guide b{font-weight:600}
.guide sup,.guide sub{line-height:0}
.guide .term{text-decoration-style:dotted}
.over{margin-bottom:-.75rem;font-weight:600}
.out::after{content:' \\2197';content:' \\2197'/''}
.trail ol{display:flex;flex-wrap:wrap;gap:.2rem .5rem;list-style:none;font-size:.95rem}
.trail li+li::before{content:'\\203a';content:'\\203a'/'';margin-right:.5rem}
.trail a,.contents a,.links a{display:inline-block;min-height:24px}
.contents{padding:1rem;background:var(--_soft);border-radius:.3rem}
.guide .contents ul{list-style:none;padding:.5rem 0 0}
.guide .links{list-style:none;padding:0}
.guide .box{padding:1rem;background:var(--_soft);border-left:.35rem solid var(--_accent);border-radius:.3rem}
.guide .box.warning{border-color:var(--_danger)}
.guide .card{padding:1rem;border:1px solid var(--_rule);border-radius:.3rem;gap:.6rem}
.guide .card>:is(h2,h3){font-size:1.1rem}
.guide .card .button{display:inline-block}
.guide .cases{gap:.5rem}
.guide details{border:1px solid var(--_border);border-radius:.3rem;padding:0 1rem}
.guide summary{padding:.7rem 0;color:var(--_accent)}
.guide details[open]{padding-bottom:1rem}
.guide details[open]>summary{margin-bottom:.5rem}
.guide .folds{display:grid;gap:.5rem;margin-top:1rem}
.guide .wide{overflow-x:auto;position:relative}
.guide .wide table{min-width:36rem;overflow-wrap:break-word}
table{width:100%;border-collapse:collapse;hyphens:auto}
caption{text-align:left;padding-bottom:.5rem}
th,td{border:1px solid var(--_rule);padding:.5rem .6rem;text-align:left;vertical-align:top}
th{background:var(--_soft)}
td>*+*,th>*+*{margin-top:.4rem}
dd{margin:0 0 .8rem}
dt:target,h2:target{outline:2px solid var(--_accent);outline-offset:4px}
.source{padding-top:1.5rem;border-top:1px solid var(--_rule);font-size:.95rem}
.source dl{display:grid;gap:.3rem}
.source dl>div{display:flex;flex-wrap:wrap;gap:0 .5rem}
.source dd{margin:0}
.audiences ul{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none}
.audiences a,.themes a{display:inline-block;padding:.5rem 0}
.audiences [aria-current]{color:inherit;font-weight:700;text-decoration:none;border-bottom:.2rem solid var(--_accent)}
.themes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.3rem 1.5rem;list-style:none}
@media (max-width:30rem){.guide details{padding:0 .7rem}}
@media print{.contents,.trail{display:none}details::details-content{content-visibility:visible;block-size:auto;display:block}.guide .wide{overflow:visible}.guide .wide table{min-width:0}.guide .card,.guide tr{break-inside:avoid}h2,h3,summary{break-after:avoid}.guide .box{background:none}}
`.replace(/\n/g, '');
