/** Styles of pages that a widget may be pasted into. */
export const hosts = {
  plain: {
    title: 'Clair',
    css: 'body { background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }',
  },
  dark: {
    title: 'Sombre',
    css: ':root { color-scheme: dark; } body { background: #14161a; color: #eceef2; font: 1rem/1.5 system-ui, sans-serif; }',
  },
  old: {
    title: 'Ancien site',
    // The reset, the small type and the loud selectors of a village site of 2009: none of it may break a widget.
    css: `
      * { margin: 0; padding: 0; }
      body { width: 580px; margin: 0 auto; background: #fffbe8; color: #333; font: 12px Verdana, Arial, sans-serif; }
      h1, h2, h3 { color: #7a1f1f; font-family: Georgia, serif; font-variant: small-caps; }
      a { color: #7a1f1f; font-weight: bold; }
      p { text-align: justify; }
      input, button, label, select, textarea { float: left; clear: both; width: 90px; font-size: 10px; }
      fieldset { border: 3px double #7a1f1f; }
    `,
  },
} as const;

export type HostName = keyof typeof hosts;
