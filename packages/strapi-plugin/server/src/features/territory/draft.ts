/** What is known of the administration of a commune before it is made: from the list of communes, and from the annuaire. */
import { type CreationLack, creationLacks } from '@guichet/contracts/admin/territory';
import type { Knex } from 'knex';
import { mairieKinds } from '../../connectors/annuaire/kinds.js';
import { mairieOf } from '../../domain/commune-name.js';
import { foldName } from '../../domain/folded-name.js';
import { type MairieFacts, mairieFacts } from '../../domain/mairie-facts.js';
import { timeZoneOf } from '../../domain/overseas-zone.js';
import type { Commune } from '../../domain/territory.js';
import { sourcedIn, type StoredOrganisation } from '../../store/organisations.js';
import { ANNUAIRE } from './annuaire.js';

export interface AdministrationDraft extends MairieFacts {
  name: string;
  siren: string | null;
  insee: string;
  timeZone: string;
  departement: string;
  /** What it cannot be made without. */
  lacks: CreationLack[];
}

const nothing: MairieFacts = { phone: null, email: null, address: null, openingHours: null, hours: [] };

/** Of several records of a commune, the one that bears its name. */
function ownMairie(
  mairies: readonly StoredOrganisation[],
  { name }: Commune,
): StoredOrganisation | undefined {
  return mairies.find(({ facts }) => foldName(facts.name).endsWith(foldName(name))) ?? mairies[0];
}

function draftOf(commune: Commune, mairie: StoredOrganisation | undefined): AdministrationDraft {
  const facts = mairie ? mairieFacts(mairie.source!.facts) : nothing;
  const draft = {
    ...facts,
    name: mairieOf(commune.name, commune.liaison),
    siren: commune.siren ?? mairie?.siren ?? null,
    insee: commune.code,
    timeZone: timeZoneOf(commune.code, commune.department),
    departement: commune.department,
  };
  return { ...draft, lacks: creationLacks.filter((field) => draft[field] === null) };
}

/** In the order of the communes. */
export async function draftsOf(knex: Knex, communes: readonly Commune[]): Promise<AdministrationDraft[]> {
  const codes = communes.map(({ code }) => code);
  const mairies = await sourcedIn(knex, ANNUAIRE, { communes: codes, kinds: mairieKinds });
  const byCommune = Map.groupBy(mairies, ({ commune }) => commune);
  return communes.map((commune) => draftOf(commune, ownMairie(byCommune.get(commune.code) ?? [], commune)));
}
