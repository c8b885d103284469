import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { renderSVG } from 'uqr';
import { Card } from '../../shared/Card.js';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { contactSnippet, directorySnippet, frame, trackingSnippet } from './snippet.js';

/** What to paste into the commune's site, by what its builder allows. */
export function Integration({ administration }: { administration: AdminAdministration }) {
  const t = useWords();
  const { links, code } = administration.integration;
  const qr = `data:image/svg+xml,${encodeURIComponent(renderSVG(links.contact, { ecc: 'M', border: 2 }))}`;
  return (
    <Card title={t('integration')}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        {!administration.origins.length && <Notice look="warning">{t('integration.noOrigin')}</Notice>}
        <CopyBlock
          label={t('integration.contact')}
          hint={t('integration.contact.hint')}
          text={contactSnippet(administration)}
        />
        <CopyBlock
          label={t('integration.tracking')}
          hint={t('integration.tracking.hint')}
          text={trackingSnippet(administration)}
        />
        <CopyBlock
          label={t('integration.directory')}
          hint={t('integration.directory.hint')}
          text={directorySnippet(administration)}
        />
        <CopyBlock label={t('integration.link')} hint={t('integration.link.hint')} text={links.contact} />
        <CopyBlock label={t('integration.trackingLink')} text={links.tracking} />
        <CopyBlock label={t('integration.directoryLink')} text={links.services} />
        <CopyBlock
          label={t('integration.frame')}
          hint={t('integration.frame.hint')}
          text={frame(administration)}
        />
        <Box>
          <Typography tag="h3" fontWeight="bold">
            {t('integration.qr')}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('integration.qr.hint')}
          </Typography>
          <Flex gap={4} alignItems="flex-end" wrap="wrap" paddingTop={2}>
            <img
              src={qr}
              alt={t('integration.qr.alt', { name: administration.name })}
              width={180}
              height={180}
              style={{ background: '#fff', borderRadius: '0.4rem' }}
            />
            <LinkButton
              href={qr}
              download={`guichet-${code}.svg`}
              variant="secondary"
              startIcon={<Download />}
            >
              {t('integration.qr.download')}
            </LinkButton>
          </Flex>
        </Box>
        <TextLink to={links.terms} target="_blank" rel="noreferrer">
          {t('integration.terms')}
        </TextLink>
      </Flex>
    </Card>
  );
}
