/** A real SMTP server on the loopback that keeps what it receives, and misbehaves when told to. */
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Received {
  /** As the protocol carried them, whatever the headers say. */
  from: string;
  to: string[];
  raw: string;
  parsed: ParsedMail;
}

export interface SmtpCatcher {
  port: number;
  mails: Received[];
  /** Mails to one address. */
  to(address: string): Received[];
  /** Waits until this many mails to an address are there. */
  until(address: string, count: number): Promise<Received[]>;
  /** What the server answers to a recipient instead of accepting it; null accepts. */
  refuse: (address: string) => { code: number; text: string } | null;
  /** Takes the next mail in full, then dies before it says so. */
  dieAfterData: boolean;
  stop(): Promise<void>;
}

/** @param port a free one where absent */
export async function startSmtp(port = 0): Promise<SmtpCatcher> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = catcher.refuse(address);
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        void simpleParser(raw).then((parsed) => {
          const { mailFrom, rcptTo } = session.envelope;
          catcher.mails.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw,
            parsed,
          });
          if (!catcher.dieAfterData) return done();
          catcher.dieAfterData = false;
          for (const connection of server.connections) connection.close();
        });
      });
    },
  });
  // Connections that break are part of the tests.
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));

  const catcher: SmtpCatcher = {
    port: (server.server.address() as AddressInfo).port,
    mails: [],
    refuse: () => null,
    dieAfterData: false,
    to: (address) => catcher.mails.filter(({ to }) => to.includes(address)),
    async until(address, count) {
      for (let looks = 0; catcher.to(address).length < count; looks++) {
        if (looks === 1500)
          throw new Error(`${catcher.to(address).length} of ${count} mails came to ${address}`);
        await sleep(20);
      }
      return catcher.to(address);
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
  return catcher;
}

/** Every text of a mail as its reader gets it, and the bytes: what must not be in a mail is in none of them. */
export function everythingIn({ raw, parsed }: Received): string {
  const headers = parsed.headerLines.map(({ line }) => line);
  return [raw, parsed.subject, parsed.text, parsed.html, ...headers].join('\n');
}
