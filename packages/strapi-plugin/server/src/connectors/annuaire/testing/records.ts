/** Records in the annuaire's two forms, of offices that do not exist; telephone numbers are those kept for fiction. */

export interface WrittenRecord {
  id: string;
  nom: string;
  pivot: { type_service_local: string; code_insee_commune: string[] }[];
  code_insee_commune: string | null;
  [field: string]: unknown;
}

const address = {
  type_adresse: 'Adresse',
  complement1: '',
  complement2: '',
  numero_voie: '1 place de l’Église',
  service_distribution: '',
  code_postal: '28190',
  nom_commune: 'Le Favril',
  pays: 'France',
  continent: 'Europe',
  longitude: '1.1547',
  latitude: '48.4472',
  accessibilite: 'ACC',
  note_accessibilite: 'Rampe à l’entrée',
};

export const at = (changes: Partial<typeof address>) => [{ ...address, ...changes }];

export const range = (from: string, until: string, ...hours: string[]) => ({
  nom_jour_debut: from,
  nom_jour_fin: until,
  valeur_heure_debut_1: hours[0] ?? '',
  valeur_heure_fin_1: hours[1] ?? '',
  valeur_heure_debut_2: hours[2] ?? '',
  valeur_heure_fin_2: hours[3] ?? '',
  commentaire: '',
});

/** A mairie, as the whole file has it. */
export function mairie(changes: Partial<WrittenRecord> = {}): WrittenRecord {
  return {
    id: '00000000-0000-4000-8000-000000028148',
    nom: 'Mairie - Le Favril',
    sigle: null,
    pivot: [{ type_service_local: 'mairie', code_insee_commune: ['28148'] }],
    code_insee_commune: '28148',
    siren: '212801484',
    siret: null,
    adresse: at({}),
    telephone: [{ valeur: '01 99 00 28 14', description: '' }],
    telecopie: [],
    adresse_courriel: ['mairie@lefavril.example'],
    site_internet: [{ libelle: '', valeur: 'https://www.lefavril.example' }],
    formulaire_contact: [],
    plage_ouverture: [
      range('Lundi', 'Lundi', '09:00:00', '12:00:00'),
      range('Jeudi', 'Jeudi', '14:00:00', '18:00:00'),
    ],
    commentaire_plage_ouverture: null,
    affectation_personne: [{ personne: { nom: 'CANARI', prenom: 'Jean' }, fonction: 'Maire' }],
    url_service_public: 'https://lannuaire.service-public.gouv.fr/centre-val-de-loire/eure-et-loir/0000',
    date_modification: '22/12/2023 10:38:56',
    statut_de_diffusion: 'true',
    mission: null,
    information_complementaire: null,
    ...changes,
  };
}

/** An office of a kind, competent for some communes. */
export const office = (kind: string, id: string, communes: string[], changes: Partial<WrittenRecord> = {}) =>
  mairie({
    id,
    nom: `Bureau ${id}`,
    pivot: [{ type_service_local: kind, code_insee_commune: communes }],
    code_insee_commune: communes[0] ?? null,
    siren: null,
    ...changes,
  });

/** As the API's export writes it: what is nested is JSON in a string, and addresses are one text. */
export function exported(record: WrittenRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      if (name === 'adresse_courriel') return [name, Array.isArray(value) ? value.join(';') : value];
      return [name, Array.isArray(value) ? (value.length ? JSON.stringify(value) : null) : value];
    }),
  );
}

export const wholeFile = (records: readonly object[]): string => JSON.stringify({ service: records });
export const exportLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
