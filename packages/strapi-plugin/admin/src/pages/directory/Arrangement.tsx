import type { AdminDirectory, DirectoryChoices } from '@guichet/contracts/admin/directory';
import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors } from '../../shared/FormField.js';
import { LeaveGuard } from '../../shared/LeaveGuard.js';
import { List } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { Tick } from '../../shared/Tick.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import {
  changed,
  choicesToSend,
  directoryDraft,
  inUsualOrder,
  isChanged,
  isIncomplete,
  lackCounts,
  moved,
} from './directory-draft.js';
import { OrganisationRow, type Step } from './OrganisationRow.js';

interface Props {
  saved: AdminDirectory;
  save(choices: DirectoryChoices): Promise<AdminDirectory>;
}

/** In sight wherever one is in the list, as long as something is to be saved. */
const End = styled.div<{ $isDirty: boolean }>`
  display: flex;
  flex-wrap: wrap;
  gap: 1.2rem;
  align-items: center;
  padding-block: 1.2rem;
  ${({ $isDirty, theme }) =>
    $isDirty &&
    `position: sticky;
    inset-block-end: 0;
    z-index: 1;
    border-block-start: 1px solid ${theme.colors.neutral200};
    background: ${theme.colors.neutral100};`}
`;

/** What is focused is not under the end (WCAG 2.2, 2.4.11). */
const Rows = styled(List)`
  button,
  a,
  textarea {
    scroll-margin-block: 4rem 16rem;
  }
`;

/** The organisations in residents' order: moved, hidden, and told in the village's own words, until all is saved. */
export function Arrangement({ saved, save }: Props) {
  const t = useWords();
  const [draft, setDraft] = useState(() => directoryDraft(saved));
  const [isNarrowed, narrow] = useState(false);
  const [said, say] = useState('');
  const { saving, save: send } = useSave();
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<{ id: string; step: Step } | null>(null);
  useEffect(() => {
    // The row that moves is taken out of the page for an instant, and its button loses the keyboard.
    const { id, step } = pressed.current ?? {};
    pressed.current = null;
    if (id) list.current?.querySelector<HTMLElement>(`[data-row="${id}"] [data-step="${step}"]`)?.focus();
  }, [draft]);

  const { mayConfigure, administration } = saved;
  const isDirty = isChanged(draft, saved);
  const counts = lackCounts(draft.rows);
  const incomplete = draft.rows.filter(isIncomplete);
  const shown = isNarrowed ? incomplete : draft.rows;
  const failure = saving.kind === 'failed' ? saving.failure : null;

  const move = (id: string, step: Step) => {
    const at = draft.rows.findIndex((row) => row.id === id);
    const to = step === 'first' ? 0 : step === 'up' ? at - 1 : at + 1;
    const now = moved(draft, id, to);
    pressed.current = { id, step };
    setDraft(now);
    say(
      t('directory.moved', {
        name: draft.rows[at]!.name,
        place: now.rows.findIndex((row) => row.id === id) + 1,
        count: now.rows.length,
      }),
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(async () => setDraft(directoryDraft(await save(choicesToSend(draft)))));
  };

  return (
    <form noValidate onSubmit={submit}>
      <LeaveGuard isDirty={isDirty} />
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      <FieldErrors.Provider value={failure?.kind === 'problem' ? failure.errors : []}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex justifyContent="space-between" alignItems="center" gap={4} wrap="wrap">
            <div>
              <Typography tag="p">{t('directory.count', { count: draft.rows.length })}</Typography>
              {counts.length > 0 && (
                <>
                  <Typography tag="p" textColor="neutral700">
                    {t('directory.lacking')}{' '}
                    {counts.map(({ lack, count }) => t(`directory.lacking.${lack}`, { count })).join(', ')}.
                  </Typography>
                  <Tick
                    label={t('directory.narrow', { count: incomplete.length })}
                    checked={isNarrowed}
                    change={narrow}
                  />
                </>
              )}
            </div>
            {mayConfigure && draft.isOrdered && (
              <Flex direction="column" alignItems="flex-start" gap={1} maxWidth="36rem">
                <Typography variant="pi" textColor="neutral700">
                  {t('directory.usual.what')}
                </Typography>
                <Button variant="tertiary" onClick={() => setDraft(inUsualOrder(draft))}>
                  {t('directory.usual')}
                </Button>
              </Flex>
            )}
          </Flex>
          {shown.length ? (
            <Rows ref={list} aria-label={t('directory')}>
              {shown.map((row) => (
                <OrganisationRow
                  key={row.id}
                  row={row}
                  administrationId={administration.id}
                  mayConfigure={mayConfigure}
                  isFirst={row === draft.rows[0]}
                  isLast={row === draft.rows.at(-1)}
                  move={isNarrowed ? null : (step) => move(row.id, step)}
                  change={(change) => setDraft(changed(draft, row.id, change))}
                />
              ))}
            </Rows>
          ) : (
            <Notice look="success">{t('directory.complete')}</Notice>
          )}
          {failure && (
            <Notice look="danger" live>
              {t(failureWords(failure))}
            </Notice>
          )}
          {saving.kind === 'saved' && !isDirty && (
            <Notice look="success" live>
              {t('saved')}
            </Notice>
          )}
          {mayConfigure && (
            <End $isDirty={isDirty}>
              <Button type="submit" size="L" disabled={!isDirty} loading={saving.kind === 'saving'}>
                {t('directory.save')}
              </Button>
              {isDirty && (
                <>
                  <Button size="L" variant="tertiary" onClick={() => setDraft(directoryDraft(saved))}>
                    {t('cancel')}
                  </Button>
                  <Typography textColor="neutral700">{t('directory.unsaved')}</Typography>
                </>
              )}
            </End>
          )}
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}
