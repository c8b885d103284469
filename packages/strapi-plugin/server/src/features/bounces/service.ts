/** Mails to residents that could not be delivered: recorded for the request, so that somebody reaches them otherwise. */
import type { Core } from '@strapi/types';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { readNotification } from './dsn.js';
import { messageIdOf, readMessageId, type SentMail } from './message-id.js';

/** Somebody may act on the request meanwhile. */
const ATTEMPTS = 5;

export interface BouncesService {
  /** The Message-ID of a mail to a resident, in angle brackets. */
  messageId(mail: SentMail): string;
  /**
   * Records, once for each mail, that it could not be delivered. Nothing of the address or of a server's words.
   *
   * @param code `EENVELOPE-550` where it was refused at once, `5.1.1` of a later notification (RFC 3463)
   */
  record(mail: SentMail, code: string): Promise<void>;
  /** Takes in what a mail server hands over; what is no notification, or of no mail of ours, changes nothing. */
  receive(raw: Uint8Array): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    bounces: BouncesService;
  }
}

export function createBouncesService({ strapi }: { strapi: Core.Strapi }): BouncesService {
  const secrets = getService(strapi, 'secrets');
  const store = getService(strapi, 'store');
  const { mailFrom } = getService(strapi, 'settings');
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);

  /** @returns false where something came between */
  async function tryRecord({ id, kind, requestId }: SentMail, code: string): Promise<boolean> {
    const request = await store.find(requestId);
    if (!request) return true;
    const timeline = await store.timeline(request);
    if (timeline.some(({ kind, facts }) => kind === 'bounced' && facts['mailId'] === id)) return true;
    const appended = await inTransaction(strapi, (trx) =>
      store.append(trx, {
        requestId,
        administrationIds: [request.administrationId],
        kind: 'bounced',
        by: 'system',
        facts: { mailId: id, bounce: { mail: kind, code } },
        at: new Date().toISOString(),
        seen: request.lastSeq,
      }),
    );
    return appended.ok || appended.code !== 'request-changed';
  }

  const record: BouncesService['record'] = async (mail, code) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) if (await tryRecord(mail, code)) return;
    throw new Error(`the request of mail ${mail.id} did not keep still`);
  };

  return {
    messageId: (mail) => `<${messageIdOf(secrets, mail)}@${domain}>`,
    record,
    async receive(raw) {
      const undelivered = await readNotification(raw);
      const mail = undelivered && readMessageId(secrets, undelivered.messageId);
      if (mail) await record(mail, undelivered.status);
    },
  };
}
