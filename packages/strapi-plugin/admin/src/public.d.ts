/** What TypeScript is told of the panel's part where the plugin is installed: it is read by Strapi alone. */
declare const plugin: object;
export default plugin;
