import type {
  AdministrationTeleprocedures,
  OfferedTeleprocedure,
} from '@guichet/contracts/admin/teleprocedures';
import { Box } from '@strapi/design-system';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { Folded } from '../../shared/Folded.js';
import { useWords } from '../../shared/words.js';
import { teleprocedureSnippet } from '../administrations/snippet.js';

/** What a webmaster pastes. */
export function OfferedSnippet(props: { offered: OfferedTeleprocedure; all: AdministrationTeleprocedures }) {
  const t = useWords();
  const { offered, all } = props;
  const { slug, title, own, link } = offered;
  const { administration, integration } = all;
  const snippet = teleprocedureSnippet(
    { name: administration.name, phone: integration.phone, integration },
    { slug, title: own.title || title, link },
  );
  return (
    <Folded>
      <summary>{t('procedures.snippet')}</summary>
      <Box paddingTop={3}>
        <CopyBlock label={t('procedures.snippet')} hint={t('choices.snippet.hint')} text={snippet} />
      </Box>
    </Folded>
  );
}
