import type { DecisionAuthor } from '@guichet/contracts/admin/inbox-actions';
import { Grid, Typography } from '@strapi/design-system';
import { Choices } from '../../shared/Choices.js';
import { FormField } from '../../shared/FormField.js';
import { useWords, type WordKey } from '../../shared/words.js';
import { type AuthorForm, authorName, chooseAuthor, chosenAuthor } from './author-form.js';

const fields: readonly [keyof DecisionAuthor, WordKey, WordKey?][] = [
  ['givenName', 'author.givenName'],
  ['familyName', 'author.familyName'],
  ['capacity', 'author.capacity', 'author.capacity.hint'],
  ['service', 'author.service', 'author.service.hint'],
];

/** Who decides: one of those who sign here, or whom the agent names. `path`: the member of the action. */
export function AuthorFields(props: {
  path: string;
  form: AuthorForm;
  signatories: readonly DecisionAuthor[];
  change(form: AuthorForm): void;
}) {
  const t = useWords();
  const { path, form, signatories, change } = props;
  return (
    <>
      {signatories.length > 0 && (
        <Choices
          legend={t('author')}
          wide
          options={[
            ...signatories.map((author, i) => ({
              value: String(i),
              label: authorName(author),
              hint: `${author.capacity}, ${author.service}`,
            })),
            { value: 'other', label: t('author.other') },
          ]}
          value={chosenAuthor(form, signatories)}
          choose={(choice) => change(chooseAuthor(form, choice, signatories))}
        />
      )}
      {form.isOther && (
        <Grid.Root gap={4} tag="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
          <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800" paddingBottom={2}>
            {t(signatories.length ? 'author.other' : 'author')}
          </Typography>
          {fields.map(([name, label, hint]) => (
            <Grid.Item key={name} col={6} s={12} xs={12} alignItems="flex-start">
              <FormField
                path={`${path}.${name}`}
                label={label}
                {...(hint && { hint })}
                required
                value={form.author[name]}
                change={(text) => change({ ...form, author: { ...form.author, [name]: text } })}
              />
            </Grid.Item>
          ))}
        </Grid.Root>
      )}
    </>
  );
}
