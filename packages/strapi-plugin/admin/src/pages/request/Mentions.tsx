import type { ReceiptAppeal, ReceiptSilence } from '@guichet/contracts/receipt';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../../shared/words.js';
import { useAppealWords } from './use-appeal-words.js';
import { useSilenceWords } from './use-silence-words.js';

const Sentences = styled.ul`
  display: grid;
  gap: 0.6rem;
  margin: 0;
  padding-inline-start: 2rem;
  list-style: disc;
  color: ${({ theme }) => theme.colors.neutral800};
`;

interface Props {
  silence: ReceiptSilence;
  appeal: ReceiptAppeal | null;
}

/** What an acknowledgement says of silence and of appeal (CRPA R112-11-1). */
export function Mentions({ silence, appeal }: Props) {
  const t = useWords();
  const silenceWords = useSilenceWords();
  const appealWords = useAppealWords();
  const sentences = [
    silenceWords(silence),
    silence.effect === 'acceptance' && t('mentions.attestation'),
    ...(appeal ? appealWords(appeal) : []),
  ];
  return (
    <Sentences>
      {sentences.map(
        (sentence) =>
          sentence && (
            <Typography tag="li" key={sentence} style={{ overflowWrap: 'anywhere' }}>
              {sentence}
            </Typography>
          ),
      )}
    </Sentences>
  );
}
