import type { AdminOrganisation } from '@guichet/contracts/admin/directory';
import { Typography } from '@strapi/design-system';
import { useDates } from '../../shared/dates.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useWords } from '../../shared/words.js';

/** What is to be known before it is read or changed: where it comes from, and what of it is no longer so. */
export function OrganisationOrigin({
  organisation,
  timeZone,
}: {
  organisation: AdminOrganisation;
  timeZone: string;
}) {
  const t = useWords();
  const { civil, day } = useDates();
  const { source, goneOn, deadLinks, mayEdit } = organisation;
  return (
    <>
      {goneOn && (
        <Notice look="warning">
          {t('organisation.gone', { day: civil(goneOn, { dateStyle: 'long' }) })}
        </Notice>
      )}
      {deadLinks.length > 0 && (
        <Notice look="warning">
          <Typography tag="p">{t('organisation.links')}</Typography>
          <ul>
            {deadLinks.map(({ url, fault, since }) => (
              <li key={url}>{t(`organisation.link.${fault}`, { url, day: day(since, timeZone) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {source && (
        <Notice look="info">
          <Typography tag="p">
            {source.updatedOn
              ? t('organisation.source.dated', {
                  name: source.name,
                  day: civil(source.updatedOn, { dateStyle: 'long' }),
                })
              : t('organisation.source', { name: source.name })}{' '}
            {source.url && (
              <TextLink to={source.url} target="_blank" rel="noreferrer">
                {t('organisation.source.see')}
              </TextLink>
            )}
          </Typography>
          {mayEdit && <Typography tag="p">{t('organisation.source.edit')}</Typography>}
        </Notice>
      )}
      {!mayEdit && <Notice look="info">{t('organisation.readOnly')}</Notice>}
    </>
  );
}
