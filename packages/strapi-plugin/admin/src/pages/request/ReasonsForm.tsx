import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { AuthorFields } from './AuthorFields.js';
import { BigButton } from '../../shared/BigButton.js';
import { checkReasons, reasonsFormOf, type ReasonsForm as Form, reasonsWish } from './reasons-form.js';
import { ReasonsFields } from './ReasonsFields.js';
import { useForm } from './use-form.js';
import { useFormFiles } from './use-form-files.js';
import type { OneRequest } from './use-request.js';

/** Why silence refused, to whom asked for it (CRPA L232-4). */
export function ReasonsForm({ one, request }: { one: OneRequest; request: InboxRequest }) {
  const t = useWords();
  const { civil } = useDates();
  const { signatories, legal } = request;
  const state = one.drafts.reasons ?? reasonsFormOf(signatories);
  const form = useForm(one, ['give-reasons'], checkReasons(state));
  const { field, attachments, isSending } = useFormFiles(one, request.id, 'reasonsFiles');
  const set = (change: Partial<Form>) => one.write('reasons', { ...state, ...change });
  const dueBy = legal.reasons?.dueBy;
  return (
    <Card title={t('reasons')}>
      <ActForm
        form={form}
        submit={() => form.send({ ...reasonsWish(state), attachments })}
        buttons={
          <BigButton
            type="submit"
            size="L"
            startIcon={<PaperPlane />}
            loading={form.isSending('give-reasons')}
            disabled={form.isBusy || isSending}
          >
            {t('reasons.send')}
          </BigButton>
        }
      >
        <Typography tag="p" textColor="neutral800">
          {dueBy ? t('reasons.what', { day: civil(dueBy) }) : t('reasons.what.undated')}
        </Typography>
        <ReasonsFields path="reasons" form={state} change={set} />
        {field}
        <AuthorFields path="author" form={state} signatories={signatories} change={set} />
      </ActForm>
    </Card>
  );
}
