import type { AdminTeleprocedure, TeleprocedureRow } from '@guichet/contracts/admin/teleprocedures';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { FormFailure } from '../../shared/FormEnd.js';
import { FormField } from '../../shared/FormField.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { SelectField } from '../../shared/SelectField.js';
import { useOpened } from '../../shared/use-opened.js';
import { useWords } from '../../shared/words.js';
import type { OneTeleprocedure } from './use-teleprocedure.js';

interface Props {
  one: OneTeleprocedure;
  teleprocedure: AdminTeleprocedure;
  /** The catalogue: what can be named in its place. */
  others: readonly TeleprocedureRow[];
  /** The version that was on screen. */
  seen: number;
  saved(stored: AdminTeleprocedure): void;
}

/** Taking it out of use, and back. */
export function WithdrawalCard(props: Props) {
  const t = useWords();
  const dates = useDates();
  const [isOpen, open] = useState(false);
  const around = useOpened<HTMLDivElement>(isOpen);
  const { one, teleprocedure, others, seen, saved } = props;
  const { withdrawn, title } = teleprocedure;
  const replacement = others.find(({ slug }) => slug === withdrawn?.replacement);
  if (withdrawn)
    return (
      <Card title={t('withdrawal.done', { day: dates.civil(withdrawn.on) })}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p">{t('withdrawal.what.done')}</Typography>
          <Facts
            facts={[
              [t('withdrawal.message'), withdrawn.message],
              [t('withdrawal.replacement'), replacement?.title ?? null],
            ]}
          />
          <Flex>
            <AskedFirst
              label={t('withdrawal.end')}
              title={t('withdrawal.end.one', { title })}
              question={t('withdrawal.end.question')}
              variant="tertiary"
              act={async () => {
                saved(await one.reinstate(seen));
                open(false);
              }}
            />
          </Flex>
        </Flex>
      </Card>
    );
  return (
    <Card title={t('withdrawal')}>
      <Flex ref={around} direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{t('withdrawal.what')}</Typography>
        {isOpen ? (
          <WithdrawalForm {...props} close={() => open(false)} />
        ) : (
          <Flex>
            <Button data-opens variant="danger-light" onClick={() => open(true)}>
              {t('withdrawal.begin')}
            </Button>
          </Flex>
        )}
      </Flex>
    </Card>
  );
}

function WithdrawalForm({ one, teleprocedure, others, seen, saved, close }: Props & { close(): void }) {
  const t = useWords();
  const [message, setMessage] = useState('');
  const [replacement, setReplacement] = useState('');
  const form = useFormSaving();
  const save = async () => saved(await one.withdraw({ seen, message, replacement: replacement || null }));
  return (
    <SavedForm form={form} send={save}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <FormField
          path="message"
          label="withdrawal.message"
          hint="withdrawal.message.hint"
          rows={3}
          value={message}
          change={setMessage}
        />
        <SelectField
          path="replacement"
          label="withdrawal.replacement"
          hint="withdrawal.replacement.hint"
          value={replacement}
          options={[
            ['', t('withdrawal.replacement.none')],
            ...others
              .filter(({ slug, withdrawnOn }) => slug !== teleprocedure.slug && !withdrawnOn)
              .map(({ slug, title }) => [slug, title] as const),
          ]}
          change={setReplacement}
        />
        <FormFailure form={form} changed="teleprocedure.changed" />
        <Flex gap={3} wrap="wrap">
          <Button type="submit" variant="danger" loading={form.isSaving}>
            {t('withdrawal.go')}
          </Button>
          <Button variant="tertiary" onClick={close}>
            {t('cancel')}
          </Button>
        </Flex>
      </Flex>
    </SavedForm>
  );
}
