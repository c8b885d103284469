import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { Typography } from '@strapi/design-system';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { useWords } from '../../shared/words.js';

/** Whose a téléprocédure is: an administration's, or the hosting's. */
export function OwnerName({ owner }: { owner: AdministrationTag | null }) {
  const t = useWords();
  return owner ? (
    <AdministrationName administration={owner} />
  ) : (
    <Typography variant="pi" fontWeight="bold" textColor="neutral800">
      {t('teleprocedures.owner.hosting')}
    </Typography>
  );
}
