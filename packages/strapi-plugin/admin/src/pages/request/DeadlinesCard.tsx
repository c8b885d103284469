import type { InboxLegal, InboxRequest } from '@guichet/contracts/admin/inbox';
import { Flex } from '@strapi/design-system';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { useWords } from '../../shared/words.js';
import { Obstacles } from './Obstacles.js';
import { useSilenceWords } from './use-silence-words.js';

/** What the law dates of a request, and what follows. `today`: the administration's. */
export function DeadlinesCard({ request, today }: { request: InboxRequest; today: string }) {
  const t = useWords();
  const silenceWords = useSilenceWords();
  const acknowledgementWords = useAcknowledgementWords(today);
  const decisionWords = useDecisionWords(today);
  const itemsWords = useItemsWords();
  const reasonsWords = useReasonsWords();
  const { civil } = useDates();
  const { legal, content } = request;
  const answerWords = ({ by, basis }: NonNullable<InboxLegal['answer']>) =>
    t('deadlines.answer.by', { day: civil(by), basis });
  const nature = t(`nature.${legal.nature}`);
  const decided = legal.decision && decisionWords(legal.decision, legal.obstacles);
  return (
    <Card title={t('deadlines')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Facts
          facts={[
            [t('deadlines.procedure'), request.procedure],
            [
              t('deadlines.nature'),
              legal.nature === content.nature
                ? t('deadlines.nature.declared', { nature })
                : t('deadlines.nature.held', { nature, declared: t(`nature.${content.nature}`) }),
            ],
            [t('acknowledge'), acknowledgementWords(legal.acknowledgement)],
            [t('deadlines.answer'), legal.answer && answerWords(legal.answer)],
            [
              t('deadlines.silence'),
              legal.silence ? silenceWords(legal.silence) : (decided?.what ?? t('deadlines.silence.nothing')),
            ],
            [t('deadlines.appeal'), decided?.appeal ?? null],
            [t('deadlines.withdrawable'), decided?.withdrawable ?? null],
            [t('awaited'), legal.items && itemsWords(legal.items)],
            [t('reasons'), legal.reasons && reasonsWords(legal.reasons)],
            [t('attest'), legal.attestation && t(`deadlines.attestation.${legal.attestation}`)],
            [t('deadlines.forwardedTo'), legal.forwardedTo],
          ]}
        />
        <Obstacles legal={legal} />
      </Flex>
    </Card>
  );
}

function useAcknowledgementWords(today: string): (acknowledgement: InboxLegal['acknowledgement']) => string {
  const t = useWords();
  const { civil } = useDates();
  return (acknowledgement) => {
    if (acknowledgement.kind === 'sent')
      return t('deadlines.acknowledgement.sent', { day: civil(acknowledgement.on) });
    if (acknowledgement.kind === 'not-due') return t('deadlines.acknowledgement.not-due');
    const { dueBy, leavesOn, isCorrection } = acknowledgement;
    if (isCorrection) return t('deadlines.acknowledgement.correction');
    return [
      dueBy
        ? t('deadlines.acknowledgement.due', { day: civil(dueBy) })
        : t('deadlines.acknowledgement.undated'),
      leavesOn &&
        (leavesOn > today
          ? t('deadlines.acknowledgement.leaves', { day: civil(leavesOn) })
          : t('deadlines.acknowledgement.leavesNow')),
    ]
      .filter(Boolean)
      .join('\n');
  };
}

function useItemsWords(): (items: NonNullable<InboxLegal['items']>) => string {
  const t = useWords();
  const { civil } = useDates();
  return ({ items, askedOn, answerBy, suspendsExamination }) =>
    [
      ...items.map(({ name }) => name),
      t('deadlines.items.asked', { day: civil(askedOn) }),
      answerBy && t('event.items.answerBy', { day: civil(answerBy) }),
      t(suspendsExamination ? 'deadlines.items.suspends' : 'deadlines.items.goesOn'),
    ]
      .filter(Boolean)
      .join('\n');
}

function useReasonsWords(): (reasons: NonNullable<InboxLegal['reasons']>) => string {
  const t = useWords();
  const { civil } = useDates();
  return ({ askedOn, dueBy, givenOn }) => {
    if (givenOn) return t('deadlines.reasons.given', { day: civil(givenOn) });
    const asked = t('deadlines.reasons.asked', { day: civil(askedOn) });
    return dueBy ? `${asked}\n${t('due.reasons', { day: civil(dueBy) })}` : asked;
  };
}

interface DecisionWords {
  what: string;
  appeal: string | null;
  /** Until when it can be taken back. */
  withdrawable: string | null;
}

function useDecisionWords(today: string) {
  const t = useWords();
  const { civil } = useDates();
  return (
    { kind, on, appealLastDay, withdrawableUntil }: NonNullable<InboxLegal['decision']>,
    obstacles: InboxLegal['obstacles'],
  ): DecisionWords => {
    const what = t(`deadlines.${kind}`, { day: civil(on) });
    const isRefusal = kind === 'refused' || kind === 'tacitly-refused';
    return {
      what,
      appeal: isRefusal ? appealWords(appealLastDay, obstacles) : null,
      withdrawable:
        withdrawableUntil &&
        t(withdrawableUntil < today ? 'deadlines.withdrawable.over' : 'deadlines.withdrawable.until', {
          day: civil(withdrawableUntil),
        }),
    };
  };

  function appealWords(lastDay: string | null, obstacles: InboxLegal['obstacles']): string {
    if (!lastDay) return t('deadlines.appeal.unknown');
    const day = civil(lastDay);
    if (obstacles?.length) return t('deadlines.appeal.hindered', { day });
    return t(lastDay < today ? 'deadlines.appeal.over' : 'deadlines.appeal.until', { day });
  }
}
