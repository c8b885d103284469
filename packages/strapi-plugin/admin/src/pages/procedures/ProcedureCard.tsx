import type { AdminProcedure, AdminProcedures } from '@guichet/contracts/admin/procedures';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { Folded } from '../../shared/Folded.js';
import { useRetentionWords } from '../../shared/use-retention-words.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';
import { procedureSnippet } from '../administrations/snippet.js';
import { silenceSentences } from './silence-words.js';

/** One procedure: what its requests are received under, and what a webmaster pastes. */
export function ProcedureCard({
  procedure,
  all,
  edit,
}: {
  procedure: AdminProcedure;
  all: AdminProcedures;
  edit(): void;
}) {
  const t = useWords();
  const retentionWords = useRetentionWords();
  const { slug, title, description, nature, recipient, isOpen, offered } = procedure;
  const service = all.recipients.find((each) => each.slug === recipient)?.name ?? all.name;
  const sentences = silenceSentences(procedure, all.options);
  const isUnchosen = sentences[0]?.key === 'procedures.silence.unchosen';
  const { name, integration } = all;
  const snippet = procedureSnippet(
    { name, phone: integration.phone, integration },
    { slug, title, link: offered.link },
  );
  return (
    <Box tag="li" background="neutral0" shadow="filterShadow" hasRadius padding={6}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
          <Flex gap={3} alignItems="center" wrap="wrap">
            <Typography
              tag="h2"
              variant="delta"
              fontWeight="bold"
              lang="fr"
              style={{ overflowWrap: 'anywhere' }}
            >
              {title}
            </Typography>
            {!isOpen && <Badge>{t('procedures.closed')}</Badge>}
          </Flex>
          {all.mayConfigure && (
            <Button
              variant="secondary"
              startIcon={<Pencil />}
              aria-label={t('procedures.edit.one', { title })}
              onClick={edit}
            >
              {t('procedures.edit')}
            </Button>
          )}
        </Flex>
        {description && <Typography lang="fr">{description}</Typography>}
        <Typography textColor="neutral600">
          {t(nature ? `nature.${nature}` : 'procedures.nature.declared')} · {service}
        </Typography>
        {isUnchosen ? (
          <Notice look="warning">
            {sentences.map(({ key, values }) => (
              <Typography key={key} tag="p">
                {t(key, values)}
              </Typography>
            ))}
          </Notice>
        ) : (
          sentences.map(({ key, values }) => <Typography key={key}>{t(key, values)}</Typography>)
        )}
        {offered.answer && <Typography>{t('procedures.answer', offered.answer)}</Typography>}
        <Typography>{t(`procedures.receipt.${offered.receipt}`)}</Typography>
        {procedure.retention.here ? (
          <Typography>{retentionWords(procedure.retention.here)}</Typography>
        ) : (
          <Typography>{t('retention.card.none')}</Typography>
        )}
        {isOpen && (
          <>
            <Folded>
              <summary>{t('procedures.snippet')}</summary>
              <Box paddingTop={3}>
                <CopyBlock
                  label={t('procedures.snippet')}
                  hint={t('procedures.snippet.hint')}
                  text={snippet}
                />
              </Box>
            </Folded>
            <TextLink to={offered.link} target="_blank" rel="noreferrer">
              {t('procedures.page')}
            </TextLink>
          </>
        )}
      </Flex>
    </Box>
  );
}
