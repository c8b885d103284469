import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { PaperPlane, Plus, Trash } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { useDates } from '../../shared/dates.js';
import { FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { BigButton } from '../../shared/BigButton.js';
import {
  canAddLine,
  checkItems,
  emptyItems,
  type ItemLine,
  itemsEffect,
  type ItemsForm as Form,
  itemsWish,
  owesDay,
  withLine,
} from './items-form.js';
import { useForm } from './use-form.js';
import { useFormFiles } from './use-form-files.js';
import type { OneRequest } from './use-request.js';

/** Asking for what is missing, and what that does to the delay. `today`: the administration's. */
export function ItemsForm(props: { one: OneRequest; request: InboxRequest; today: string }) {
  const t = useWords();
  const { civil } = useDates();
  const { one, request, today } = props;
  const state = one.drafts.items ?? emptyItems();
  const form = useForm(one, ['ask-items'], checkItems(state, today));
  const { field, attachments, isSending } = useFormFiles(one, request.id, 'itemsFiles');
  const set = (change: Partial<Form>) => one.write('items', { ...state, ...change });
  const lines = useRef<HTMLOListElement>(null);
  /** Where the keyboard goes once the lines are drawn: the added one, or the one before the removed. */
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    lines.current?.children[next.current]?.querySelector('input')?.focus();
    next.current = null;
  }, [state.items.length]);

  const setLine = (key: number, change: Partial<ItemLine>) =>
    set({ items: state.items.map((item) => (item.key === key ? { ...item, ...change } : item)) });
  const add = () => {
    next.current = state.items.length;
    one.write('items', withLine(state));
  };
  const remove = (at: number) => {
    next.current = Math.max(0, at - 1);
    set({ items: state.items.filter((_, i) => i !== at) });
  };
  const day = state.answerBy && civil(state.answerBy, { dateStyle: 'long' });

  return (
    <ActForm
      form={form}
      submit={() => form.send({ ...itemsWish(state), attachments })}
      buttons={
        <BigButton
          type="submit"
          size="L"
          startIcon={<PaperPlane />}
          loading={form.isSending('ask-items')}
          disabled={form.isBusy || isSending}
        >
          {t('items.send')}
        </BigButton>
      }
    >
      <Typography tag="p" textColor="neutral800">
        {t('items.what')}
      </Typography>
      <Flex
        tag="ol"
        ref={lines}
        direction="column"
        alignItems="stretch"
        gap={4}
        style={{ listStyle: 'none', margin: 0, padding: 0 }}
      >
        {state.items.map((item, i) => (
          <Box tag="li" key={item.key} borderColor="neutral300" hasRadius padding={4}>
            <Flex direction="column" alignItems="stretch" gap={2}>
              <FormField
                path={`items.${i}.name`}
                label="items.name"
                hint="items.name.hint"
                required
                value={item.name}
                change={(name) => setLine(item.key, { name })}
              />
              <Tick
                label={t('items.isRequired')}
                checked={item.isRequired}
                change={(isRequired) => setLine(item.key, { isRequired })}
              />
              {item.isRequired && (
                <FormField
                  path={`items.${i}.basis`}
                  label="items.basis"
                  hint="items.basis.hint"
                  required
                  value={item.basis}
                  change={(basis) => setLine(item.key, { basis })}
                />
              )}
              <Tick
                label={t('items.isIndispensable')}
                checked={item.isIndispensable}
                change={(isIndispensable) => setLine(item.key, { isIndispensable })}
              />
              {state.items.length > 1 && (
                <Flex>
                  <Button
                    variant="tertiary"
                    startIcon={<Trash />}
                    aria-label={t('items.remove.one', { number: i + 1 })}
                    onClick={() => remove(i)}
                  >
                    {t('items.remove')}
                  </Button>
                </Flex>
              )}
            </Flex>
          </Box>
        ))}
      </Flex>
      {canAddLine(state) && (
        <Flex>
          <Button size="L" variant="secondary" startIcon={<Plus />} onClick={add}>
            {t('items.add')}
          </Button>
        </Flex>
      )}
      <FormField
        path="answerBy"
        label="items.answerBy"
        hint={owesDay(state) ? 'items.answerBy.required' : 'items.answerBy.hint'}
        type="date"
        min={today}
        required={owesDay(state)}
        value={state.answerBy}
        change={(answerBy) => set({ answerBy })}
      />
      <div aria-live="polite">
        <Notice look="info">{t(itemsEffect(state, request.legal), { day })}</Notice>
      </div>
      <FormField
        path="message"
        label="message.optional"
        hint="items.message.hint"
        rows={4}
        value={state.message}
        change={(message) => set({ message })}
      />
      {field}
    </ActForm>
  );
}
