import type { InboxLegal } from '@guichet/contracts/admin/inbox';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';

const Reasons = styled.ul`
  display: grid;
  gap: 0.8rem;
  margin: 0.6rem 0 0;
  padding-inline-start: 1.8rem;
  list-style: disc;
`;

/** Why no appeal time can be held against who asked, and what to do about each reason. */
export function Obstacles({ legal }: { legal: InboxLegal }) {
  const t = useWords();
  const { obstacles, decision, silence } = legal;
  // Of what was accepted, or will not be decided any more, nobody has to know it.
  const isRefused = decision?.kind === 'tacitly-refused' || decision?.kind === 'refused';
  const matters = decision ? isRefused : silence !== null;
  if (!obstacles?.length || !matters) return null;
  const when = decision ? 'now' : 'ahead';
  return (
    <Notice look={decision ? 'warning' : 'info'}>
      <Typography tag="h3" fontWeight="bold" textColor="neutral800">
        {t(`obstacles.${when}`)}
      </Typography>
      <Reasons>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{t(`obstacle.${obstacle}`, { when })}</li>
        ))}
      </Reasons>
    </Notice>
  );
}
