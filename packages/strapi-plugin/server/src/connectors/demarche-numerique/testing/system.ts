/** Démarche numérique's public API of prefilled files, as it is documented: one démarche, whose files can be moved on. */
import { startSystem, type System } from '../../testing/system.js';

/** Nobody owns it yet; then its owner's, in one of its states. */
export interface Dossier {
  number: number;
  token: string;
  state: string;
  /** RFC 3339. */
  submitted_at?: string;
  processed_at?: string;
  fields: Record<string, string>;
}

export interface DemarcheNumerique extends System {
  number: string;
  dossiers: Dossier[];
}

export async function startDemarcheNumerique(number = '45123'): Promise<DemarcheNumerique> {
  const dossiers: Dossier[] = [];
  const shown = ({ token, state, submitted_at, processed_at, number }: Dossier) => ({
    ...(state === 'prefilled'
      ? { dossier_url: `${system.origin}/commencer/creche?prefill_token=${token}` }
      : { submitted_at, processed_at }),
    state,
    dossier_id: Buffer.from(`Dossier-${number}`).toString('base64'),
    dossier_number: number,
    dossier_prefill_token: token,
  });
  const system = await startSystem(({ method, path, query, headers, body }) => {
    if (headers['content-type'] !== 'application/json')
      return { status: 400, body: { error: 'Content-Type should be json' } };
    const asked = /^\/api\/public\/v1\/demarches\/(\d+)\/dossiers$/.exec(path)?.[1];
    if (asked !== number) return { status: 404, body: { error: `procedure ${asked} is not found` } };
    if (method === 'POST') {
      const dossier: Dossier = {
        number: 10_000_000 + dossiers.length,
        token: `prefill-${dossiers.length}-AbC_9`,
        state: 'prefilled',
        fields: JSON.parse(body) as Record<string, string>,
      };
      dossiers.push(dossier);
      return { status: 201, body: shown(dossier) };
    }
    const tokens = query.getAll('prefill_token').flatMap((text) => text.split(','));
    return { status: 200, body: dossiers.filter(({ token }) => tokens.includes(token)).map(shown) };
  });
  return Object.assign(system, { number, dossiers });
}
