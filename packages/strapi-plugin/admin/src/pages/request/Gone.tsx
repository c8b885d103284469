import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Box } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { PAGES } from '../../plugin-id.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';

/** Forwarded to an administration that the agent does not serve: nothing of it is left to show. */
export function Gone({ to }: { to: AdministrationTag }) {
  const t = useWords();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => said.current?.focus(), []);
  return (
    <Box ref={said} tabIndex={-1} role="status">
      <Notice look="success">
        {t('done.forward.here', { name: to.name })}
        <br />
        <TextLink to={`${PAGES}/inbox`}>{t('done.forward.back')}</TextLink>
      </Notice>
    </Box>
  );
}
