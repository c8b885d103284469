import { generalForm } from '../procedure.js';
import type { Tenant } from '../tenant.js';

/** A commune without services of its own, in Eure-et-Loir. */
export const mairie: Tenant = {
  id: 'favril',
  ids: ['favril'],
  origins: new Set(['https://www.lefavril.example']),
  departement: '28',
  securityAttestation: null,
  desks: [],
  procedures: [generalForm],
  administration: {
    code: '28148',
    siren: '212801482',
    insee: '28148',
    name: 'Mairie du Favril',
    kind: 'commune',
    timeZone: 'Europe/Paris',
    human: {
      phone: '01 99 00 28 14',
      email: 'mairie@lefavril.example',
      address: '1 place de l’Église, 28190 Le Favril',
      hours: [],
    },
    openingHours: null,
    holidays: [],
    theme: { accent: null },
    languages: ['fr', 'en'],
    origins: ['https://www.lefavril.example'],
    procedures: [],
    recipients: [],
    attachments: { maxFiles: 10, maxFileBytes: 26_214_400, maxTotalBytes: 104_857_600 },
    links: { contact: '', tracking: '', terms: '', services: '' },
  },
};
