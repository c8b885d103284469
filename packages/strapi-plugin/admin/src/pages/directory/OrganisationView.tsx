import type { AdminOrganisation } from '@guichet/contracts/admin/directory';
import type { HolidayOn } from '@guichet/contracts/holidays';
import { useIntl } from 'react-intl';
import { Card } from '../../shared/Card.js';
import { dateIn } from '../../shared/civil-date.js';
import { Facts } from '../../shared/Facts.js';
import { useWords } from '../../shared/words.js';
import { factLines } from './fact-lines.js';
import { factNames } from './organisation-form.js';

/** What another one wrote: to be read. */
export function OrganisationView(props: {
  organisation: AdminOrganisation;
  timeZone: string;
  holidays: readonly HolidayOn[];
}) {
  const t = useWords();
  const { locale } = useIntl();
  const { organisation, timeZone, holidays } = props;
  const where = { today: dateIn(timeZone, new Date()), holidays, locale };
  return (
    <Card title={t('organisation.told')}>
      <Facts
        facts={[
          [t('organisation.level'), t(`level.${organisation.level}`)] as const,
          // Its name is the page's.
          ...factNames
            .filter((name) => name !== 'name')
            .map(
              (name) =>
                [t(`organisation.${name}`), factLines(organisation.facts, name, where).join('\n')] as const,
            ),
        ]}
      />
    </Card>
  );
}
