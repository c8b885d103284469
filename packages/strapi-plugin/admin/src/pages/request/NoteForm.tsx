import { Box } from '@strapi/design-system';
import { useState } from 'react';
import { Folded } from '../../shared/Folded.js';
import { FormField } from '../../shared/FormField.js';
import { useWords } from '../../shared/words.js';
import { ActForm } from './ActForm.js';
import { BigButton } from '../../shared/BigButton.js';
import { checkText, errorsIn } from './form-checks.js';
import { useForm } from './use-form.js';
import type { OneRequest } from './use-request.js';

/** A word to colleagues, which residents never read. */
export function NoteForm({ one }: { one: OneRequest }) {
  const t = useWords();
  const note = one.drafts.note ?? '';
  // Begun before, it is open; a note that leaves does not fold its form away.
  const [wasBegun] = useState(note !== '');
  const form = useForm(one, ['note'], errorsIn([['message', checkText(note)]]));
  return (
    <Folded open={wasBegun}>
      <summary>{t('note')}</summary>
      <Box paddingTop={2}>
        <ActForm
          form={form}
          submit={() => form.send({ action: 'note', message: note })}
          buttons={
            <BigButton
              type="submit"
              size="L"
              variant="secondary"
              loading={form.isSending('note')}
              disabled={form.isBusy}
            >
              {t('note.add')}
            </BigButton>
          }
        >
          <FormField
            path="message"
            label="note.label"
            hint="note.hint"
            rows={3}
            value={note}
            change={(text) => one.write('note', text)}
          />
        </ActForm>
      </Box>
    </Folded>
  );
}
