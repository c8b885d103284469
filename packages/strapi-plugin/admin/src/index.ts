import { permissionUid } from '@guichet/contracts/admin/permissions';
import { Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PAGES, PLUGIN_ID } from './plugin-id.js';

/** Any of these opens the plugin's pages; each page then asks for its own. */
const openers = [
  'inbox.read',
  'administrations.read',
  'administrations.manage',
  'agents.manage',
  'deliveries.read',
] as const;

export default {
  register(app: StrapiApp): void {
    app.addMenuLink({
      to: PAGES.slice(1),
      icon: Mail,
      intlLabel: { id: `${PLUGIN_ID}.menu`, defaultMessage: 'Guichet' },
      permissions: openers.map((permission) => ({ action: permissionUid(permission), subject: null })),
      position: 1,
      Component: () => import('./pages/App.js').then(({ App }) => ({ default: App })),
    });
    app.widgets.register((widgets) => [
      {
        icon: Mail,
        title: { id: `${PLUGIN_ID}.home.title`, defaultMessage: 'Requests to be handled' },
        link: {
          label: { id: `${PLUGIN_ID}.home.link`, defaultMessage: 'Open the inbox' },
          href: `${PAGES}/inbox`,
        },
        component: async () => (await import('./pages/home/WaitingWidget.js')).WaitingWidget,
        pluginId: PLUGIN_ID,
        id: 'waiting',
        permissions: [{ action: permissionUid('inbox.read') }],
      },
      ...widgets,
    ]);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  /** Only the languages we have; Strapi falls back to English for the others. */
  async registerTrads({ locales }: { locales: string[] }) {
    const loaders: Record<string, () => Promise<{ default: Record<string, string> }>> = {
      fr: () => import('./translations/fr.json'),
      en: () => import('./translations/en.json'),
    };
    return Promise.all(
      locales.map(async (locale) => {
        const words = (await loaders[locale]?.())?.default ?? {};
        const data = Object.fromEntries(
          Object.entries(words).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
        );
        return { data, locale };
      }),
    );
  },
};
