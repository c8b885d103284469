import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { PageTop } from '../../shared/PageTop.js';
import { useWords } from '../../shared/words.js';
import { AbsenceCard } from './AbsenceCard.js';
import { MorningMail } from './MorningMail.js';

/** What each agent sets for himself. */
export function DeskPage() {
  const t = useWords();
  return (
    <Page.Main>
      <PageTop title={t('desk.title')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <AbsenceCard />
          <MorningMail />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
