import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useRef } from 'react';
import { FormField } from '../../shared/FormField.js';
import { useWords } from '../../shared/words.js';
import type { OrganisationDraft } from './form-state.js';

interface Props {
  organisations: readonly OrganisationDraft[];
  /** What a new one begins with: the mairie's own. */
  like: { email: string; phone: string; address: string };
  change(organisations: OrganisationDraft[]): void;
  disabled: boolean;
}

/** The services that residents can choose to write to. None is fine: all goes to the administration's own address. */
export function Organisations({ organisations, like, change, disabled }: Props) {
  const t = useWords();
  const made = useRef(0);
  const set = (i: number, part: Partial<OrganisationDraft>) =>
    change(organisations.map((one, at) => (at === i ? { ...one, ...part } : one)));
  const add = () => change([...organisations, { ...like, key: `new-${++made.current}`, slug: '', name: '' }]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography textColor="neutral600">{t('organisations.what')}</Typography>
      {organisations.map((one, i) => (
        <Box
          key={one.key}
          role="group"
          aria-label={one.name || t('organisations.new')}
          borderColor="neutral200"
          hasRadius
          padding={4}
        >
          <Typography tag="h3" fontWeight="bold">
            {one.name || t('organisations.new')}
          </Typography>
          <Grid.Root gap={4} paddingTop={4}>
            <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
              <FormField
                path={`organisations.${i}.name`}
                label="organisations.name"
                required
                disabled={disabled}
                value={one.name}
                change={(name) => set(i, { name })}
              />
            </Grid.Item>
            <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
              <FormField
                path={`organisations.${i}.email`}
                label="organisations.email"
                type="email"
                required
                disabled={disabled}
                value={one.email}
                change={(email) => set(i, { email })}
              />
            </Grid.Item>
            <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
              <FormField
                path={`organisations.${i}.phone`}
                label="human.phone"
                type="tel"
                required
                disabled={disabled}
                value={one.phone}
                change={(phone) => set(i, { phone })}
              />
            </Grid.Item>
            <Grid.Item col={6} s={12} xs={12} alignItems="flex-start">
              <FormField
                path={`organisations.${i}.address`}
                label="human.address"
                required
                disabled={disabled}
                value={one.address}
                change={(address) => set(i, { address })}
              />
            </Grid.Item>
          </Grid.Root>
          {!disabled && (
            <Box paddingTop={3}>
              <Button
                variant="danger-light"
                startIcon={<Trash />}
                onClick={() => change(organisations.filter((_, at) => at !== i))}
              >
                {t('organisations.remove')}
              </Button>
            </Box>
          )}
        </Box>
      ))}
      {!disabled && (
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} onClick={add}>
            {t('organisations.add')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
