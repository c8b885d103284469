/** A server of Open311 GeoReport v2, as it is specified: reports get an id at once, or a token that becomes one. */
import { startSystem, type System } from '../../testing/system.js';

export interface ServiceRequest {
  id: number;
  fields: Record<string, string>;
  status: 'open' | 'closed';
  updated_datetime: string;
  status_notes: string | null;
  agency_responsible: string | null;
}

export interface Open311Server extends System {
  requests: ServiceRequest[];
  /** Whether it gives tokens, and whether these have become ids. */
  batch: 'no' | 'pending' | 'done';
  /** Whether it lists the reports that it has, as some do only once somebody has looked at them. */
  lists: boolean;
}

export const API_KEY = 'cle-du-departement';

const failed = (status: number, description: string) => ({
  status,
  body: [{ code: String(status), description }],
});

export async function startOpen311(): Promise<Open311Server> {
  const requests: ServiceRequest[] = [];
  const system = await startSystem(({ method, path, query, headers, body }) => {
    if (query.get('jurisdiction_id') !== 'eureetloir.example')
      return failed(404, 'jurisdiction_id not found');
    if (method === 'POST' && path === '/georeport/v2/requests.json') {
      if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
        return failed(400, 'not a form');
      const fields = Object.fromEntries(new URLSearchParams(body));
      if (fields['api_key'] !== API_KEY) return failed(403, 'api_key is invalid');
      if (fields['service_code'] !== 'nid-de-poule') return failed(404, 'service_code was not found');
      if (!(fields['lat'] && fields['long']) && !fields['address_string'])
        return failed(400, 'location missing');
      const request: ServiceRequest = {
        id: 293_944 + requests.length,
        fields,
        status: 'open',
        updated_datetime: '2026-11-21T10:00:00+01:00',
        status_notes: null,
        agency_responsible: 'Service des routes',
      };
      requests.push(request);
      const reply =
        open311.batch === 'no'
          ? { service_request_id: request.id, service_notice: 'Merci', account_id: null }
          : { token: `jeton-${request.id}` };
      return { status: 201, body: [reply] };
    }
    if (method === 'GET' && path === '/georeport/v2/requests.json') {
      const all = open311.lists ? requests : [];
      const since = Date.parse(query.get('start_date') ?? '');
      return {
        status: 200,
        body: all
          .filter(({ fields }) => fields['service_code'] === query.get('service_code') && since < Date.now())
          .map(({ id, status, fields }) => ({
            service_request_id: String(id),
            status,
            description: fields['description'],
          })),
      };
    }
    const token = /^\/georeport\/v2\/tokens\/jeton-(\d+)\.json$/.exec(path)?.[1];
    if (token) {
      const reply = open311.batch === 'done' ? { service_request_id: token } : {};
      return { status: 200, body: [{ ...reply, token: `jeton-${token}` }] };
    }
    const id = Number(/^\/georeport\/v2\/requests\/(\d+)\.json$/.exec(path)?.[1]);
    const found = requests.find((one) => one.id === id);
    if (!found) return failed(404, 'service_request_id was not found');
    const { status, updated_datetime, status_notes, agency_responsible } = found;
    return {
      status: 200,
      body: [
        {
          service_request_id: String(id),
          status,
          status_notes,
          agency_responsible,
          updated_datetime,
          lat: 48.3,
        },
      ],
    };
  });
  const own: Pick<Open311Server, 'requests' | 'batch' | 'lists'> = {
    requests,
    batch: 'no',
    lists: true,
  };
  const open311 = Object.assign(system, own);
  return open311;
}
