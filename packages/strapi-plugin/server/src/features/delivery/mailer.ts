/** How every mail leaves, whatever it says. */
import { isEmail } from '@guichet/contracts/identity';
import type { Core } from '@strapi/types';
import { failureCode } from '../../jobs/failure-code.js';
import { Hopeless } from '../../jobs/queue.js';
import { getService } from '../../strapi/services.js';
import { ACCENT } from './compose.js';
import { type Mail, oneLine } from './mail.js';
import { mailHtml } from './mail-html.js';
import { mailText } from './mail-text.js';
import type { MailFile } from './receipt-files.js';
import { isRefusedRecipient } from './smtp-failure.js';

export interface Sending {
  /** The job's: the same however often it is sent. */
  id: string;
  to: string;
  /** In angle brackets; made of the job's id where absent. */
  messageId?: string;
  /** Who answers; where absent an answer goes nowhere, rather than to the provider's default address. */
  replyTo?: string;
  attachments?: readonly MailFile[];
}

export interface Mailer {
  /** Where Strapi's panel is: at an address of its own, or below the hosting's. Without a slash at its end. */
  panel: string;
  /** @throws Hopeless where the address is none, or was refused for good */
  send(mail: Omit<Mail, 'accent'> & Partial<Pick<Mail, 'accent'>>, sending: Sending): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    mailer: Mailer;
  }
}

export function createMailer({ strapi }: { strapi: Core.Strapi }): Mailer {
  const { mailFrom, bounceAddress, publicUrl } = getService(strapi, 'settings');
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
  const email = strapi.plugin('email').service<{ send(options: object): Promise<void> }>('email');

  return {
    panel: new URL(strapi.config.get<string>('admin.url'), publicUrl).href.replace(/\/$/, ''),

    async send({ accent = ACCENT, ...rest }, { id, to, messageId, replyTo, attachments = [] }) {
      const mail = { ...rest, accent };
      if (!isEmail(to)) throw new Hopeless('invalid-address');
      try {
        await email.send({
          // The address never varies: it is the one the terms publish (R112-11-3), and what SPF and DKIM vouch for.
          from: { name: oneLine(mail.name), address: mailFrom },
          to: { name: '', address: to },
          replyTo: replyTo === undefined ? mailFrom : { name: '', address: replyTo },
          envelope: { from: bounceAddress, to: [to] },
          messageId: messageId ?? `<guichet.${id}@${domain}>`,
          // RFC 3834: no out-of-office reply to this.
          headers: { 'Auto-Submitted': 'auto-generated' },
          subject: oneLine(mail.subject),
          text: mailText(mail),
          html: mailHtml(mail),
          attachments,
        });
      } catch (error) {
        if (isRefusedRecipient(error)) throw new Hopeless(failureCode(error), { cause: error });
        throw error;
      }
    },
  };
}
