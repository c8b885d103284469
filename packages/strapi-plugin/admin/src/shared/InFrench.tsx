import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id.js';
import words from '../translations/fr.json';

const messages = Object.fromEntries(
  Object.entries(words).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
);

/** What leaves the mairie on paper is in French, whatever the panel's language (CRPA L111-1). */
export function InFrench({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="fr" messages={messages}>
      {children}
    </IntlProvider>
  );
}
