import { adminUrl } from '@guichet/contracts/admin/paths';
import type { NewTemplate, Template, TemplateChange, Templates } from '@guichet/contracts/admin/templates';
import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { type RemoteRead, useRemote } from '../../shared/remote.js';

export interface TemplatesRead {
  list: RemoteRead<Templates>;
  add(template: NewTemplate): Promise<void>;
  change(id: string, change: TemplateChange): Promise<void>;
  remove(template: Template): Promise<void>;
}

export function useTemplates(): TemplatesRead {
  const { get, post, put, del } = useFetchClient();
  const list = useRemote(
    useCallback(
      async (signal: AbortSignal) => (await get<Templates>(adminUrl('inboxTemplates'), { signal })).data,
      [get],
    ),
  );
  const { reload } = list;
  const add = useCallback(
    async (template: NewTemplate) => {
      await post(adminUrl('inboxTemplates'), template);
      reload();
    },
    [post, reload],
  );
  const change = useCallback(
    async (id: string, body: TemplateChange) => {
      await put(adminUrl('inboxTemplate', id), body);
      reload();
    },
    [put, reload],
  );
  const remove = useCallback(
    async ({ id }: Template) => {
      await del(adminUrl('inboxTemplate', id));
      reload();
    },
    [del, reload],
  );
  return { list, add, change, remove };
}
