/**
 * The look of the hosting's pages: our own, in the administration's colour. The same names and measures as the
 * widgets', which take the forms' place where JavaScript runs.
 */
import { createHash } from 'node:crypto';
import {
  BORDER_CONTRAST,
  contrasted,
  css,
  mix,
  parseColour,
  type Rgb,
  TEXT_CONTRAST,
  textOn,
} from '@guichet/contracts/colour';

interface Scheme {
  background: Rgb;
  /** Behind what stands apart: header, footer, notices. */
  soft: Rgb;
  text: Rgb;
}

const light: Scheme = { background: [255, 255, 255], soft: [245, 244, 240], text: [27, 28, 32] };
const dark: Scheme = { background: [21, 23, 28], soft: [32, 35, 42], text: [236, 236, 240] };

/** Calm blue and red of our own, where the administration has no colour. */
const ACCENT: Rgb = [29, 78, 137];
const DANGER: Rgb = [179, 20, 40];

/** Corrected until it reads on both of the scheme's backgrounds. */
function readable(colour: Rgb, { background, soft }: Scheme, ratio: number): Rgb {
  return contrasted(contrasted(colour, background, ratio), soft, ratio);
}

function variables(accent: Rgb, scheme: Scheme): string {
  const { background, soft, text } = scheme;
  const seen = readable(accent, scheme, TEXT_CONTRAST);
  const colours: Record<string, Rgb> = {
    background,
    soft,
    text,
    accent: seen,
    'on-accent': textOn(seen),
    danger: readable(DANGER, scheme, TEXT_CONTRAST),
    border: readable(mix(text, background, 0.55), scheme, BORDER_CONTRAST),
    rule: mix(text, background, 0.16),
  };
  return Object.entries(colours)
    .map(([name, colour]) => `--_${name}:${css(colour)}`)
    .join(';');
}

// One column, one thing under the other, so that it holds at 320 CSS pixels and at 400 % (WCAG 2.2, 1.4.10).
const rules = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;display:flex;flex-direction:column;min-height:100vh;background:var(--_background);color:var(--_text);font:1.0625rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere;accent-color:var(--_accent)}
p,ul,ol,dl,dd,fieldset,h1,h2,h3{margin:0;padding:0;border:0}
fieldset{min-width:0}
h1{font-size:1.75rem;line-height:1.2}
h2{font-size:1.3rem;line-height:1.3}
h3{font-size:1.1rem;line-height:1.3}
a{color:var(--_accent);text-underline-offset:.15em}
.in{max-width:46rem;margin:0 auto;padding:1rem}
.top{background:var(--_soft);border-top:.4rem solid var(--_accent)}
.top .in,.top nav{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;align-items:baseline;justify-content:space-between}
.top .in{padding-bottom:0}
.top .name{font-weight:700;font-size:1.3rem;line-height:1.3}
.top nav{flex-basis:100%;justify-content:flex-start}
.top a,.foot a{display:inline-block;padding:.35rem 0;min-height:24px}
.top nav a{padding:.6rem 0;border-bottom:.2rem solid transparent}
.top [aria-current]{color:inherit;font-weight:700;text-decoration:none;border-color:var(--_accent)}
.top [hreflang]{margin-left:auto}
main{flex:1 0 auto;width:100%}
main>.in{padding-top:2rem;padding-bottom:3rem}
.stack,form,guichet-contact-form,guichet-request-tracker{display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr)}
.foot{background:var(--_soft);border-top:1px solid var(--_rule)}
form>h2{margin-top:.5rem;padding-top:1.5rem;border-top:1px solid var(--_rule)}
address{font-style:normal}
.human{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:1rem 1.5rem}
dt{font-weight:600}
.field{display:grid;gap:.3rem;align-content:start;grid-template-columns:minmax(0,1fr)}
label,legend{font-weight:600;padding:0}
small,.hint{font-size:.9rem;font-weight:400}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=radio],[type=checkbox]),select,textarea{width:100%;min-height:2.75rem;padding:.5rem .7rem;background:var(--_background);border:1px solid var(--_border);border-radius:.3rem}
textarea{resize:vertical}
[aria-invalid=true]:not(fieldset){border:2px solid var(--_danger)!important}
:focus-visible{outline:3px solid var(--_accent);outline-offset:2px}
[tabindex='-1']:focus{outline:0}
fieldset[aria-invalid]{padding-left:.7rem;border-left:.3rem solid var(--_danger)}
.error{color:var(--_danger);font-weight:600}
.choices,.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.3rem 1rem}
.pair{gap:1.5rem 1rem;align-items:end}
.choice{display:flex;gap:.6rem;align-items:baseline;padding:.15rem 0;font-weight:400}
.choice small{display:block}
.choice input{flex:none;width:1.2rem;height:1.2rem;margin:0;transform:translateY(.2rem)}
summary{font-weight:600;cursor:pointer;padding:.35rem 0}
details[open]>summary{margin-bottom:1rem}
button,.button{min-height:44px;padding:.5rem 1.2rem;background:0 0;color:var(--_accent);border:1px solid;border-radius:.3rem;font-weight:600;cursor:pointer;text-decoration:none}
.main{background:var(--_accent);border-color:var(--_accent);color:var(--_on-accent)}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.notice{display:grid;gap:.5rem;padding:1rem;border:1px solid var(--_rule);border-left:.35rem solid var(--_accent);border-radius:.3rem;grid-template-columns:minmax(0,1fr)}
.notice ul,.consequences{padding-left:1.2rem}
.followed{display:grid;gap:.5rem;list-style:none}
.followed [aria-current]{font-weight:700}
.bad{border-color:var(--_danger)}
.bad a{color:var(--_danger)}
.text{white-space:pre-wrap}
.code{font:600 1.15rem/1.4 ui-monospace,'Cascadia Mono',Consolas,monospace}
.facts{display:grid;gap:.8rem}
.timeline{list-style:none;border-left:.2rem solid var(--_rule);display:grid;gap:1.5rem}
.timeline>li{padding-left:1rem;display:grid;gap:.4rem}
.timeline .text{background:var(--_soft);padding:.75rem 1rem;border-radius:.3rem}
dd button{margin:.2rem 0}
.files{list-style:none;display:grid;gap:.5rem;justify-items:start}
.theirs{border-left:.2rem solid var(--_accent);margin-left:-.2rem}
.prose{display:grid;gap:1rem}
.prose h2{margin-top:1rem}
.prose ul{padding-left:1.2rem}
.unseen:not(:focus,:active),.trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@supports selector(:has(*)){.unless-has,form:has(input[value=company]:checked,input[value=association]:checked) .person,form:has(input[value=question]:checked):has(input[value=minimal]:checked) :is(.person,.not-minimal),form:not(:has(input[value=company]:checked,input[value=association]:checked,input[value=organisation]:checked)) .body,form:not(:has(input[value=company]:checked)) .company,form:not(:has(input[value=association]:checked)) .association,form:not(:has(input[value=question]:checked)) .question,form:has(input[value=question]:checked) .not-question,form:not(:has(input[name='sender.onBehalfOf']:checked)) .behalf{display:none}}
@media print{.top nav,.foot nav,.actions,.no-print,.unseen{display:none!important}.top,.foot,.timeline .text{background:none}body{font-size:11pt;min-height:0}main>.in{padding-top:1rem}}
`.replace(/\n/g, '');

export interface Look {
  css: string;
  /** Of the style sheet, as `style-src` names it. */
  hash: string;
  /** The colour as it is seen on a light background. */
  accent: string;
}

/**
 * @param accent the administration's colour as CSS writes it; without one it reads as, a calm blue
 * @param more rules that only this page needs
 */
export function look(accent: string | null, more = ''): Look {
  const colour = (accent === null ? null : parseColour(accent)?.rgb) ?? ACCENT;
  const sheet = `:root{${variables(colour, light)}}@media screen and (prefers-color-scheme:dark){:root{${variables(colour, dark)}}}${rules}${more}`;
  return {
    css: sheet,
    hash: `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
    accent: css(readable(colour, light, TEXT_CONTRAST)),
  };
}
