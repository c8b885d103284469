import type { OfferedTeleprocedure, TeleprocedureChoice } from '@guichet/contracts/admin/teleprocedures';
import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FormEnd } from '../../shared/FormEnd.js';
import { FormField } from '../../shared/FormField.js';
import { SavedForm, useFormSaving } from '../../shared/SavedForm.js';
import { Tick } from '../../shared/Tick.js';
import { useWords } from '../../shared/words.js';
import { choiceDraft, type ChoiceDraft, choiceToSend } from './choice-form.js';

/** The administration's own words for what others operate. */
export function ChoiceForm(props: {
  offered: OfferedTeleprocedure;
  choose(choice: TeleprocedureChoice): Promise<void>;
  close(): void;
}) {
  const t = useWords();
  const { choose, close } = props;
  // As it was when the form was opened: its version tells the server what was on screen.
  const [offered] = useState(props.offered);
  const [draft, setDraft] = useState(() => choiceDraft(offered));
  const set = (change: Partial<ChoiceDraft>) => setDraft((now) => ({ ...now, ...change }));
  const setContact = (change: Partial<ChoiceDraft['contact']>) =>
    setDraft((now) => ({ ...now, contact: { ...now.contact, ...change } }));
  const form = useFormSaving();
  const choice = choiceToSend(offered, draft);
  const isDirty = JSON.stringify(choice) !== JSON.stringify(choiceToSend(offered, choiceDraft(offered)));

  const save = async () => {
    await choose(choice);
    close();
  };
  return (
    <SavedForm form={form} send={save} isDirty={isDirty}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{t('choices.words.what')}</Typography>
        <FormField
          path="title"
          label="choices.title"
          hint="choices.title.hint"
          value={draft.title}
          change={(title) => set({ title })}
        />
        <FormField
          path="introduction"
          label="choices.introduction"
          hint="choices.introduction.hint"
          rows={3}
          value={draft.introduction}
          change={(introduction) => set({ introduction })}
        />
        <Tick
          label={t('choices.hasContact')}
          hint={t('choices.hasContact.hint', {
            name: offered.operator.name,
            phone: offered.operator.phone,
          })}
          checked={draft.hasContact}
          change={(hasContact) => set({ hasContact })}
        />
        {draft.hasContact && (
          <>
            <FormField
              path="contact.name"
              label="choices.contact.name"
              hint="choices.contact.name.hint"
              required
              value={draft.contact.name}
              change={(name) => setContact({ name })}
            />
            <FormField
              path="contact.phone"
              label="human.phone"
              type="tel"
              required
              value={draft.contact.phone}
              change={(phone) => setContact({ phone })}
            />
            <FormField
              path="contact.email"
              label="human.email"
              type="email"
              value={draft.contact.email}
              change={(email) => setContact({ email })}
            />
          </>
        )}
        <FormEnd form={form} changed="choices.changed" close={close} />
      </Flex>
    </SavedForm>
  );
}
