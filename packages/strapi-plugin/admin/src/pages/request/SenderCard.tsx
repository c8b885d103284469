import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Card } from '../../shared/Card.js';
import { Facts } from '../../shared/Facts.js';
import { useWords } from '../../shared/words.js';
import { addressLines } from './letter.js';

/** Who writes, as identified by CRPA R112-9-1, and how to reach them. */
export function SenderCard({ content }: { content: InboxRequest['content'] }) {
  const t = useWords();
  const { sender, language } = content;
  const { onBehalfOf } = sender;
  return (
    <Card title={t('sender')}>
      <Facts
        facts={[
          [t('sender.kind'), t(`sender.kind.${sender.kind}`)],
          [t('sender.bodyName'), 'name' in sender ? sender.name : null],
          [t('sender.siret'), sender.kind === 'company' ? sender.siret : null],
          [t('sender.siren'), sender.kind === 'company' ? sender.siren : null],
          [t('sender.rna'), sender.kind === 'association' ? sender.rna : null],
          // CRPA L111-3: the family name, unless the person asks for another.
          [t('sender.familyName'), 'familyName' in sender ? sender.familyName : null],
          [t('sender.givenName'), 'givenName' in sender ? sender.givenName : null],
          [t('sender.preferredName'), 'preferredName' in sender ? sender.preferredName : null],
          [t('sender.email'), sender.email && <a href={`mailto:${sender.email}`}>{sender.email}</a>],
          [t('sender.receiptEmail'), sender.receiptEmail],
          [
            t('sender.phone'),
            sender.phone && <a href={`tel:${sender.phone.replace(/[^\d+]/g, '')}`}>{sender.phone}</a>,
          ],
          [
            t('sender.postalAddress'),
            'postalAddress' in sender ? addressLines(sender.postalAddress).join('\n') : null,
          ],
          [
            t('sender.onBehalfOf'),
            onBehalfOf && `${onBehalfOf.name} (${t(`capacity.${onBehalfOf.capacity}`)})`,
          ],
          [t('sender.language'), language === 'fr' ? null : t(`language.${language}`)],
        ]}
      />
    </Card>
  );
}
