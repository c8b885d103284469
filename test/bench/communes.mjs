/** A hosting of many communes: each with services of its own, and with what their territories share. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { root } from '../../.config/bootstrap.mjs';
import { administration } from './samples.mjs';

const AT_ONCE = 200;
const data = createRequire(`${root}/packages/strapi-plugin/package.json`);
const read = (name) => data(`@etalab/decoupage-administratif/data/${name}.json`);

const week = [[{ from: '09:00', until: '12:00', note: '' }], [], [], [], [], [], []];
const facts = (name) => ({
  name,
  description: 'Ce que ce service fait pour les habitants, en une phrase ou deux.',
  phones: [{ number: '01 99 00 28 15', label: '' }],
  email: 'service@commune.example',
  contactForm: null,
  website: 'https://www.commune.example/',
  address: '1 place de l’Église',
  accessibility: '',
  position: null,
  openingHours: { week, closedOnHolidays: true, closings: [], openings: [] },
  hoursNote: '',
  keywords: [],
});
const services = ['Voirie', 'État civil', 'École', 'Urbanisme', 'Bibliothèque'];

/**
 * @param {number | 'all'} count how many communes, or all
 * @returns how many there are, and the codes of the first ten
 */
export async function seedCommunes(strapi, count) {
  const communes = read('communes').filter(({ type, siren }) => type === 'commune-actuelle' && siren);
  const chosen = count === 'all' ? communes : communes.slice(0, count);
  const service = strapi.plugin('guichet').service('administration');
  // One as the plugin makes it; the others like it, in its columns.
  const { uid } = await service.create(administration);
  const knex = strapi.db.connection;
  const { id: _, ...like } = await knex('guichet_administrations').where({ uid }).first();
  await knex('guichet_administrations').where({ uid }).delete();
  const rows = chosen.map(({ code, nom, siren }) => ({
    ...like,
    document_id: randomUUID(),
    uid: randomUUID(),
    insee: code,
    siren,
    name: `Mairie : ${nom}`,
  }));
  const desks = rows.flatMap((row) =>
    services.map((name, i) => ({
      id: randomUUID(),
      owner_id: row.uid,
      slug: `service-${i}`,
      level: 'commune',
      name,
      is_draft: false,
      facts: JSON.stringify(facts(name)),
      version: 1,
    })),
  );
  await knex.transaction(async (trx) => {
    for (const [table, all] of [
      ['guichet_administrations', rows],
      ['guichet_directory', desks],
      [
        'guichet_directory_places',
        desks.map(({ id, owner_id }) => ({ place: `administration:${owner_id}`, organisation_id: id })),
      ],
    ])
      for (let from = 0; from < all.length; from += AT_ONCE)
        await trx(table).insert(all.slice(from, from + AT_ONCE));
  });
  const directory = strapi.plugin('guichet').service('directory');
  for (const { code, nom } of read('epci'))
    await directory.add({
      facts: facts(nom),
      level: 'intercommunality',
      kind: 'epci',
      places: [`intercommunality:${code}`],
    });
  for (const { code, nom } of read('departements'))
    for (const kind of ['prefecture', 'caf', 'cpam', 'cg'])
      await directory.add({
        facts: facts(`${kind}, ${nom}`),
        level: 'state',
        kind,
        places: [`department:${code}`],
      });
  return { communes: rows.length, codes: rows.slice(0, 10).map(({ insee }) => insee) };
}
