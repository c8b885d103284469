/** What a webmaster pastes. Once here, for the admin, the README and the example sites to say the same. */
export interface Snippet {
  element: 'guichet-contact-form' | 'guichet-request-tracker';
  /** Absolute URL of the loader. */
  loader: string;
  /** The administration's INSEE code or SIREN. */
  code: string;
  human: { email: string; phone: string };
  /** Absolute URL of the hosting's own page that does the same. */
  page: string;
}

/**
 * Room for the widget from the first paint: one screen, so that what follows in the page is out of sight when the
 * widget takes its place, and nothing that is being read moves. A script that loads later cannot reserve it. Where a
 * strict `style-src` refuses the attribute, the same declarations belong in the site's own style sheet.
 */
export const RESERVED_ROOM = 'display: block; min-height: 100vh';

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** @returns HTML in French, with what residents see until the widget is ready and whenever it cannot work */
export function snippet({ element, loader, code, human, page }: Snippet): string {
  const email = escaped(human.email);
  const phone = escaped(human.phone);
  return `<script type="module" src="${escaped(loader)}"></script>
<${element} administration="${escaped(code)}" style="${RESERVED_ROOM}">
  <p>
    Écrivez à <a href="mailto:${email}">${email}</a>, appelez le
    <a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>,
    ou <a href="${escaped(page)}">ouvrez ce service sur sa propre page</a>.
  </p>
</${element}>
`;
}
