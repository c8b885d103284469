import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Mail } from '@strapi/icons';
import { styled } from 'styled-components';
import { useWords } from '../../shared/words.js';
import { latestLetter } from './letter.js';
import { PrintLetter } from './PrintLetter.js';

const Callout = styled(Box)`
  border: 2px solid ${({ theme }) => theme.colors.warning600};
  border-inline-start-width: 8px;
`;

/** For who refuses electronic replies (CRPA L112-14): nothing else counts, and the letter is one click away. */
export function PaperReply({ request, timeZone }: { request: InboxRequest; timeZone: string }) {
  const t = useWords();
  const letter = latestLetter(request, timeZone);
  return (
    <Callout tag="section" aria-label={t('paper')} background="warning100" hasRadius padding={4}>
      <Flex gap={3} alignItems="flex-start" wrap="wrap">
        <Mail width="2.4rem" height="2.4rem" fill="warning700" aria-hidden />
        <Box flex="1 1 24rem" minWidth={0}>
          <Typography tag="p" variant="delta" fontWeight="bold" textColor="neutral800">
            {t('paper')}
          </Typography>
          <Typography tag="p" textColor="neutral800" paddingTop={1}>
            {t(letter ? 'paper.print' : 'paper.later')}{' '}
            {!('postalAddress' in request.content.sender) && t('paper.noAddress')}
          </Typography>
        </Box>
        {letter && <PrintLetter request={request} letter={letter} variant="default" />}
      </Flex>
    </Callout>
  );
}
