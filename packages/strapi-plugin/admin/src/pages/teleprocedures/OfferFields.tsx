import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import type { TeleprocedureOffer } from '@guichet/contracts/admin/teleprocedures';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { AdministrationName } from '../../shared/AdministrationName.js';
import { AdministrationPicker } from '../../shared/AdministrationPicker.js';
import { Choices } from '../../shared/Choices.js';
import { Failed } from '../../shared/Failed.js';
import { useFieldError } from '../../shared/FormField.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { useWords } from '../../shared/words.js';
import { TerritoryPicker } from '../administrations/creation/TerritoryPicker.js';
import { type OfferDraft, offerIsBeyond } from './offer-form.js';
import { useAudience, useOwnTerritory } from './use-own-territory.js';

interface Props {
  offer: OfferDraft;
  change(offer: OfferDraft): void;
  /** Null: the hosting. */
  owner: AdministrationTag | null;
  /** Of the hosting: others offer to the owner's own communes alone. */
  mayManage: boolean;
}

/** To whom it is offered: to all, to the communes of territories, or to administrations by name. */
export function OfferFields(props: Props) {
  const t = useWords();
  const { owner, mayManage } = props;
  if (mayManage) return <OfferToAny {...props} />;
  return owner ? (
    <OfferToOwn key={owner.id} {...props} owner={owner} />
  ) : (
    <Typography tag="p">{t('offer.ownerFirst')}</Typography>
  );
}

function OfferToAny({ offer, change }: Props) {
  const t = useWords();
  const ways: readonly TeleprocedureOffer['to'][] = ['all', 'territories', 'administrations'];
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Choices
        legend={t('offer')}
        path="offer.to"
        options={ways.map((to) => ({ value: to, label: t(`offer.${to}`), hint: t(`offer.${to}.hint`) }))}
        value={offer.to}
        choose={(to) => change({ ...offer, to })}
      >
        <Hint />
      </Choices>
      {offer.to === 'territories' && <Territories offer={offer} change={change} />}
      {offer.to === 'administrations' && <Administrations offer={offer} change={change} />}
    </Flex>
  );
}

/** Whoever looks after the owner alone offers to the owner's territory, or to administrations that he looks after too. */
function OfferToOwn({ offer, change, owner }: Props & { owner: AdministrationTag }) {
  const t = useWords();
  const { remote, reload } = useOwnTerritory(owner.id);
  if (remote.kind === 'loading') return <Loader>{t('loading')}</Loader>;
  if (remote.kind === 'failed') return <Failed failure={remote.failure} retry={reload} />;
  const territory = remote.data;
  const isBeyond = offerIsBeyond(offer, territory);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {isBeyond ? (
        <Notice
          look="info"
          action={
            <Button
              variant="tertiary"
              onClick={() => change({ ...offer, to: 'administrations', administrations: [] })}
            >
              {t('offer.beyond.change')}
            </Button>
          }
        >
          {t('offer.beyond')}
        </Notice>
      ) : (
        <>
          <Choices<TeleprocedureOffer['to']>
            legend={t('offer')}
            path="offer.to"
            options={[
              ...(territory
                ? [
                    {
                      value: 'territories' as const,
                      label: t('offer.own', { name: owner.name }),
                      hint: t('offer.all.hint'),
                    },
                  ]
                : []),
              {
                value: 'administrations',
                label: t('offer.administrations'),
                hint: t('offer.administrations.hint'),
              },
            ]}
            value={offer.to}
            choose={(to) =>
              change({ ...offer, to, ...(territory && to === 'territories' && { territories: [territory] }) })
            }
          >
            <Hint />
          </Choices>
          {offer.to === 'administrations' && (
            <Administrations offer={offer} change={change} ownerId={owner.id} />
          )}
        </>
      )}
    </Flex>
  );
}

function Hint() {
  const t = useWords();
  return (
    <Typography tag="p" variant="pi" paddingBottom={3}>
      {t('offer.hint')}
    </Typography>
  );
}

function Territories({ offer, change }: Pick<Props, 'offer' | 'change'>) {
  const t = useWords();
  const { territories } = offer;
  const error = useFieldError('offer.codes', false, 'offer.noTerritory');
  return (
    <>
      <Chosen
        label={t('offer.chosen')}
        rows={territories.map(({ code, name }) => ({
          key: code,
          name,
          shown: (
            <Typography fontWeight="bold">
              {name} <Typography textColor="neutral600">{code}</Typography>
            </Typography>
          ),
        }))}
        remove={(key) => change({ ...offer, territories: territories.filter(({ code }) => code !== key) })}
      />
      {error && <Wrong>{error}</Wrong>}
      <TerritoryPicker
        begun=""
        label="offer.territory"
        only={['intercommunality', 'department']}
        except={territories.map(({ code }) => code)}
        choose={({ code, name }) => change({ ...offer, territories: [...territories, { code, name }] })}
      />
    </>
  );
}

/** `ownerId`: among whose own they are; without it, among all. */
function Administrations(props: Pick<Props, 'offer' | 'change'> & { ownerId?: string }) {
  const t = useWords();
  const { offer, change, ownerId } = props;
  const search = useAudience(ownerId);
  const { administrations } = offer;
  const error = useFieldError('offer.ids');
  return (
    <>
      {administrations.length === 0 && (
        <Typography tag="p" textColor="neutral700">
          {t('offer.nobody')}
        </Typography>
      )}
      <Chosen
        label={t('offer.chosen')}
        rows={administrations.map((administration) => ({
          key: administration.id,
          name: administration.name,
          shown: <AdministrationName administration={administration} />,
        }))}
        remove={(key) =>
          change({ ...offer, administrations: administrations.filter(({ id }) => id !== key) })
        }
      />
      {error && <Wrong>{error}</Wrong>}
      <AdministrationPicker
        label={t('picker.label')}
        quiet={!search}
        {...(search && { search })}
        except={administrations.map(({ id }) => id)}
        choose={({ id, code, name, accent }) =>
          change({ ...offer, administrations: [...administrations, { id, code, name, accent }] })
        }
      />
    </>
  );
}

const Wrong = ({ children }: { children: ReactNode }) => (
  <Typography tag="p" variant="pi" textColor="danger600" data-invalid tabIndex={-1}>
    {children}
  </Typography>
);

function Chosen(props: {
  label: string;
  rows: readonly { key: string; name: string; shown: ReactNode }[];
  remove(key: string): void;
}) {
  const t = useWords();
  const { label, rows, remove } = props;
  if (!rows.length) return null;
  return (
    <Box style={{ maxBlockSize: '40rem', overflowY: 'auto' }}>
      <List aria-label={label}>
        {rows.map(({ key, name, shown }) => (
          <Row key={key}>
            <Flex justifyContent="space-between" gap={3} wrap="wrap">
              {shown}
              <Button
                size="S"
                variant="tertiary"
                aria-label={t('offer.remove', { name })}
                onClick={() => remove(key)}
              >
                {t('row.remove')}
              </Button>
            </Flex>
          </Row>
        ))}
      </List>
    </Box>
  );
}
