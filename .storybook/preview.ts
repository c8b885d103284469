import type { Preview } from '@storybook/web-components-vite';
import { hosts, type HostName } from './hosts.js';

export default {
  tags: ['autodocs'],
  globalTypes: {
    host: {
      description: 'The page that the widget is pasted into',
      toolbar: {
        title: 'Page',
        icon: 'browser',
        dynamicTitle: true,
        items: Object.entries(hosts).map(([value, { title }]) => ({ value, title })),
      },
    },
    locale: {
      description: 'Language of the page',
      toolbar: {
        title: 'Langue',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'fr', title: 'Français' },
          { value: 'en', title: 'English' },
        ],
      },
    },
  },
  initialGlobals: { host: 'plain', locale: 'fr' satisfies 'fr' | 'en' },
  parameters: { a11y: { test: 'error' }, docs: { story: { inline: false, height: '40rem' } } },
  decorators: [
    (story, { globals }) => {
      // The widgets take their language, fonts and colours from the page: so the page is what changes.
      document.documentElement.lang = String(globals['locale']);
      const style = document.querySelector('style[data-host]') ?? document.createElement('style');
      style.setAttribute('data-host', '');
      style.textContent = hosts[globals['host'] as HostName].css;
      document.head.append(style);
      return story();
    },
  ],
} satisfies Preview;
