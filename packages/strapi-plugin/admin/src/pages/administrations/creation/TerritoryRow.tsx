import type { TerritoryFound } from '@guichet/contracts/admin/territory';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Row } from '../../../shared/list.js';
import { useWords } from '../../../shared/words.js';

/** A territory among those that were found. `children`: what can be done with it. */
export function TerritoryRow({ territory, children }: { territory: TerritoryFound; children: ReactNode }) {
  return (
    <Row>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
          <TerritoryName territory={territory} />
        </Box>
        {children}
      </Flex>
    </Row>
  );
}

/** What tells a territory from another of a like name. */
export function TerritoryName({ territory }: { territory: TerritoryFound }) {
  const t = useWords();
  const { level, code, name, communes, departments } = territory;
  const isGroup = level === 'intercommunality';
  const known = [
    t('territory.communes', { count: communes }),
    isGroup ? departments.join(', ') : null,
    isGroup ? `SIREN ${code}` : code,
  ];
  return (
    <>
      <Flex gap={3} wrap="wrap">
        <Typography tag="p" fontWeight="bold">
          {name}
        </Typography>
        <Badge>{t(`level.${level}`)}</Badge>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {known.filter(Boolean).join(' · ')}
      </Typography>
    </>
  );
}
