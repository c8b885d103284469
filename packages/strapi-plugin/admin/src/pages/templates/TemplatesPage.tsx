import type { InboxScope } from '@guichet/contracts/admin/inbox';
import type { Template } from '@guichet/contracts/admin/templates';
import { Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { administrationColour } from '../../shared/administration-colour.js';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AskedFirst } from '../../shared/AskedFirst.js';
import { Failed } from '../../shared/Failed.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { PageTop } from '../../shared/PageTop.js';
import { usePermissions } from '../../shared/permissions.js';
import { useWords } from '../../shared/words.js';
import { useInboxScope } from '../inbox/use-inbox.js';
import { TemplateForm } from './TemplateForm.js';
import { type TemplatesRead, useTemplates } from './use-templates.js';

/** The answers that are written often, of every mairie that the agent serves. */
export function TemplatesPage() {
  const t = useWords();
  const { has } = usePermissions();
  const templates = useTemplates();
  const scope = useInboxScope();
  /** The template that is being written: an id, `new`, or none. */
  const [open, setOpen] = useState<string | null>(null);
  const mayWrite = has('administrations.configure');
  const { remote } = templates.list;
  return (
    <Page.Main>
      <PageTop
        title={t('templates.title')}
        subtitle={t('templates.subtitle')}
        primaryAction={
          mayWrite &&
          open === null && (
            <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
              {t('templates.new')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        {scope.remote.kind === 'failed' ? (
          <Failed failure={scope.remote.failure} retry={scope.reload} />
        ) : remote.kind === 'failed' ? (
          <Failed failure={remote.failure} retry={templates.list.reload} />
        ) : remote.kind === 'ready' && scope.remote.kind === 'ready' ? (
          <Body
            templates={templates}
            listed={remote.data.templates}
            scope={scope.remote.data}
            open={open}
            setOpen={setOpen}
            mayWrite={mayWrite}
          />
        ) : (
          <Loader>{t('loading')}</Loader>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function Body(props: {
  templates: TemplatesRead;
  listed: Template[];
  scope: InboxScope;
  open: string | null;
  setOpen(open: string | null): void;
  mayWrite: boolean;
}) {
  const t = useWords();
  const { templates, listed, scope, open, setOpen, mayWrite } = props;
  if (!scope.administrations.length) return <Notice look="info">{t('inbox.servesNothing')}</Notice>;
  const close = () => setOpen(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
      {open === 'new' && <TemplateForm templates={templates} template={null} scope={scope} close={close} />}
      {!mayWrite && <Notice look="info">{t('templates.readOnly')}</Notice>}
      {!listed.length && open !== 'new' && (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('templates.empty')} />
      )}
      {listed.length > 0 && (
        <List aria-label={t('templates.title')}>
          {listed.map((template) => (
            <Row key={template.id} $colour={administrationColour(template.administration)}>
              {open === template.id ? (
                <TemplateForm templates={templates} template={template} scope={scope} close={close} />
              ) : (
                <Flex gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
                  <Box flex="1 1 28rem" minWidth={0}>
                    <AdministrationName administration={template.administration} />
                    <Typography tag="h2" fontWeight="bold" paddingTop={1}>
                      {template.name}
                    </Typography>
                    <Typography
                      tag="p"
                      variant="pi"
                      textColor="neutral600"
                      paddingTop={1}
                      style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
                    >
                      {template.body}
                    </Typography>
                  </Box>
                  {/* One at a time: what is being written is not given up for another. */}
                  {mayWrite && open === null && (
                    <Flex gap={2} wrap="wrap">
                      <Button
                        variant="tertiary"
                        aria-label={t('templates.change.one', { name: template.name })}
                        onClick={() => setOpen(template.id)}
                      >
                        {t('templates.change')}
                      </Button>
                      <AskedFirst
                        label={t('templates.remove')}
                        title={t('templates.remove.one', { name: template.name })}
                        question={t('templates.remove.question')}
                        variant="danger-light"
                        act={() => templates.remove(template)}
                      />
                    </Flex>
                  )}
                </Flex>
              )}
            </Row>
          ))}
        </List>
      )}
    </Flex>
  );
}
