import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { Anonymities, Anonymity } from '@guichet/contracts/admin/anonymity';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { Card } from '../../shared/Card.js';
import { useDates } from '../../shared/dates.js';
import { Failed } from '../../shared/Failed.js';
import { failureWords } from '../../shared/failure.js';
import { Folded } from '../../shared/Folded.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { List, Row } from '../../shared/list.js';
import { Notice } from '../../shared/Notice.js';
import { SelectField } from '../../shared/SelectField.js';
import { usePermissions } from '../../shared/permissions.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import { type AnonymitiesRead, useAnonymities } from './use-anonymities.js';

/** Which agents residents are not told the names of (CRPA L111-2), for who configures the administration. */
export function AnonymityCard({ administration }: { administration: AdminAdministration }) {
  const { has } = usePermissions();
  return has('administrations.configure') ? <Shown administration={administration} /> : null;
}

function Shown({ administration: { id, timeZone } }: { administration: AdminAdministration }) {
  const t = useWords();
  const anonymities = useAnonymities(id);
  const { remote, reload } = anonymities.read;
  return (
    <Card title={t('anonymity')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{t('anonymity.what')}</Typography>
        <Typography tag="p" fontWeight="bold">
          {t('anonymity.author')}
        </Typography>
        {remote.kind === 'failed' && <Failed failure={remote.failure} retry={reload} />}
        {remote.kind === 'ready' && (
          <>
            {remote.data.anonymities.length > 0 && (
              <List aria-label={t('anonymity')}>
                {remote.data.anonymities.map((anonymity) => (
                  <Row key={`${anonymity.agent.id} ${anonymity.at}`}>
                    <One anonymity={anonymity} timeZone={timeZone} end={anonymities.end} />
                  </Row>
                ))}
              </List>
            )}
            <Folded>
              <summary>{t('anonymity.begin')}</summary>
              <BeginForm found={remote.data} begin={anonymities.begin} />
            </Folded>
          </>
        )}
      </Flex>
    </Card>
  );
}

/** What was decided, by whom and why; where it stands, it can be ended. */
function One(props: { anonymity: Anonymity; timeZone: string; end: AnonymitiesRead['end'] }) {
  const t = useWords();
  const { moment } = useDates();
  const { saving, save } = useSave();
  const { agent, reason, by, at, ended } = props.anonymity;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="bold">{agent.name}</Typography>
      <Typography tag="p" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {reason}
      </Typography>
      <Typography tag="p">{t('anonymity.decided', { name: by, at: moment(at, props.timeZone) })}</Typography>
      {ended ? (
        <Typography tag="p" {...(saving.kind === 'saved' && { role: 'alert' })}>
          {t('anonymity.ended', { name: ended.by, at: moment(ended.at, props.timeZone) })}
        </Typography>
      ) : (
        <Box>
          <Button
            variant="tertiary"
            loading={saving.kind === 'saving'}
            onClick={() => void save(() => props.end(agent.id))}
          >
            {t('anonymity.end', { name: agent.name })}
          </Button>
        </Box>
      )}
      {saving.kind === 'failed' && (
        <Notice look="danger" live>
          {t(failureWords(saving.failure))}
        </Notice>
      )}
    </Flex>
  );
}

function BeginForm({ found, begin }: { found: Anonymities; begin: AnonymitiesRead['begin'] }) {
  const t = useWords();
  const [agentId, setAgentId] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const { saving, save } = useSave();
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const failure = saving.kind === 'failed' ? saving.failure : null;
  const agents = found.agents.filter(
    ({ id }) => !found.anonymities.some(({ agent, ended }) => agent.id === id && !ended),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => {
      await begin({ agentId, reason });
      setAgentId(null);
      setReason('');
    });
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <FieldErrors.Provider value={failure?.kind === 'problem' ? failure.errors : []}>
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3}>
          <SelectField
            path="agentId"
            label="anonymity.agent"
            placeholder="anonymity.agent.choose"
            required
            value={agentId === null ? '' : String(agentId)}
            options={agents.map(({ id, name }) => [String(id), name])}
            change={(id) => setAgentId(Number(id))}
          />
          <FormField
            path="reason"
            label="anonymity.reason"
            hint="anonymity.reason.hint"
            rows={3}
            required
            value={reason}
            change={setReason}
          />
          <Notice look="info">{t('anonymity.care')}</Notice>
          {failure && (
            <Notice look="danger" live>
              {t(failureWords(failure))}
            </Notice>
          )}
          {saving.kind === 'saved' && (
            <Notice look="success" live>
              {t('saved')}
            </Notice>
          )}
          <Button type="submit" variant="secondary" loading={saving.kind === 'saving'}>
            {t('anonymity.begin')}
          </Button>
        </Flex>
      </FieldErrors.Provider>
    </form>
  );
}
