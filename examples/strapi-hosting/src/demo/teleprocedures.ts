/** What the demo's intercommunalité, which is invented, lets residents do from their commune's site. */
export const teleprocedure = {
  title: 'Inscription en crèche',
  introduction:
    'Une seule demande pour les deux crèches de la communauté de communes. La commission d’attribution se réunit en mai.',
  furthest: 'frame' as const,
  facts: {
    audience: 'Les parents d’un enfant de moins de trois ans, ou à naître, qui habitent une commune membre.',
    documents: [
      'Un justificatif de domicile',
      'L’attestation de la caisse d’allocations familiales, si vous l’avez',
    ],
    cost: 'Gratuit',
    delay: 'Réponse au plus tard le 15 juin',
    ways: ['online', 'counter', 'post'] as const,
    keywords: ['crèche', 'nourrice', 'garde d’enfant', 'petite enfance', 'assistante maternelle'],
    guide: null,
  },
  offline:
    'Un dossier en papier se retire à la mairie, aux heures d’ouverture, ou à la communauté de communes. Il se rend au même endroit, ou par la poste.',
  allow: [],
  connector: null,
  isReserved: false,
  takesPrefill: true,
  offer: { to: 'all' as const },
};

/** Its own words for where a request stands. */
export const statuses = [
  { word: 'recue', label: 'Votre demande est reçue', status: 'received' },
  { word: 'piece-manquante', label: 'Il manque un document', status: 'in-progress' },
  { word: 'commission', label: 'Étudiée par la commission d’attribution', status: 'in-progress' },
  { word: 'attribuee', label: 'Une place vous est proposée', status: 'answered' },
  { word: 'sans-place', label: 'Pas de place pour l’instant', status: 'answered' },
];
