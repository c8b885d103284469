import type { Box, InboxPage } from '@guichet/contracts/admin/inbox';
import { styled } from 'styled-components';
import { useWords } from '../../shared/words.js';

const Group = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 0.8rem;
  padding-block-end: 2rem;

  button {
    padding: 0.8rem 1.4rem;
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    border-radius: 2rem;
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-size: 1.4rem;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  button[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary700};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }
`;

/** Which requests to look at: what waits, all, or the suspects, with how many there are. */
export function BoxTabs(props: {
  boxes: readonly Box[];
  counts: InboxPage['counts'] | null;
  current: Box;
  choose(box: Box): void;
}) {
  const t = useWords();
  const { boxes, counts, current, choose } = props;
  return (
    <Group role="group" aria-label={t('inbox.boxes')}>
      {boxes.map((box) => {
        const count = box === 'all' ? undefined : counts?.[box];
        return (
          <button key={box} type="button" aria-pressed={box === current} onClick={() => choose(box)}>
            {t(`box.${box}`)}
            {count !== undefined && ` (${count})`}
          </button>
        );
      })}
    </Group>
  );
}
