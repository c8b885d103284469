import type { DecisionContent } from '@guichet/contracts/admin/inbox-actions';
import { Box, Typography } from '@strapi/design-system';
import { useWords, type WordKey } from '../../shared/words.js';
import { authorName } from './author-form.js';
import { Written } from './Written.js';

/** A decision as the person reads it: the text, why, and who decided (CRPA L211-5, L212-1). */
export function DecisionText({ decision }: { decision: DecisionContent }) {
  const t = useWords();
  const { message, reasons, illegality, author } = decision;
  const given = reasons && reasons !== 'not-required' ? reasons : null;
  const parts: readonly [WordKey, string | null | undefined][] = [
    ['decision.law', given?.law],
    ['decision.facts', given?.facts],
    ['decision.illegality', illegality],
  ];
  return (
    <>
      {message && <Written>{message}</Written>}
      {parts.map(
        ([title, text]) =>
          text && (
            <Box key={title} paddingTop={3}>
              <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
                {t(title)}
              </Typography>
              <Written>{text}</Written>
            </Box>
          ),
      )}
      <Typography tag="p" textColor="neutral800" paddingTop={3} style={{ overflowWrap: 'anywhere' }}>
        {authorName(author)}
        <br />
        {author.capacity}
        <br />
        {author.service}
      </Typography>
    </>
  );
}
