/** The plugin's words: every key of `translations/en.json`, in the panel's language. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id.js';
import en from '../translations/en.json';

export type WordKey = keyof typeof en;
export type Words = (key: WordKey, values?: Record<string, string | number>) => string;

export function useWords(): Words {
  const { formatMessage } = useIntl();
  return useCallback(
    (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] }, values),
    [formatMessage],
  );
}
