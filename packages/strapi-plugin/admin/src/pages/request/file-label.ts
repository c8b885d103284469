import type { Attachment } from '@guichet/contracts/attachment';
import { fileSize } from '@guichet/contracts/file-size';
import { useIntl } from 'react-intl';

/** A file by name and weight; the name between isolates (UAX 9), so that what surrounds it stays in its order. */
export const fileLabel = ({ name, size }: Pick<Attachment, 'name' | 'size'>, language: 'fr' | 'en'): string =>
  `\u2068${name}\u2069 (${fileSize(size, language)})`;

export function useFileLabel(): (file: Pick<Attachment, 'name' | 'size'>) => string {
  const { locale } = useIntl();
  return (file) => fileLabel(file, locale.startsWith('fr') ? 'fr' : 'en');
}
