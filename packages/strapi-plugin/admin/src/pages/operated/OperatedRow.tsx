import type { OperatedRow as Shown } from '@guichet/contracts/admin/operated';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { administrationColour } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { useDates } from '../../shared/dates.js';
import { Row } from '../../shared/list.js';
import { statusLooks } from '../../shared/RequestStatus.js';
import { useWords } from '../../shared/words.js';

/** One request: whose resident's, made where, and where it stands in the operator's words. */
export function OperatedRow({ row }: { row: Shown }) {
  const t = useWords();
  const dates = useDates();
  const { reference, operatorReference, teleprocedure, operator, administration, timeZone } = row;
  const { status, label, isConfirmed, receivedAt, toldAt, staleSince } = row;
  const received = dates.moment(receivedAt, timeZone);
  const told = dates.moment(toldAt, timeZone);
  return (
    <Row $colour={administrationColour(administration)}>
      <Flex gap={3} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
        <Box flex="1 1 28rem" minWidth={0}>
          <AdministrationName administration={administration} />
          <Typography tag="p" fontWeight="bold" lang="fr" paddingTop={1}>
            {teleprocedure.title}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t('operated.at', { operator })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700" paddingTop={1}>
            {[
              t('operated.reference', { reference }),
              operatorReference && t('operated.operatorReference', { reference: operatorReference }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
        <Flex direction="column" alignItems={{ initial: 'flex-start', medium: 'flex-end' }} gap={1}>
          <Badge backgroundColor={statusLooks[status]} textColor="neutral800">
            {t(`status.${status}`)}
          </Badge>
          <Typography variant="pi" lang="fr">
            {label}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('operated.received', { moment: received })}
          </Typography>
          {told !== received && (
            <Typography variant="pi" textColor="neutral600">
              {t('operated.told', { moment: told })}
            </Typography>
          )}
          {!isConfirmed && (
            <Badge backgroundColor="warning200" textColor="neutral800">
              {t('operated.unconfirmed')}
            </Badge>
          )}
        </Flex>
      </Flex>
      {staleSince && (
        <Typography tag="p" variant="pi" textColor="danger600" paddingTop={1}>
          {t('operated.stale', { moment: dates.moment(staleSince, timeZone) })}
        </Typography>
      )}
    </Row>
  );
}
