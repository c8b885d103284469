import type { AdminTeleprocedure, TeleprocedureRow } from '@guichet/contracts/admin/teleprocedures';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Facts } from '../../shared/Facts.js';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { SelectField } from '../../shared/SelectField.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
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
      {isOpen ? (
        <WithdrawalForm {...props} close={() => open(false)} />
      ) : (
        <Flex direction="column" alignItems="flex-start" gap={4}>
          <Typography tag="p">{t('withdrawal.what')}</Typography>
          <Button variant="danger-light" onClick={() => open(true)}>
            {t('withdrawal.begin')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}

function WithdrawalForm({ one, teleprocedure, others, seen, saved, close }: Props & { close(): void }) {
  const t = useWords();
  const [message, setMessage] = useState('');
  const [replacement, setReplacement] = useState('');
  const { saving, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const isStale = failure?.kind === 'problem' && failure.code === 'request-changed';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => saved(await one.withdraw({ seen, message, replacement: replacement || null })));
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <FieldErrors.Provider value={failure?.kind === 'problem' ? failure.errors : []}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="p">{t('withdrawal.what')}</Typography>
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
          {failure && (
            <Notice look="danger" live>
              {t(isStale ? 'teleprocedure.changed' : failureWords(failure))}
            </Notice>
          )}
          <Box>
            <Flex gap={3} wrap="wrap">
              <Button type="submit" variant="danger" loading={saving.kind === 'saving'}>
                {t('withdrawal.go')}
              </Button>
              <Button variant="tertiary" onClick={close}>
                {t('cancel')}
              </Button>
            </Flex>
          </Box>
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}
