import type { BulkAct, Colleagues } from '@guichet/contracts/admin/bulk';
import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { Field, Loader, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { Failed } from '../../shared/Failed.js';
import { FieldLabel } from '../../shared/FieldLabel.js';
import { useRemote } from '../../shared/remote.js';
import { useWords } from '../../shared/words.js';

const NOBODY = 'nobody';

/** To whom: those who serve the administrations of all that is chosen, oneself first. */
export function AssignChoice({ rows, take }: { rows: readonly InboxRow[]; take(act: BulkAct): void }) {
  const t = useWords();
  const { post } = useFetchClient();
  const me = useAuth('Guichet', ({ user }) => Number(user?.id));
  const [to, setTo] = useState<string | null>(null);
  const administrationIds = useMemo(
    () => [...new Set(rows.map(({ administrationId }) => administrationId))],
    [rows],
  );
  const { remote, reload } = useRemote(
    useCallback(
      async (signal: AbortSignal) =>
        (await post<Colleagues>(adminUrl('inboxColleagues'), { administrationIds }, { signal })).data,
      [administrationIds, post],
    ),
  );
  if (remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  if (remote.kind === 'failed') return <Failed failure={remote.failure} retry={reload} />;
  const colleagues = remote.data.colleagues.toSorted((a, b) => Number(b.id === me) - Number(a.id === me));
  return (
    <Field.Root>
      <FieldLabel>{t('assign.to')}</FieldLabel>
      <SingleSelect
        value={to}
        placeholder={t('bulk.assign.choose')}
        onChange={(chosen) => {
          setTo(String(chosen));
          take({ action: 'assign', to: chosen === NOBODY ? null : Number(chosen) });
        }}
      >
        {colleagues.map(({ id, name }) => (
          <SingleSelectOption key={id} value={String(id)}>
            {id === me ? t('bulk.assign.me', { name }) : name}
          </SingleSelectOption>
        ))}
        <SingleSelectOption value={NOBODY}>{t('assign.nobody')}</SingleSelectOption>
      </SingleSelect>
    </Field.Root>
  );
}
