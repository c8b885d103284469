import { type Way, ways } from '@guichet/contracts/directory';
import { Flex, Typography } from '@strapi/design-system';
import { FormField } from '../../shared/FormField.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import type { ProcedureFactsDraft } from './facts-form.js';

/** What residents read of a procedure before they start it. */
export function ProcedureFactsFields(props: {
  draft: ProcedureFactsDraft;
  set(change: Partial<ProcedureFactsDraft>): void;
}) {
  const t = useWords();
  const { draft, set } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography tag="p">{t('procedures.facts.what')}</Typography>
      <FormField
        path="facts.audience"
        label="procedures.audience"
        hint="procedures.audience.hint"
        value={draft.audience}
        change={(audience) => set({ audience })}
      />
      <FormField
        path="facts.documents"
        label="procedures.documents"
        hint="procedures.documents.hint"
        rows={3}
        value={draft.documents}
        change={(documents) => set({ documents })}
      />
      <FormField
        path="facts.cost"
        label="procedures.cost"
        hint="procedures.cost.hint"
        value={draft.cost}
        change={(cost) => set({ cost })}
      />
      <FormField
        path="facts.delay"
        label="procedures.delay"
        hint="procedures.delay.hint"
        value={draft.delay}
        change={(delay) => set({ delay })}
      />
      <Ways chosen={draft.ways} choose={(chosen) => set({ ways: chosen })} />
      <FormField
        path="facts.keywords"
        label="organisation.keywords"
        hint="organisation.keywords.hint"
        rows={2}
        value={draft.keywords}
        change={(keywords) => set({ keywords })}
      />
      <FormField
        path="facts.guide"
        label="procedures.guide"
        hint="procedures.guide.hint"
        value={draft.guide}
        change={(guide) => set({ guide })}
      />
    </Flex>
  );
}

function Ways({ chosen, choose }: { chosen: readonly Way[]; choose(ways: Way[]): void }) {
  const t = useWords();
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('procedures.ways')}
      </Typography>
      {ways.map((way) => (
        <Tick
          key={way}
          label={t(`procedures.way.${way}`)}
          checked={chosen.includes(way)}
          change={(isChosen) =>
            choose(ways.filter((each) => (each === way ? isChosen : chosen.includes(each))))
          }
        />
      ))}
    </fieldset>
  );
}
