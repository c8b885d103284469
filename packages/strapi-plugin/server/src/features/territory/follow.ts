/** Administrations follow their mairie's record field by field, but for what people wrote over it. */
import type { Core } from '@strapi/types';
import { mairieKinds } from '../../connectors/annuaire/kinds.js';
import { mairieFacts } from '../../domain/mairie-facts.js';
import type { SourcedOrganisation } from '../../store/organisations.js';
import { getService } from '../../strapi/services.js';

/** Before the records themselves are kept: where it stops in between, they come again. */
export async function followMairies(
  strapi: Core.Strapi,
  organisations: readonly SourcedOrganisation[],
): Promise<void> {
  const mairies = organisations.flatMap(({ commune, kind, facts }) =>
    commune && (mairieKinds as readonly (string | null)[]).includes(kind)
      ? [{ insee: commune, facts: mairieFacts(facts) }]
      : [],
  );
  if (mairies.length) await getService(strapi, 'administration').follow(mairies);
}
