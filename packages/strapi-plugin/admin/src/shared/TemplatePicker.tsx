import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { filledTemplate } from '@guichet/contracts/admin/template-text';
import type { Templates } from '@guichet/contracts/admin/templates';
import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { failureWords } from './failure.js';
import { FieldLabel } from './FieldLabel.js';
import { Notice } from './Notice.js';
import { useRemote } from './remote.js';
import { templateValues } from './template-values.js';
import { useWords } from './words.js';

/**
 * Puts a template into an answer, its variables filled in from the request. Shows nothing where the administration has
 * none.
 *
 * @param props.text what is written already: the template comes after it
 * @param props.write takes the whole text
 */
export function TemplatePicker(props: {
  request: InboxRequest;
  signature: string;
  text: string;
  write(text: string): void;
}) {
  const t = useWords();
  const { get } = useFetchClient();
  const { request, signature, text, write } = props;
  const [chosen, setChosen] = useState('');
  const { remote, reload } = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Templates>(adminUrl('inboxTemplates'), { signal })).data,
      [get],
    ),
  );
  if (remote.kind === 'loading') return null;
  if (remote.kind === 'failed') {
    return (
      <Notice
        look="warning"
        action={
          <Button variant="tertiary" onClick={reload}>
            {t('retry')}
          </Button>
        }
      >
        {t('template.failed')} {t(failureWords(remote.failure))}
      </Notice>
    );
  }
  const templates = remote.data.templates.filter(
    ({ administration }) => administration.id === request.administrationId,
  );
  if (!templates.length) return null;
  const template = templates.find(({ id }) => id === chosen);
  const insert = () => {
    if (!template) return;
    const filled = filledTemplate(template.body, templateValues(request, template.administration, signature));
    write(text.trim() ? `${text.trimEnd()}\n\n${filled}` : filled);
    setChosen('');
  };
  return (
    <Flex gap={2} alignItems="flex-end" wrap="wrap">
      <Box flex="1 1 20rem" minWidth={0}>
        <Field.Root>
          <FieldLabel>{t('template.pick')}</FieldLabel>
          <SingleSelect
            value={chosen}
            placeholder={t('template.pick.none')}
            onChange={(id) => setChosen(String(id))}
          >
            {templates.map(({ id, name }) => (
              <SingleSelectOption key={id} value={id}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      <Button size="L" variant="secondary" disabled={!template} onClick={insert}>
        {t('template.insert')}
      </Button>
    </Flex>
  );
}
