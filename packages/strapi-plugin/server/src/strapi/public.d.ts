/**
 * What TypeScript is told of the plugin where it is installed: how it is configured. The rest is read by Strapi alone.
 */

/** What `config/plugins.ts` holds under `guichet.config`. */
export interface GuichetConfig {
  /** The public address of this hosting: `https://guichet.example.fr`. `http` on the loopback only. */
  publicUrl: string;
  /** Encryption keys, `id:base64 of 32 bytes`. The first encrypts, all decrypt: to rotate, add one in front. */
  keys: string[];
  /**
   * At least 32 bytes in base64, from which the keys of tracking codes, links, sessions and searches are derived.
   * Changing it makes every tracking code already given useless.
   */
  secret: string;
  /** The address that receipts and notices leave from (published in the terms: CRPA R112-11-3). */
  mail: {
    from: string;
    /** Where mails that cannot be delivered come back to (the envelope's sender); `from` by default. */
    bounceAddress?: string | null;
    /**
     * What the mail server proves itself by when it hands over what came back, at least 32 characters. Without it nobody
     * is let in.
     */
    bounceSecret?: string | null;
  };
  /** How many reverse proxies of one's own stand in front; their `X-Forwarded-*` are believed, and no others'. */
  proxies?: number;
  /**
   * Whether a last day to answer that falls on a Saturday, a Sunday or a public holiday moves to the next working day.
   * Code de procédure civile, art. 642, says so of court procedure; that it prolongs silence is unconfirmed. No by
   * default.
   */
  prolongsSilence?: boolean;
  /** Where widgets' files are kept, one folder a version; `<application>/.guichet-assets` by default. */
  assetsDirectory?: string | null;
  /** Files beside requests. */
  attachments?: {
    /** Of one request, message or answer; 10 by default. */
    maxFiles?: number;
    /** Of one file; 25 MiB by default, 100 MiB at most. */
    maxFileBytes?: number;
    /** Of all the files of one request, message or answer; 100 MiB by default. */
    maxTotalBytes?: number;
    /**
     * ClamAV's daemon. Without it no antivirus reads what residents send; with it, files wait until it has read them.
     * Its `StreamMaxLength` must not be below `maxFileBytes`.
     */
    clamd?: ClamdAddress | null;
  };
  /** What tells administrations' own software of requests. */
  webhooks?: {
    /**
     * IP addresses of a private network that webhooks may reach, of a hosting whose software stands beside it. None by
     * default: whoever configures a commune could otherwise have the hosting knock at its own inner doors.
     */
    allowPrivate?: string[];
  };
  /**
   * Where the State's guides (*Vos droits et démarches*, schema 3.5) come from, daily: the address of the archive, or the
   * absolute path of a file that you keep. The official ones are
   * `https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip` and the same under `pro`. None by
   * default.
   */
  guides?: {
    /** Those for individuals and associations. */
    individuals?: string | null;
    professionals?: string | null;
  };
  /**
   * Where the directory of services comes from, daily: an address, or the absolute path of a file that you keep. No request
   * leaves to anybody unless it is said here.
   */
  directory?: {
    /**
     * The State's annuaire of local offices: the API's export, as
     * `https://api-lannuaire.service-public.gouv.fr/api/explore/v2.1/catalog/datasets/api-lannuaire-administration/exports/jsonl`,
     * or the file `…-data.gouv_local.json` of the DILA. None by default.
     */
    annuaire?: string | null;
    /**
     * Communes, as `https://geo.api.gouv.fr/communes?fields=nom,code,siren,codesPostaux,codeDepartement,codeRegion,codeEpci,population,mairie`
     * gives them. By default, those of the list that comes with the plugin.
     */
    communes?: string | null;
  };
  /** How often what may be done; each has a default. */
  rates?: Partial<Rates>;
  /** SQLite only: below this much free space nothing is accepted any more. 200 MiB by default. */
  minimumFreeBytes?: number;
}

/** Where clamd listens. */
export type ClamdAddress = { socket: string } | { host: string; port: number };

/** A budget: `points` calls in `seconds`. */
export interface Budget {
  points: number;
  seconds: number;
}

/** Rate limits. A network is an IPv4 address or an IPv6 /64. */
export interface Rates {
  /** Public reads, per network. */
  read: Budget;
  /** Requests and messages sent, per network: a library or a school shares one address. */
  send: Budget;
  /** The same, per administration. */
  sendToAdministration: Budget;
  /** Files sent, per network. */
  upload: Budget;
  /** The same, per administration. */
  uploadToAdministration: Budget;
  /** Opening, reading and renewing with a bearer, per network. */
  track: Budget;
  /** Wrong codes and controls, per reference and network. Never a permanent lock. */
  wrongCode: Budget;
}

/** For Strapi. */
declare const plugin: object;
export default plugin;
