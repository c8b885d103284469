import type { EntryCreated } from '@guichet/contracts/admin/entries';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { InFrench } from '../../shared/InFrench.js';
import { Printed } from '../../shared/Printed.js';
import { useWords } from '../../shared/words.js';
import { Mentions } from '../request/Mentions.js';

/** The receipt on paper, in French whatever the panel's language. Apart: only who prints loads its words. */
export default function EntrySheet({ created, done }: { created: EntryCreated; done(): void }) {
  return (
    <Printed title={created.reference} done={done}>
      <InFrench>
        <Sheet created={created} />
      </InFrench>
    </Printed>
  );
}

/** Every mention of CRPA R112-5, and how the request is followed. */
function Sheet({ created }: { created: EntryCreated }) {
  const t = useWords();
  const { civil } = useDates();
  const { administration, receipt, receivedOn, reference, trackingCode, tracking } = created;
  const { service, silence, appeal } = receipt;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <Typography tag="p" fontWeight="bold">
          {administration.name}
        </Typography>
        <Typography tag="h1" variant="alpha" paddingTop={4}>
          {t(receipt.kind === 'acknowledgement' ? 'acknowledge' : 'entry.sheet.registration')}
        </Typography>
        <Typography tag="p" paddingTop={4}>
          {t(receipt.kind === 'acknowledgement' ? 'entry.sheet.acknowledged' : 'entry.sheet.registered', {
            day: civil(receivedOn, { dateStyle: 'long' }),
          })}
        </Typography>
      </Box>
      <Facts
        facts={[
          [t('receipt.service'), service.name],
          [t('sender.postalAddress'), service.address],
          [t('sender.phone'), service.phone],
          [t('sender.email'), service.email],
        ]}
      />
      {silence && (
        <Box>
          <Typography tag="h2" variant="delta" fontWeight="bold" paddingBottom={2}>
            {t('entry.sheet.silence')}
          </Typography>
          <Mentions silence={silence} appeal={appeal ?? null} />
        </Box>
      )}
      <Box>
        <Typography tag="h2" variant="delta" fontWeight="bold" paddingBottom={2}>
          {t('entry.sheet.follow')}
        </Typography>
        <Facts
          facts={[
            [t('print.reference'), reference],
            [t('entry.code'), trackingCode],
            [t('entry.sheet.where'), tracking],
          ]}
        />
        <Typography tag="p" paddingTop={3}>
          {t('entry.sheet.keep')}
        </Typography>
      </Box>
    </Flex>
  );
}
