/** As `package.json` names the plugin to Strapi. */
export const PLUGIN_ID = 'guichet';
/** Where the plugin's pages are in the panel's router. Mails link to `/admin/plugins/guichet/inbox/<id>`. */
export const PAGES = `/plugins/${PLUGIN_ID}`;
