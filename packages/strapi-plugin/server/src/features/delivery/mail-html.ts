/**
 * The HTML part. Mail programs know tables and style attributes, and little else; tables that only lay out say so
 * (`role="presentation"`), so that screen readers pass over them.
 */
import { contrasted, css, TEXT_CONTRAST, textOn, WHITE, type Rgb } from '@guichet/contracts/colour';
import type { Mail, Section } from './mail.js';

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const TEXT = `${FONT};font-size:17px;line-height:1.55;color:#1b1c20`;
const SMALL = `${FONT};font-size:14px;line-height:1.5;color:#4b4d55`;

export function mailHtml({ subject, sections, name, foot, accent }: Mail): string {
  // Dark enough to be read on white and to carry white.
  const ink = contrasted(accent, WHITE, TEXT_CONTRAST);
  const [{ language } = { language: 'fr' }] = sections;
  const rule = '<hr style="border:0;border-top:1px solid #d9d8d3;margin:32px 0">';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f5f4f0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f4f0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#fff;border:1px solid #e3e1da">
<tr><td style="padding:20px 28px;background:${css(ink)};color:${css(textOn(ink))};${FONT};font-size:20px;line-height:1.3;font-weight:700">${escape(name)}</td></tr>
<tr><td style="padding:28px">
${sections.map((section) => sectionHtml(section, ink)).join(rule)}
</td></tr>
<tr><td style="padding:20px 28px;background:#faf9f6;border-top:1px solid #e3e1da;${SMALL}">${foot.map(escape).join('<br>')}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;
}

function sectionHtml({ language, title, before, facts, action, after }: Section, ink: Rgb): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px;${TEXT}">${escape(text)}</p>`;
  const rows = facts.map(({ label, value, href }) => {
    const shown = href
      ? `<a href="${escape(href)}" style="color:${css(ink)}">${escape(value)}</a>`
      : escape(value);
    return `<tr><th scope="row" align="left" style="padding:6px 16px 6px 0;vertical-align:baseline;${SMALL};font-weight:400">${escape(label)}</th><td style="padding:6px 0;vertical-align:baseline;overflow-wrap:anywhere;${TEXT};font-weight:600">${shown}</td></tr>`;
  });
  return `<div lang="${language}">
<h1 style="margin:0 0 20px;${FONT};font-size:25px;line-height:1.25;color:#1b1c20">${escape(title)}</h1>
${before.map(paragraph).join('\n')}
${rows.length ? `<table cellpadding="0" cellspacing="0" style="margin:0 0 24px;border-collapse:collapse">${rows.join('')}</table>` : ''}
<p style="margin:0 0 24px"><a href="${escape(action.url)}" style="display:inline-block;padding:13px 24px;background:${css(ink)};color:${css(textOn(ink))};${FONT};font-size:17px;font-weight:600;text-decoration:none;border-radius:5px">${escape(action.label)}</a></p>
${after.map((text) => `<p style="margin:0 0 10px;${SMALL}">${escape(text)}</p>`).join('\n')}
</div>`;
}

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes between quotes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character]!);
}
