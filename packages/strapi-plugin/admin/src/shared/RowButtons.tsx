import { Box, Button, Flex } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useWords } from './words.js';

/** @param props.name which row, for those who hear the button alone */
export function RemoveRow({ name, remove }: { name: string; remove(): void }) {
  const t = useWords();
  return (
    <Box paddingTop={6}>
      <Button variant="tertiary" startIcon={<Trash />} aria-label={name} onClick={remove}>
        {t('row.remove')}
      </Button>
    </Box>
  );
}

/** @param props.name where the row goes, for those who hear the button alone */
export function AddRow({ label, name, add }: { label: string; name?: string; add(): void }) {
  return (
    <Flex>
      <Button data-add variant="secondary" startIcon={<Plus />} aria-label={name} onClick={add}>
        {label}
      </Button>
    </Flex>
  );
}
