/** Administrations follow what the annuaire says of their mairies, but for what people wrote over it. */
import type { Core } from '@strapi/types';
import { writtenHere } from '../../domain/brought-in.js';
import { followed, type MairieFacts, saidLast } from '../../domain/mairie-facts.js';
import { ADMINISTRATION, type AdministrationRecord } from './schema.js';

export interface FollowedMairie {
  insee: string;
  facts: MairieFacts;
}

const shownBy = ({ phone, email, address, openingHours, hours }: AdministrationRecord): MairieFacts => ({
  phone,
  email,
  address,
  openingHours: openingHours ?? null,
  hours: hours ?? [],
});

export async function followMairies(strapi: Core.Strapi, mairies: readonly FollowedMairie[]): Promise<void> {
  const administrations = strapi.db.query(ADMINISTRATION);
  const records = (await administrations.findMany({
    where: { insee: { $in: mairies.map(({ insee }) => insee) } },
  })) as AdministrationRecord[];
  for (const record of records) {
    const { facts } = mairies.find(({ insee }) => insee === record.insee)!;
    const former = record.imported ?? null;
    const imported = saidLast(former, facts);
    const changes = followed(shownBy(record), former, facts);
    const isSame = former !== null && !writtenHere(imported, former).length;
    if (isSame && !Object.keys(changes).length) continue;
    await administrations.update({ where: { uid: record.uid }, data: { ...changes, imported } });
  }
}
