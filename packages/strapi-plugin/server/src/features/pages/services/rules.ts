/** What the directory's pages look like besides what all pages do. */
export const servicesRules = `
.list{list-style:none;display:grid}
main section{gap:.6rem;margin-top:.5rem}
.list>li{display:flex;flex-wrap:wrap;gap:.15rem 1rem;align-items:baseline;padding:.8rem 0;border-top:1px solid var(--_rule)}
.list .name,.list .competent,.list>li>[lang]:not(a){flex-basis:100%}
.name{font-weight:600}
.list a,.standing a,.columns a,.facts a{display:inline-block;min-height:24px}
.kind{font-size:.9rem;padding:0 .5rem;border:1px solid var(--_border);border-radius:1rem}
.standing,.competent{display:flex;flex-wrap:wrap;gap:.15rem 1rem;align-items:baseline}
.opening::before{content:'';display:inline-block;width:.65em;height:.65em;margin-right:.4em;border:2px solid;border-radius:50%}
.opening.open::before{background:currentColor}
.search{gap:.75rem;padding:1rem;background:var(--_soft);border-radius:.3rem}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));gap:.3rem 1.5rem;list-style:none}
.columns a{padding:.35rem 0}
.filters{align-items:start}
.lines{list-style:none}
.bullets{padding-left:1.4rem}
.out::after{content:' \\2197';content:' \\2197'/''}
.list li:target{outline:2px solid var(--_accent);outline-offset:4px}
@media print{details::details-content{content-visibility:visible;block-size:auto;display:block}.list>li,section.facts{break-inside:avoid}h2{break-after:avoid}.search{display:none}}
`.replace(/\n/g, '');
