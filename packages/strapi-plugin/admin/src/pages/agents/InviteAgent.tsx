import type { AgentInvited, NewAgent } from '@guichet/contracts/admin/agents';
import { Button, Flex, Grid } from '@strapi/design-system';
import { type FormEvent, useRef, useState } from 'react';
import { Card } from '../../shared/Card.js';
import { CopyBlock } from '../../shared/CopyBlock.js';
import { failureWords } from '../../shared/failure.js';
import { FieldErrors, FormField } from '../../shared/FormField.js';
import { Notice } from '../../shared/Notice.js';
import { TextLink } from '../../shared/TextLink.js';
import { useFirstError } from '../../shared/use-first-error.js';
import { useSave } from '../../shared/use-save.js';
import { useWords } from '../../shared/words.js';
import type { Agents } from './use-agents.js';

/** An account with the agents' role; its owner chooses the password behind a link that is handed over. */
export function InviteAgent({ agents, close }: { agents: Agents; close(): void }) {
  const t = useWords();
  const [person, setPerson] = useState<NewAgent>({ firstname: '', lastname: '', email: '' });
  const [invited, setInvited] = useState<AgentInvited | null>(null);
  const { saving, save } = useSave();
  const errors = saving.kind === 'failed' && saving.failure.kind === 'problem' ? saving.failure.errors : [];
  const form = useRef<HTMLFormElement>(null);
  useFirstError(form, saving);
  const set = (change: Partial<NewAgent>) => setPerson({ ...person, ...change });

  if (invited) {
    return (
      <Card title={t('invite.done', { name: invited.agent.name })}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {invited.invitationUrl && <CopyBlock label={t('invite.link')} text={invited.invitationUrl} />}
          <Flex gap={4} wrap="wrap">
            <TextLink to={String(invited.agent.id)}>{t('invite.next')}</TextLink>
            <Button variant="tertiary" onClick={close}>
              {t('close')}
            </Button>
          </Flex>
        </Flex>
      </Card>
    );
  }
  return (
    <Card title={t('invite.title')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save(async () => {
            setInvited(await agents.invite(person));
            agents.list.reload();
          });
        }}
      >
        <FieldErrors.Provider value={errors}>
          <Grid.Root gap={4}>
            <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
              <FormField
                path="firstname"
                label="invite.firstname"
                required
                value={person.firstname}
                change={(firstname) => set({ firstname })}
              />
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
              <FormField
                path="lastname"
                label="invite.lastname"
                required
                value={person.lastname}
                change={(lastname) => set({ lastname })}
              />
            </Grid.Item>
            <Grid.Item col={4} s={12} xs={12} alignItems="flex-start">
              <FormField
                path="email"
                type="email"
                label="invite.email"
                required
                value={person.email}
                change={(email) => set({ email })}
              />
            </Grid.Item>
          </Grid.Root>
        </FieldErrors.Provider>
        <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4}>
          {saving.kind === 'failed' && (
            <Notice look="danger" live>
              {t(failureWords(saving.failure))}
            </Notice>
          )}
          <Flex gap={3}>
            <Button type="submit" loading={saving.kind === 'saving'}>
              {t('invite.send')}
            </Button>
            <Button variant="tertiary" onClick={close}>
              {t('cancel')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </Card>
  );
}
