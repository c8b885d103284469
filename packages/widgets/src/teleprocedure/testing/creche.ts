import type { Started, Submission, Teleprocedure } from '@guichet/contracts/teleprocedure';

/** A nursery place, applied for at the intercommunalité: fictitious, its telephones from the range kept for fiction. */
export const creche: Teleprocedure = {
  slug: 'inscription-creche',
  title: 'Inscrire un enfant à la crèche',
  introduction: 'Une seule demande pour les quatre crèches du territoire.',
  audience: 'Parents d’un enfant de moins de quatre ans',
  documents: ['Livret de famille', 'Justificatif de domicile de moins de trois mois'],
  cost: 'Gratuit',
  delay: 'Réponse en deux mois',
  ways: ['online', 'counter', 'post'],
  keywords: [],
  guide: null,
  offline: 'Un dossier en papier se retire à la mairie, aux heures d’ouverture.',
  operator: {
    name: 'Communauté de communes entre Beauce et Perche',
    website: 'https://www.beauce-perche.example/',
  },
  competent: {
    name: 'Communauté de communes entre Beauce et Perche',
    address: '6 rue du Docteur-Taugourdeau, 28240 La Loupe',
    email: 'creches@beauce-perche.example',
    phone: '02 61 91 00 20',
  },
  contact: { name: 'Service petite enfance', phone: '02 61 91 00 22', email: null },
  entry: 'hand-off',
  origin: 'https://creches.beauce-perche.example',
  url: 'https://creches.beauce-perche.example/demande',
  allow: [],
  takesPrefill: false,
  isFollowed: true,
  isReserved: false,
  withdrawn: null,
  link: 'https://hebergement.example/guichet/administrations/28148/teleprocedures/inscription-creche',
};

export const withdrawn: Teleprocedure = {
  ...creche,
  entry: null,
  withdrawn: {
    on: '2026-09-01',
    message: 'Les inscriptions se font désormais toute l’année, par le portail des familles.',
    replacement: {
      slug: 'portail-des-familles',
      title: 'Portail des familles',
      link: 'https://hebergement.example/guichet/administrations/28148/teleprocedures/portail-des-familles',
    },
  },
};

export const started: Started = {
  start: 's1.signed',
  url: 'https://creches.beauce-perche.example/demande?guichet-start=s1.signed',
  post: null,
  expiresAt: '2027-01-21T21:04:10+01:00',
  tracked: null,
};

/** The request exists before anybody leaves. */
export const trackedStart: Started = {
  ...started,
  tracked: { reference: '28148-2026-7K3M-9QXB', trackingCode: '4F7T-2MZK-8RWA-Q6PH' },
};

export const submitted: Extract<Submission, { state: 'submitted' }> = {
  state: 'submitted',
  reference: '28148-2026-7K3M-9QXB',
  trackingCode: '4F7T-2MZK-8RWA-Q6PH',
  operatorReference: 'CR-2026-0042',
  isConfirmed: true,
};
