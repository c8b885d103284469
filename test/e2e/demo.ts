/** Runs `npm start`'s own script on free ports and a folder of its own, before the first journey; ends it after. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  at as standingAt,
  exported,
  exportLines,
  mairie,
  office,
} from '../../packages/strapi-plugin/server/src/connectors/annuaire/testing/records.js';
import {
  lostKeys,
  theme,
} from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/guides.js';
import { zipOf } from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/zip.js';
import { freePort } from '../postgres.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const names = ['HOSTING', 'FAVRIL', 'TRILPORT', 'OPERATOR', 'MAIL', 'SMTP'] as const;
type Place = Lowercase<(typeof names)[number]>;

/** @returns the origin of one part of the running demo */
export function at(place: Place, host = 'localhost'): string {
  return `http://${host}:${process.env[`E2E_${place.toUpperCase()}`]}`;
}

/** The password of the demo's agents. */
export function password(): string {
  const file = join(process.env['E2E_FOLDER']!, 'secrets.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)['GUICHET_DEMO_PASSWORD']!;
}

/** What the annuaire knows of Giverny, which no other journey is about. */
function giverny(): string {
  const communes = ['27285'];
  const adresse = standingAt({
    numero_voie: '1 rue des Nymphes',
    code_postal: '27620',
    nom_commune: 'Giverny',
    latitude: '49.0758',
    longitude: '1.5339',
  });
  const records = [
    mairie({
      id: 'mairie-27285',
      nom: 'Mairie - Giverny',
      pivot: [{ type_service_local: 'mairie', code_insee_commune: communes }],
      code_insee_commune: '27285',
      siren: null,
      adresse,
      telephone: [{ valeur: '02 61 91 27 28', description: '' }],
      adresse_courriel: ['mairie@giverny.example'],
    }),
    office('prefecture', 'prefecture-27', ['27229'], { nom: 'Préfecture de l’Eure', adresse }),
    office('msap', 'france-services', communes, { nom: 'France services de Vernon', adresse }),
    office('caf', 'caf-27', communes, {
      nom: 'Caf de l’Eure',
      adresse,
      telephone: [{ valeur: 'bientôt', description: '' }],
    }),
  ];
  return exportLines(records.map(exported));
}

export default async function startDemo(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-e2e-'));
  process.env['E2E_FOLDER'] = folder;
  const guides = join(folder, 'guides.zip');
  writeFileSync(
    guides,
    zipOf([
      { name: 'F900001.xml', content: lostKeys },
      { name: 'N19810.xml', content: theme },
    ]),
  );
  const annuaire = join(folder, 'annuaire.jsonl');
  writeFileSync(annuaire, giverny());
  for (const name of names) process.env[`E2E_${name}`] = String(await freePort());
  const { E2E_HOSTING, E2E_FAVRIL, E2E_TRILPORT, E2E_OPERATOR, E2E_MAIL, E2E_SMTP } = process.env;
  const demo = spawn(process.execPath, [join(root, 'examples/start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // All journeys come from one network.
      GUICHET_SENDS: '1000',
      GUIDES: guides,
      ANNUAIRE: annuaire,
      GUICHET_DEMO_FOLDER: folder,
      GUICHET_PORT: E2E_HOSTING,
      GUICHET_FAVRIL_PORT: E2E_FAVRIL,
      GUICHET_TRILPORT_PORT: E2E_TRILPORT,
      GUICHET_OPERATOR_PORT: E2E_OPERATOR,
      GUICHET_MAIL_PORT: E2E_MAIL,
      GUICHET_SMTP_PORT: E2E_SMTP,
    },
  });
  let said = '';
  const ended = new Promise<void>((resolve) => demo.on('close', () => resolve()));
  await new Promise<void>((open, fail) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('Guichet est ouvert')) open();
    };
    demo.stdout.on('data', hear);
    demo.stderr.on('data', hear);
    demo.on('close', (status) => fail(new Error(`npm start ended (${status}):\n${said}`)));
  });
  return async () => {
    demo.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
