/** What a webmaster pastes: each works alone, and says how to reach a human until it does. */
import type { AdminAdministration, Integration } from '@guichet/contracts/admin/administrations';

/** Whom it is for, and where the hosting is. */
interface Source {
  name: string;
  phone: string;
  integration: Pick<Integration, 'code' | 'loader'>;
}
type Whole = Pick<AdminAdministration, 'name' | 'phone' | 'integration'>;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);

// Room for the widget from the first paint: one screen, so that what follows in the page is out of sight when the
// widget takes its place, and nothing that is being read moves. A script that loads later cannot reserve it.
const ROOM = 'display: flow-root; min-height: 100vh';

function element(
  tag: string,
  { name, phone, integration }: Source,
  link: string,
  words: string,
  procedure = '',
): string {
  const own = procedure && ` procedure="${escape(procedure)}"`;
  return [
    `<script type="module" src="${escape(integration.loader)}"></script>`,
    `<${tag} administration="${escape(integration.code)}"${own} style="${ROOM}">`,
    `  <p><a href="${escape(link)}">${escape(words)}</a> – ${escape(name)}, téléphone\u00a0: <a href="tel:${phone.replace(/[^\d+]/g, '')}">${escape(phone)}</a></p>`,
    `</${tag}>`,
  ].join('\n');
}

// Residents read these words, in French whatever the panel's language (CRPA L111-1).

export function contactSnippet(source: Whole): string {
  return element('guichet-contact-form', source, source.integration.links.contact, 'Écrire à la mairie');
}

/** What is begun by its own element: how pages name it, what residents call it, its page without JavaScript. */
interface Begun {
  slug: string;
  title: string;
  link: string;
}

/** The contact form for one procedure. */
export function procedureSnippet(source: Source, { slug, title, link }: Begun): string {
  return element('guichet-contact-form', source, link, title, slug);
}

/** What somebody else operates. */
export function teleprocedureSnippet(source: Source, { slug, title, link }: Begun): string {
  return element('guichet-teleprocedure', source, link, title, slug);
}

export function trackingSnippet(source: Whole): string {
  return element(
    'guichet-request-tracker',
    source,
    source.integration.links.tracking,
    'Suivre votre demande',
  );
}

export function directorySnippet(source: Whole): string {
  const { services } = source.integration.links;
  return element('guichet-services-directory', source, services, 'Qui fait quoi\u00a0?');
}

/** For builders that take frames and no scripts. */
export function frame({ name, integration }: Whole): string {
  const title = `Écrire : ${name}`.replace(' :', '\u00a0:');
  return `<iframe src="${escape(integration.links.contact)}" title="${escape(title)}" width="100%" height="1400" loading="lazy" style="border: 0"></iframe>`;
}
