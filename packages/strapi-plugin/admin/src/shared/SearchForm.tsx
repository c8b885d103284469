import { Box, Button, Field, Flex } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { type FormEvent, useEffect, useState } from 'react';
import { FieldLabel } from './FieldLabel.js';
import { useWords, type WordKey } from './words.js';

/** A search that goes when it is asked for, not at each letter. `value`: what was searched for last. */
export function SearchForm(props: {
  name: string;
  label: WordKey;
  hint: WordKey;
  maxLength: number;
  value: string;
  search(text: string): void;
}) {
  const t = useWords();
  const { name, label, hint, maxLength, value, search } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search(typed);
  };
  return (
    <form role="search" onSubmit={submit}>
      <Flex gap={2} alignItems="flex-end" wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
          <Field.Root name={name} hint={t(hint)}>
            <FieldLabel>{t(label)}</FieldLabel>
            <Field.Input
              type="search"
              value={typed}
              maxLength={maxLength}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
        </Box>
        <Box paddingBottom={5}>
          <Button type="submit" size="L" variant="secondary" startIcon={<Search />}>
            {t('inbox.search.go')}
          </Button>
        </Box>
      </Flex>
    </form>
  );
}
