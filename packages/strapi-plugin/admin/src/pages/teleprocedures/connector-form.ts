/** What links a téléprocédure to its operator's own system, as it is typed and as it is sent. */
import type { AdminTeleprocedure, NewTeleprocedure } from '@guichet/contracts/admin/teleprocedures';

interface KnownConnector {
  /** What has to be typed. */
  needed: readonly string[];
  /** What most leave as it is. */
  further: readonly string[];
  /** What is there until somebody types something else. */
  begun: Readonly<Record<string, string>>;
  /** Whether the operator's system wants to know who asks. */
  needsSecret: boolean;
}

/** Those that can be chosen here, by the names that the server gives them. */
export const knownConnectors = {
  'demarche-numerique': {
    needed: ['number'],
    further: ['familyName', 'givenName', 'email', 'phone', 'address', 'postalCode', 'city', 'origin'],
    begun: { familyName: 'identite_nom', givenName: 'identite_prenom' },
    needsSecret: false,
  },
  open311: {
    needed: ['origin', 'serviceCode'],
    further: ['path', 'jurisdictionId'],
    begun: {},
    needsSecret: true,
  },
} as const satisfies Record<string, KnownConnector>;

export type KnownConnectorName = keyof typeof knownConnectors;

export const isKnown = (name: string): name is KnownConnectorName => Object.hasOwn(knownConnectors, name);

export interface ConnectorDraft {
  /** Empty: none. */
  name: string;
  settings: Readonly<Record<string, string>>;
  /** Typed anew; empty: as it is. */
  secret: string;
  hasSecret: boolean;
}

const none: ConnectorDraft = { name: '', settings: {}, secret: '', hasSecret: false };

export const connectorDraft = (connector: AdminTeleprocedure['connector']): ConnectorDraft =>
  connector ? { ...connector, secret: '' } : none;

/** @returns the draft of another connector: what was typed for the one before means nothing to it */
export const otherConnector = (name: string): ConnectorDraft => ({
  ...none,
  name,
  settings: isKnown(name) ? knownConnectors[name].begun : {},
});

/** What is left empty is not sent: connectors know what they do without. */
export function connectorToSend({ name, settings, secret }: ConnectorDraft): NewTeleprocedure['connector'] {
  if (!name) return null;
  const typed = Object.entries(settings).flatMap(([key, value]): [string, string][] =>
    value.trim() ? [[key, value.trim()]] : [],
  );
  return { name, settings: Object.fromEntries(typed), ...(secret.trim() && { secret: secret.trim() }) };
}
