import type { Level, OrganisationFacts } from '@guichet/contracts/directory';
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { Button, Flex } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { Card } from '../../shared/Card.js';
import { dateIn } from '../../shared/civil-date.js';
import { FormFailure } from '../../shared/FormEnd.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { WrittenHere } from '../../shared/Sourced.js';
import { useWords } from '../../shared/words.js';
import { factLines } from './fact-lines.js';
import {
  factsDraft,
  type FactsDraft,
  factsThatDiffer,
  formErrors,
  newDraft,
  type OrganisationDraft,
  takenBack,
  toSend,
  withoutEmptyPhones,
} from './organisation-form.js';
import { ComeFields, ReachFields, WhatFields } from './FactsFields.js';
import { ShownFields } from './ShownFields.js';
import type { OneOrganisation, OrganisationFound } from './use-organisation.js';

const levelOf: Record<AdminAdministration['kind'], Level> = {
  commune: 'commune',
  ccas: 'commune',
  intercommunality: 'intercommunality',
  syndicate: 'intercommunality',
  department: 'department',
};

/** What the fields below are named by. */
type FactName = keyof OrganisationFacts;

interface Props {
  one: OneOrganisation;
  found: OrganisationFound;
  /** Address of the directory that it belongs to. */
  back: string;
}

/** Everything that is told of an organisation, and who sees it. */
export function OrganisationForm({ one, found, back }: Props) {
  const t = useWords();
  const { locale } = useIntl();
  const navigate = useNavigate();
  const { organisation, administration, mayShare } = found;
  const source = organisation?.source ?? null;
  // Of the hosting's own, who sees it and its level are not for a form.
  const isOwned = !organisation || organisation.owner !== null;
  const [begun] = useState((): OrganisationDraft => {
    if (!organisation) return newDraft(levelOf[administration.kind]);
    const { facts, level, slug, isDraft, isShared } = organisation;
    return { facts: factsDraft(facts), level, isRecipient: slug !== null, isDraft, isShared };
  });
  const [draft, setDraft] = useState(begun);
  /** What came of it, for its directory to say. */
  const [done, setDone] = useState<{ saved: string } | { removed: string } | null>(null);
  const form = useFormSaving();
  const before = organisation?.facts ?? null;
  const isDirty = JSON.stringify(toSend(draft, before)) !== JSON.stringify(toSend(begun, before));

  const set = (change: Partial<OrganisationDraft>) => setDraft((now) => ({ ...now, ...change }));
  const setFacts = (change: Partial<FactsDraft>) =>
    setDraft((now) => ({ ...now, facts: { ...now.facts, ...change } }));
  // Once the guard below lets go.
  useEffect(() => {
    if (done) navigate(back, { state: done });
  }, [back, done, navigate]);
  const save = async () => {
    const sent = { ...draft, facts: withoutEmptyPhones(draft.facts) };
    setDraft(sent);
    const stored = await one.store(toSend(sent, before), organisation?.version ?? null);
    setDone({ saved: stored.facts.name });
  };
  const where = {
    today: dateIn(administration.timeZone, new Date()),
    holidays: administration.holidays,
    locale,
  };

  return (
    <SavedForm form={form} send={save} errors={formErrors(form.errors)} isDirty={isDirty && !done}>
      <WrittenHere.Provider
        value={
          source && {
            names: factsThatDiffer(draft.facts, source.facts),
            lines: (name) => factLines(source.facts, name as FactName, where),
            takeBack: (name) => set({ facts: takenBack(draft.facts, source.facts, name as FactName) }),
          }
        }
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Card title={t('organisation.what')}>
            <WhatFields
              facts={draft.facts}
              setFacts={setFacts}
              level={draft.level}
              setLevel={isOwned ? (level) => set({ level }) : null}
            />
          </Card>
          <Card title={t('organisation.reach')}>
            <ReachFields facts={draft.facts} setFacts={setFacts} isRecipient={draft.isRecipient} />
          </Card>
          <Card title={t('organisation.come')}>
            <ComeFields
              facts={draft.facts}
              setFacts={setFacts}
              isRecipient={draft.isRecipient}
              timeZone={administration.timeZone}
              holidays={administration.holidays}
            />
          </Card>
          {isOwned && (
            <Card title={t('organisation.shown')}>
              <ShownFields draft={draft} setDraft={setDraft} like={administration} mayShare={mayShare} />
            </Card>
          )}
          <FormFailure form={form} changed="organisation.changed" />
          <Flex gap={3} wrap="wrap" justifyContent="space-between">
            <Flex gap={3} wrap="wrap">
              <Button type="submit" size="L" loading={form.isSaving}>
                {t('save')}
              </Button>
              <Button size="L" variant="tertiary" onClick={() => navigate(back)}>
                {t('cancel')}
              </Button>
            </Flex>
            {organisation?.owner && (
              <AskedFirst
                label={t('organisation.remove')}
                title={t('organisation.remove.one', { name: organisation.facts.name })}
                question={t('organisation.remove.question')}
                variant="danger-light"
                act={async () => {
                  await one.remove();
                  setDone({ removed: organisation.facts.name });
                }}
              />
            )}
          </Flex>
        </Flex>
      </WrittenHere.Provider>
    </SavedForm>
  );
}
