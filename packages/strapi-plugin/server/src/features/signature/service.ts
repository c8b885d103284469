/** Receipts signed by the hosting, so that anyone can tell that one was issued here and is unaltered. */
import type { Receipt } from '@guichet/contracts/receipt';
import type { Jwks, PublicJwk, ReceiptClaims, ReceiptVerification } from '@guichet/contracts/verification';
import type { Core } from '@strapi/types';
import { addSigningKey, signingKeys } from '../../store/signing-keys.js';
import { asUnavailable, inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { type Signer, signReceipt, verifyReceipt } from './jws.js';
import { isCurrent, makeSigningKey, publicKeyOf, signerOf } from './signing-key.js';

/** Another node may have made a key: nobody misses it longer than this. */
const FRESH_MS = 10_000;

/** What a receipt is about: its dates as RFC 3339, in the administration's own zone. */
export type ReceiptSubject = Pick<ReceiptClaims, 'administration' | 'reference' | 'receivedAt' | 'issuedAt'> &
  Partial<Pick<ReceiptClaims, 'attachments'>>;

/** What is signed of a decision or an attestation. */
export type Certificate = Pick<ReceiptClaims, 'service' | 'appeal'> & {
  kind: 'decision' | 'attestation';
  decision: NonNullable<ReceiptClaims['decision']>;
};

export interface SignatureService {
  /** The receipt with its signature. Without a statement: the key is in memory from `renew` on. */
  sign(receipt: Receipt, subject: ReceiptSubject): Promise<Receipt & { jws: string }>;
  /** A decision, or the attestation of a tacit one: the signature alone. */
  certify(certificate: Certificate, subject: ReceiptSubject): Promise<string>;
  verify(jws: string): Promise<ReceiptVerification>;
  /** Every public key, the oldest first. The same object until there is another key. */
  jwks(): Promise<Jwks>;
  /** Reads the keys; makes the first one, or the next where it is time. */
  renew(now: Date): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    signature: SignatureService;
  }
}

export function createSignatureService({ strapi }: { strapi: Core.Strapi }): SignatureService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const iss = getService(strapi, 'settings').publicUrl.origin;
  let signer: Signer | null = null;
  let published: Jwks = { keys: [] };
  let readAt = -Infinity;

  async function read() {
    const rows = await signingKeys(knex);
    readAt = performance.now();
    const keys = rows.map(publicKeyOf);
    if (String(keys.map(({ kid }) => kid)) !== String(published.keys.map(({ kid }) => kid)))
      published = { keys };
    const newest = rows.at(-1);
    if (newest && newest.kid !== signer?.kid) signer = signerOf(newest, vault) ?? signer;
    return newest;
  }

  async function refresh(): Promise<void> {
    if (performance.now() - readAt < FRESH_MS) return;
    await read().catch((error: unknown) => {
      // While the database is away, what was last known holds: no key ever leaves.
      if (!published.keys.length || asUnavailable(error) === error) throw error;
    });
  }

  async function keyOf(kid: string): Promise<PublicJwk | undefined> {
    const known = () => published.keys.find((key) => key.kid === kid);
    if (!known()) await refresh();
    return known();
  }

  async function signed(
    told: Omit<Receipt, 'jws'> | Certificate,
    { administration: { siren, name }, ...subject }: ReceiptSubject,
  ): Promise<string> {
    if (!signer) throw new Error('a receipt is signed only once the keys have been read');
    const administration = { siren, name };
    return signReceipt(signer, { v: 1, iss, administration, attachments: [], ...subject, ...told });
  }

  return {
    sign: async ({ jws: _, ...receipt }, subject) => ({ ...receipt, jws: await signed(receipt, subject) }),

    certify: signed,

    async verify(jws) {
      const verified = await verifyReceipt(jws, keyOf);
      if ('reason' in verified) return { valid: false, reason: verified.reason };
      const { v: _, iss: __, ...told } = verified.claims;
      return { valid: true, ...told };
    },

    async jwks() {
      await refresh();
      return published;
    },

    async renew(now) {
      for (;;) {
        const newest = await read();
        if (newest && isCurrent(newest, vault, now)) return;
        // Where several nodes make one at once, the next reading gives each of them the same.
        const row = await makeSigningKey(vault, (newest?.generation ?? 0) + 1, now);
        await inTransaction(strapi, (trx) => addSigningKey(trx, row));
      }
    },
  };
}
