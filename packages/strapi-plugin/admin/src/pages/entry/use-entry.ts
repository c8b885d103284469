/** Entering one request: what is typed stays until the server has it, on other pages too, and never on the disk. */
import type { EntryCreated } from '@guichet/contracts/admin/entries';
import { adminUrl } from '@guichet/contracts/admin/paths';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { type Saving, useSave } from '../../shared/use-save.js';
import { changed, emptyEntry, type EntryForm, entryOf, isTyped } from './entry-form.js';

/** Whose it is: on a shared computer another agent finds nothing of it. */
let kept: { agent: string; form: EntryForm } | null = null;

/** A random UUID: `crypto.randomUUID` does not exist where the panel is served without TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export interface Entering {
  form: EntryForm;
  change(change: Partial<EntryForm>): void;
  saving: Saving;
  /** @param today where the administration is */
  send(administrationId: string, today: string): Promise<void>;
  /** What was entered, until the next one is begun. */
  created: EntryCreated | null;
  another(): void;
}

export function useEntry(): Entering {
  const { post } = useFetchClient();
  const agent = useAuth('Guichet', ({ user }) => String(user?.id));
  const [form, setForm] = useState(() => (kept?.agent === agent ? kept.form : emptyEntry));
  // Of this content: sent again after a failure it is entered once, and once changed it is another.
  const [key, setKey] = useState(newKey);
  const [created, setCreated] = useState<EntryCreated | null>(null);
  const { saving, save } = useSave();

  useEffect(() => {
    kept = isTyped(form) ? { agent, form } : null;
  }, [agent, form]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => kept && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  const change = useCallback((wish: Partial<EntryForm>) => {
    setForm((before) => changed(before, wish));
    setKey(newKey());
  }, []);
  const send = useCallback(
    (administrationId: string, today: string) =>
      save(async () => {
        const body = entryOf({ ...form, administrationId }, key, today);
        setCreated((await post<EntryCreated>(adminUrl('inboxEntries'), body)).data);
        // The next one is mostly for the same mairie and comes the same way.
        setForm(changed(emptyEntry, { administrationId, channel: form.channel }));
        setKey(newKey());
      }),
    [form, key, post, save],
  );
  const another = useCallback(() => setCreated(null), []);
  return { form, change, saving, send, created, another };
}
