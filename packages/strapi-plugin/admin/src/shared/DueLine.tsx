import type { DueDate } from '@guichet/contracts/admin/inbox';
import { Clock, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import { useDates } from './dates.js';
import { dueStyle, leftWords, type Urgency, urgencyOf } from './due.js';
import { useWords } from './words.js';

const looks = {
  late: { background: 'danger100', border: 'danger200', text: 'danger700' },
  today: { background: 'danger100', border: 'danger200', text: 'danger700' },
  soon: { background: 'warning100', border: 'warning200', text: 'neutral800' },
  later: { background: 'neutral100', border: 'neutral200', text: 'neutral800' },
} as const satisfies Record<Exclude<Urgency, 'none'>, object>;

const Line = styled.p<{ $look: (typeof looks)[keyof typeof looks] }>`
  display: inline-flex;
  gap: 0.6rem;
  align-items: baseline;
  max-inline-size: 100%;
  margin: 0;
  padding: 0.4rem 0.8rem;
  border: 1px solid ${({ $look, theme }) => theme.colors[$look.border]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $look, theme }) => theme.colors[$look.background]};
  color: ${({ $look, theme }) => theme.colors[$look.text]};
  font-size: 1.3rem;
  line-height: 1.4;
  overflow-wrap: anywhere;

  svg {
    flex: none;
    align-self: center;
  }
`;

/** What is due, on which day, and in how many: « Réponse au plus tard le 22 janvier — dans 61 jours ». */
export function DueLine({ due }: { due: DueDate }) {
  const t = useWords();
  const { civil } = useDates();
  const urgency = urgencyOf(due);
  if (urgency === 'none') return null;
  const Icon = urgency === 'late' || urgency === 'today' ? WarningCircle : Clock;
  const left = leftWords(due.daysLeft);
  return (
    <Line $look={looks[urgency]}>
      <Icon width="1.3rem" height="1.3rem" fill="currentColor" aria-hidden />
      <span>
        {t(`due.${due.for}`, { day: civil(due.on, dueStyle(due.daysLeft)) })} —{' '}
        <strong>{t(left.key, left.values)}</strong>
      </span>
    </Line>
  );
}
