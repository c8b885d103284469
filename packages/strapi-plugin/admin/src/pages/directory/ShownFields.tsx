import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { Flex } from '@strapi/design-system';
import { Tick } from '../../shared/Tick.js';
import { useWords, type WordKey } from '../../shared/words.js';
import { asRecipient, type OrganisationDraft } from './organisation-form.js';

/** Who sees it, and whether one writes to it here. */
export function ShownFields(props: {
  draft: OrganisationDraft;
  setDraft(draft: OrganisationDraft): void;
  like: Pick<AdminAdministration, 'email' | 'phone' | 'address'>;
  mayShare: boolean;
}) {
  const { draft, setDraft, like, mayShare } = props;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Told
        name="isRecipient"
        checked={draft.isRecipient}
        change={(isRecipient) => setDraft(isRecipient ? asRecipient(draft, like) : { ...draft, isRecipient })}
      />
      <Told name="isDraft" checked={draft.isDraft} change={(isDraft) => setDraft({ ...draft, isDraft })} />
      {(mayShare || draft.isShared) && (
        <Told
          name="isShared"
          checked={draft.isShared}
          change={(isShared) => setDraft({ ...draft, isShared })}
        />
      )}
    </Flex>
  );
}

function Told(props: {
  name: 'isRecipient' | 'isDraft' | 'isShared';
  checked: boolean;
  change(checked: boolean): void;
}) {
  const t = useWords();
  const { name, checked, change } = props;
  const hint: WordKey = `organisation.${name}.hint`;
  return (
    <Tick path={name} label={t(`organisation.${name}`)} hint={t(hint)} checked={checked} change={change} />
  );
}
