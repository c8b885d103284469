import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { PAGES } from '../../../plugin-id.js';
import { Card } from '../../../shared/Card.js';
import { PageTop } from '../../../shared/PageTop.js';
import { useWords } from '../../../shared/words.js';
import { AdministrationEditor } from '../AdministrationEditor.js';
import { emptyForm, type FormState } from '../form-state.js';
import { useAdministration } from '../use-administrations.js';
import { CommunePicker } from './CommunePicker.js';
import { CommunePreview } from './CommunePreview.js';

/** A commune's administration from its code, with all that is known of it; any other one by hand. */
export function NewAdministrationPage() {
  const t = useWords();
  const { store } = useAdministration(null);
  const [code, choose] = useState<string | null>(null);
  /** What the form by hand begins with; null while nobody asked for it. */
  const [begun, byHand] = useState<FormState | null>(null);
  return (
    <Page.Main>
      <PageTop
        title={t('administrations.new')}
        navigationAction={<BackButton fallback={`${PAGES}/administrations`} />}
        primaryAction={
          <LinkButton tag={Link} to={`${PAGES}/administrations/creations`} variant="tertiary">
            {t('creations.link')}
          </LinkButton>
        }
      />
      <Layouts.Content>
        {begun ? (
          <AdministrationEditor store={store} administration={null} begun={begun} />
        ) : (
          <Box maxWidth="96rem">
            <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
              {code ? (
                <CommunePreview key={code} code={code} byHand={byHand} another={() => choose(null)} />
              ) : (
                <Card title={t('commune.pick')}>
                  <CommunePicker choose={choose} />
                </Card>
              )}
              <Card title={t('administration.byHand')}>
                <Flex direction="column" alignItems="flex-start" gap={3}>
                  <Typography tag="p">{t('administration.byHand.what')}</Typography>
                  <Button variant="secondary" onClick={() => byHand(emptyForm)}>
                    {t('administration.byHand.go')}
                  </Button>
                </Flex>
              </Card>
            </Flex>
          </Box>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
