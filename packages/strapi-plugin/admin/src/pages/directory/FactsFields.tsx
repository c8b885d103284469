import { type Level, levels } from '@guichet/contracts/directory';
import type { HolidayOn } from '@guichet/contracts/holidays';
import { Flex } from '@strapi/design-system';
import { FormField, type FieldProps } from '../../shared/FormField.js';
import { HoursFields } from '../../shared/hours/HoursFields.js';
import { SelectField } from '../../shared/SelectField.js';
import { Sourced } from '../../shared/Sourced.js';
import { useWords } from '../../shared/words.js';
import type { FactsDraft } from './organisation-form.js';
import { PhonesFields } from './PhonesFields.js';

interface Props {
  facts: FactsDraft;
  setFacts(change: Partial<FactsDraft>): void;
}

/** Those that are typed as a text. */
type TextName = Exclude<keyof FactsDraft, 'phones' | 'openingHours' | 'hoursNote'>;

/** One of them, with what its source says of it. */
function Text({
  name,
  facts,
  setFacts,
  ...look
}: Props & { name: TextName } & Pick<FieldProps, 'hint' | 'type' | 'rows' | 'required'>) {
  const label = `organisation.${name}` as const;
  return (
    <Sourced name={name} label={label}>
      <FormField
        path={name}
        label={label}
        value={facts[name]}
        change={(text) => setFacts({ [name]: text })}
        {...look}
      />
    </Sourced>
  );
}

/** What it is. `setLevel`: null where it is not to be chosen. */
export function WhatFields({
  facts,
  setFacts,
  level,
  setLevel,
}: Props & { level: Level; setLevel: ((level: Level) => void) | null }) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Text name="name" required facts={facts} setFacts={setFacts} />
      <SelectField
        path="level"
        label="organisation.level"
        hint="organisation.level.hint"
        disabled={!setLevel}
        value={level}
        options={levels.map((one) => [one, t(`level.${one}`)])}
        change={(chosen) => setLevel?.(levels.find((one) => one === chosen) ?? level)}
      />
      <Text
        name="description"
        hint="organisation.description.hint"
        rows={4}
        facts={facts}
        setFacts={setFacts}
      />
      <Text name="keywords" hint="organisation.keywords.hint" rows={3} facts={facts} setFacts={setFacts} />
    </Flex>
  );
}

/** How one reaches it from home. */
export function ReachFields({ facts, setFacts, isRecipient }: Props & { isRecipient: boolean }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Sourced name="phones" label="organisation.phones">
        <PhonesFields
          phones={facts.phones}
          change={(phones) => setFacts({ phones })}
          required={isRecipient}
        />
      </Sourced>
      <Text name="email" type="email" required={isRecipient} facts={facts} setFacts={setFacts} />
      <Text name="website" hint="organisation.website.hint" type="url" facts={facts} setFacts={setFacts} />
      <Text
        name="contactForm"
        hint="organisation.contactForm.hint"
        type="url"
        facts={facts}
        setFacts={setFacts}
      />
    </Flex>
  );
}

/** Where and when one finds somebody there. */
export function ComeFields({
  facts,
  setFacts,
  isRecipient,
  timeZone,
  holidays,
}: Props & { isRecipient: boolean; timeZone: string; holidays: readonly HolidayOn[] }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Text
        name="address"
        hint="organisation.address.hint"
        rows={3}
        required={isRecipient}
        facts={facts}
        setFacts={setFacts}
      />
      <Text
        name="accessibility"
        hint="organisation.accessibility.hint"
        rows={2}
        facts={facts}
        setFacts={setFacts}
      />
      <Text name="position" hint="organisation.position.hint" facts={facts} setFacts={setFacts} />
      <Sourced name="hoursNote" label="organisation.hoursNote">
        <Sourced name="openingHours" label="organisation.openingHours">
          <HoursFields
            lines={facts.hoursNote}
            setLines={(hoursNote) => setFacts({ hoursNote })}
            draft={facts.openingHours}
            setDraft={(openingHours) => setFacts({ openingHours })}
            timeZone={timeZone}
            holidays={holidays}
            disabled={false}
            hasNote
          />
        </Sourced>
      </Sourced>
    </Flex>
  );
}
