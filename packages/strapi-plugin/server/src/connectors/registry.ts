/** Every connector to operators' systems, by the name that a téléprocédure's settings give. */
import type { Connector, Link, TypedSettings } from './connector.js';
import { demarcheNumerique } from './demarche-numerique/connector.js';
import { demo, demoFailing, demoOutage } from './demo/connector.js';
import { open311 } from './open311/connector.js';

const connectors: Readonly<Record<string, Connector>> = {
  'demarche-numerique': demarcheNumerique,
  open311: open311,
  demo: demo,
  'demo-failing': demoFailing,
  'demo-outage': demoOutage,
};

export const connectorNames: readonly string[] = Object.keys(connectors);

export function connectorNamed(name: string): Connector | null {
  return Object.hasOwn(connectors, name) ? connectors[name]! : null;
}

/** What is wrong with settings as they are typed: names of members, an empty one of what is missing altogether. */
export function faultsOfSettings(name: string, typed: TypedSettings): string[] {
  const connector = connectorNamed(name);
  if (!connector) return [''];
  const { error } = connector.settings.safeParse(typed);
  return (
    error?.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')],
    ) ?? []
  );
}

/** @returns null where there is none of that name, or its settings are not (or no longer) what it takes */
export function linkOf(
  name: string,
  typed: TypedSettings,
  secret: string | null,
): { connector: Connector; link: Link } | null {
  const connector = connectorNamed(name);
  const parsed = connector?.settings.safeParse(typed);
  return connector && parsed?.success ? { connector, link: { settings: parsed.data, secret } } : null;
}
