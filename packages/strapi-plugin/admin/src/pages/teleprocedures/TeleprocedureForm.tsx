import type { AdminTeleprocedure } from '@guichet/contracts/admin/teleprocedures';
import { Button, Flex } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Card } from '../../shared/Card.js';
import { FormFailure } from '../../shared/FormEnd.js';
import { FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { ProcedureFactsFields } from '../procedures/ProcedureFactsFields.js';
import { teleprocedurePage } from './addresses.js';
import { ConnectorFields } from './ConnectorFields.js';
import { EntryFields } from './EntryFields.js';
import { OfferFields } from './OfferFields.js';
import { StatusesFields } from './StatusesFields.js';
import {
  changeToSend,
  draftOf,
  formErrors,
  newDraft,
  newToSend,
  type TeleprocedureDraft,
  withoutEmptyStatuses,
} from './teleprocedure-form.js';
import type { OneTeleprocedure, TeleprocedureFound } from './use-teleprocedure.js';
import { WhoFields } from './WhoFields.js';

interface Props {
  one: OneTeleprocedure;
  found: TeleprocedureFound;
  /** The version that the form rests on; null for a new one. */
  seen: number | null;
  saved(stored: AdminTeleprocedure): void;
}

/** Everything that is told of a téléprocédure, how residents get to it, and to whom it is offered. */
export function TeleprocedureForm({ one, found, seen, saved }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const { teleprocedure, catalogue, operators } = found;
  const [begun, setBegun] = useState<TeleprocedureDraft>(() =>
    teleprocedure ? draftOf(teleprocedure) : newDraft(catalogue, operators),
  );
  const [draft, setDraft] = useState(begun);
  const set = (change: Partial<TeleprocedureDraft>) => setDraft((now) => ({ ...now, ...change }));
  /** The slug of the one that was made. */
  const [made, setMade] = useState<string | null>(null);
  const form = useFormSaving();
  const isDirty = JSON.stringify(newToSend(draft)) !== JSON.stringify(newToSend(begun));
  const operator = teleprocedure?.operator ?? operators.find(({ id }) => id === draft.operatorId);

  // Once the guard below lets go.
  useEffect(() => {
    if (made) navigate(teleprocedurePage(made), { replace: true, state: { created: true } });
  }, [made, navigate]);
  const save = async () => {
    const sent = withoutEmptyStatuses(draft);
    setDraft(sent);
    if (seen === null) return setMade((await one.add(newToSend(sent))).slug);
    const stored = await one.change(changeToSend(sent, seen));
    setBegun(draftOf(stored));
    setDraft(draftOf(stored));
    saved(stored);
  };

  return (
    <SavedForm form={form} send={save} errors={formErrors(form.errors)} isDirty={isDirty && !made}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {!teleprocedure && (
          <Card title={t('teleprocedure.who')}>
            <WhoFields draft={draft} set={set} catalogue={catalogue} operators={operators} />
          </Card>
        )}
        <Card title={t('teleprocedure.told')}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <FormField
              path="title"
              label="teleprocedure.title"
              hint="teleprocedure.title.hint"
              required
              value={draft.title}
              change={(title) => set({ title })}
            />
            <FormField
              path="introduction"
              label="teleprocedure.introduction"
              hint="teleprocedure.introduction.hint"
              rows={3}
              value={draft.introduction}
              change={(introduction) => set({ introduction })}
            />
            <ProcedureFactsFields
              draft={draft.facts}
              set={(change) => setDraft((now) => ({ ...now, facts: { ...now.facts, ...change } }))}
            />
            <FormField
              path="offline"
              label="teleprocedure.offline"
              hint="teleprocedure.offline.hint"
              rows={3}
              value={draft.offline}
              change={(offline) => set({ offline })}
            />
            <Tick
              path="isReserved"
              label={t('teleprocedure.isReserved')}
              hint={t('teleprocedure.isReserved.hint')}
              checked={draft.isReserved}
              change={(isReserved) => set({ isReserved })}
            />
          </Flex>
        </Card>
        <Card title={t('teleprocedure.entry')}>
          <EntryFields draft={draft} set={set} origin={operator?.origin ?? ''} />
        </Card>
        <Card title={t('teleprocedure.following')}>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <ConnectorFields draft={draft.connector} change={(connector) => set({ connector })} />
            <StatusesFields statuses={draft.statuses} change={(statuses) => set({ statuses })} />
          </Flex>
        </Card>
        <Card title={t('teleprocedure.offer')}>
          <OfferFields
            offer={draft.offer}
            change={(offer) => set({ offer })}
            owner={draft.owner}
            mayManage={catalogue.mayManage}
          />
        </Card>
        <FormFailure form={form} changed="teleprocedure.changed" />
        {form.saving.kind === 'saved' && !isDirty && (
          <Notice look="success" live>
            {t('saved')}
          </Notice>
        )}
        <Flex paddingBottom={6}>
          <Button type="submit" size="L" loading={form.isSaving}>
            {t('save')}
          </Button>
        </Flex>
      </Flex>
    </SavedForm>
  );
}
