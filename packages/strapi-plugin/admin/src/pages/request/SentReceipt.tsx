import type { Receipt } from '@guichet/contracts/receipt';
import { Box } from '@strapi/design-system';
import { Facts } from '../../shared/Facts.js';
import { Folded } from '../../shared/Folded.js';
import { useWords } from '../../shared/words.js';
import { Mentions } from './Mentions.js';

/** An acknowledgement as it was sent, to be opened and read. */
export function SentReceipt({ receipt, unfolded }: { receipt: Receipt; unfolded: boolean }) {
  const t = useWords();
  const { service, silence, appeal } = receipt;
  return (
    <Folded {...(unfolded && { open: true })}>
      <summary>{t('receipt.read')}</summary>
      <Box paddingTop={2} paddingBottom={4}>
        <Facts
          facts={[
            [t('receipt.service'), service.name],
            [t('sender.postalAddress'), service.address],
            [t('sender.email'), service.email],
            [t('sender.phone'), service.phone],
          ]}
        />
      </Box>
      {silence && <Mentions silence={silence} appeal={appeal ?? null} />}
    </Folded>
  );
}
