/** How long a hosting takes to bring in all the offices and make all the mairies of France, against reading the file alone. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment, root } from '../../.config/bootstrap.mjs';
import { writeGuichet } from './applications.mjs';
import { table } from './table.mjs';

const cache = join(root, 'node_modules', '.cache', 'guichet');
const MOST_SECONDS = 300;
const MOST_BYTES = 500e6;

/** @throws an Error where the hosting ends before it has answered */
export async function compareAnnuaire() {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-'));
  try {
    const file = join(folder, 'annuaire.jsonl');
    const count = writeAnnuaire(file);
    writeGuichet(folder, { smtpPort: 9, config: { directory: { annuaire: file } } });
    const child = fork(fileURLToPath(new URL('annuaire-node.mjs', import.meta.url)), [folder, file], {
      env: environment({ NODE_ENV: 'production' }),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (typeof answer !== 'object' || answer === null) throw new Error('the hosting of the bench ended');
    child.kill('SIGKILL');
    const { offices, communes, first, again, creating, created, reading, bytes, bytesOfAll } = answer;
    if (offices !== count) throw new Error(`${offices} offices came in of ${count}`);
    console.log(
      `\nThe annuaire, ${count} offices in ${(statSync(file).size / 1e6).toFixed(0)} MB, into SQLite`,
    );
    const time = (value) => `${value.toFixed(1)} s`;
    const row = (what, value) => [
      what,
      time(value),
      `${(value / reading).toFixed(1)} ×`,
      `≤ ${time(MOST_SECONDS)}`,
      value <= MOST_SECONDS ? 'reached' : 'NOT REACHED',
    ];
    const memory = (what, value) => [
      what,
      `${(value / 1e6).toFixed(0)} MB`,
      '',
      `≤ ${MOST_BYTES / 1e6} MB`,
      value <= MOST_BYTES ? 'reached' : 'NOT REACHED',
    ];
    console.log(
      table([
        ['', 'figure', 'against reading the file', 'bound', ''],
        row('the first import, its communes with it', first),
        row('of a file that is new, its offices the same', again),
        row(`${created} administrations of ${communes} communes`, creating),
        memory('memory of the whole hosting while it imports', bytes),
        memory('and until all administrations are made', bytesOfAll),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kinds of which each département has one, that is competent for all of it. */
const ofDepartment = ['prefecture', 'caf', 'cpam', 'cg', 'ddt', 'ddpp', 'dd_fip', 'udaf', 'adil', 'cdad'];
/** Kinds of which there is one in each of a few communes. */
const ofSome = ['gendarmerie', 'mission_locale', 'tresorerie', 'msap'];
const SOME = 13;

const range = (from, until, hours) => ({
  nom_jour_debut: from,
  nom_jour_fin: until,
  valeur_heure_debut_1: hours[0],
  valeur_heure_fin_1: hours[1],
  valeur_heure_debut_2: hours[2] ?? '',
  valeur_heure_fin_2: hours[3] ?? '',
  commentaire: '',
});

/** Offices that do not exist, as the API exports those that do: the same at each run. @returns how many there are */
function writeAnnuaire(path) {
  const { resolve } = createRequire(join(root, 'packages', 'strapi-plugin', 'package.json'));
  const read = (name) =>
    JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'));
  const communes = read('communes').filter(({ type }) => type === 'commune-actuelle');
  const file = openSync(path, 'w');
  let count = 0;
  let lines = [];
  const flush = () => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  const write = (kind, { code, nom, siren, codesPostaux }, competence) => {
    count++;
    const hash = (Number.parseInt(code, 36) * 2_654_435_761) % 1_000_000;
    const [latitude, longitude] = [43 + (hash % 700) / 100, -1 + (hash % 799) / 100];
    const record = {
      plage_ouverture: JSON.stringify([
        range('Lundi', 'Lundi', ['09:00:00', '12:00:00', '13:30:00', '17:00:00']),
        range('Mardi', 'Vendredi', ['09:00:00', '12:00:00']),
      ]),
      site_internet: JSON.stringify([{ libelle: '', valeur: `https://www.commune-${code}.example` }]),
      copyright: 'Direction de l’information légale et administrative (Première ministre)',
      siren: kind === 'mairie' || kind === 'epci' ? siren : null,
      ancien_code_pivot: `${kind}-${code}-01`,
      reseau_social: null,
      texte_reference: null,
      partenaire: null,
      telecopie: null,
      nom: `${kind === 'mairie' ? 'Mairie' : `Bureau ${kind}`} - ${nom}`,
      siret: null,
      itm_identifiant: String(1_000_000 + count),
      sigle: null,
      affectation_personne: null,
      date_modification: '22/12/2025 10:38:56',
      adresse_courriel: `${kind}@commune-${code}.example`,
      service_disponible: null,
      organigramme: null,
      pivot: JSON.stringify([{ type_service_local: kind, code_insee_commune: competence }]),
      id: `${kind}-${code}`,
      commentaire_plage_ouverture: '<p>Accueil du public <b>sur rendez-vous</b> l’apr&egrave;s-midi.</p>',
      categorie: 'SL',
      version_type: 'Publiable',
      telephone: JSON.stringify([
        { valeur: `01 99 00 ${String(hash).padStart(6, '0').slice(0, 4)}`, description: '' },
      ]),
      mission: null,
      formulaire_contact: null,
      code_insee_commune: code,
      statut_de_diffusion: 'true',
      adresse: JSON.stringify([
        {
          type_adresse: 'Adresse',
          complement1: '',
          complement2: '',
          numero_voie: '1 place de l’Église',
          service_distribution: '',
          code_postal: codesPostaux?.[0] ?? '00000',
          nom_commune: nom,
          pays: 'France',
          continent: 'Europe',
          longitude: String(longitude),
          latitude: String(latitude),
          accessibilite: 'ACC',
          note_accessibilite: 'Rampe à l’entrée',
        },
      ]),
      url_service_public: `https://lannuaire.example/${code}/${kind}`,
      information_complementaire: null,
      date_diffusion: null,
    };
    lines.push(`${JSON.stringify(record)}\n`);
    if (lines.length === 500) flush();
  };
  for (const commune of communes) write('mairie', commune, [commune.code]);
  communes.forEach((commune, i) => {
    if (i % SOME < ofSome.length) write(ofSome[i % SOME], commune, [commune.code]);
  });
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  for (const { code, membres } of read('epci'))
    write(
      'epci',
      { ...byCode.get(membres[0].code), siren: code },
      membres.map((member) => member.code),
    );
  const byDepartment = Map.groupBy(communes, ({ departement }) => departement);
  for (const all of byDepartment.values())
    for (const kind of ofDepartment)
      write(
        kind,
        all[0],
        all.map(({ code }) => code),
      );
  flush();
  closeSync(file);
  return count;
}
