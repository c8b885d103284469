import type { InboxLegal } from '@guichet/contracts/admin/inbox';
import { Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';
import { Card } from '../../shared/Card.js';
import { FormField } from '../../shared/FormField.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { BigButton } from '../../shared/BigButton.js';
import { errorsIn } from './form-checks.js';
import { ItemsList } from './ItemsList.js';
import { useForm } from './use-form.js';
import type { OneRequest } from './use-request.js';

/** What was asked for has come, on a day that may be past. `today`: the administration's. */
export function AwaitedItems(props: {
  one: OneRequest;
  items: NonNullable<InboxLegal['items']>;
  today: string;
}) {
  const t = useWords();
  const { one, items, today } = props;
  const [on, setOn] = useState(today);
  const form = useForm(
    one,
    ['complete'],
    errorsIn([['on', !on ? 'required' : (on > today || on < items.askedOn) && 'invalid']]),
  );
  return (
    <Card title={t('awaited')}>
      <ActForm
        form={form}
        submit={() => form.send({ action: 'complete', on })}
        buttons={
          <BigButton
            type="submit"
            size="L"
            startIcon={<Check />}
            loading={form.isSending('complete')}
            disabled={form.isBusy}
          >
            {t('awaited.complete')}
          </BigButton>
        }
      >
        <ItemsList items={items.items} />
        <Typography tag="p" textColor="neutral800">
          {t('awaited.what')}
        </Typography>
        <FormField
          path="on"
          label="awaited.on"
          hint="awaited.on.hint"
          type="date"
          min={items.askedOn}
          max={today}
          required
          value={on}
          change={setOn}
        />
      </ActForm>
    </Card>
  );
}
