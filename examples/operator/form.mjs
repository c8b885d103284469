/**
 * The application for a nursery place: what each step asks, and what is wrong with an answer. Everything is checked on
 * the server; a page shows again what was typed.
 */

/** @typedef {{ name: string, label: string, hint?: string, type?: string, autocomplete?: string, prefill?: string, options?: string[], isOptional?: boolean, max?: number }} Field */
/** @typedef {{ slug: string, title: string, fields: Field[] }} Step */

/** Mo, as people count them. */
export const FILE_MAX = 5_000_000;
export const FILES_MAX = 5;

/** @type {Step[]} */
export const steps = [
  {
    slug: 'enfant',
    title: 'Votre enfant',
    fields: [
      {
        name: 'childGivenName',
        label: 'Prénom de l’enfant',
        hint: 'S’il est à naître, laissez vide.',
        isOptional: true,
        max: 80,
      },
      { name: 'childFamilyName', label: 'Nom de l’enfant', max: 80 },
      { name: 'birth', label: 'Date de naissance, ou date prévue', type: 'date' },
      { name: 'entry', label: 'Entrée souhaitée', type: 'date' },
      {
        name: 'days',
        label: 'Combien de jours par semaine ?',
        options: ['1 jour', '2 jours', '3 jours', '4 jours', '5 jours'],
      },
      {
        name: 'nursery',
        label: 'Crèche souhaitée',
        options: ['Les Libellules, au bourg', 'La Ribambelle, près de la gare', 'Peu importe'],
      },
    ],
  },
  {
    slug: 'famille',
    title: 'Vous et votre foyer',
    fields: [
      { name: 'givenName', label: 'Prénom', autocomplete: 'given-name', prefill: 'givenName', max: 80 },
      { name: 'familyName', label: 'Nom', autocomplete: 'family-name', prefill: 'familyName', max: 80 },
      {
        name: 'email',
        label: 'Adresse électronique',
        hint: 'Par exemple : nom@domaine.fr',
        type: 'email',
        autocomplete: 'email',
        prefill: 'email',
        max: 200,
      },
      {
        name: 'phone',
        label: 'Téléphone',
        type: 'tel',
        autocomplete: 'tel',
        prefill: 'phone',
        isOptional: true,
        max: 30,
      },
      {
        name: 'street',
        label: 'Numéro et rue',
        autocomplete: 'address-line1',
        prefill: 'addressLines',
        max: 200,
      },
      {
        name: 'postalCode',
        label: 'Code postal',
        autocomplete: 'postal-code',
        prefill: 'postalCode',
        max: 10,
      },
      { name: 'city', label: 'Commune', autocomplete: 'address-level2', prefill: 'city', max: 80 },
    ],
  },
  { slug: 'pieces', title: 'Vos pièces justificatives', fields: [] },
  { slug: 'verifier', title: 'Vérifier et envoyer', fields: [] },
];

const civil = /^\d{4}-\d{2}-\d{2}$/;

/** @returns {string | null} what is wrong, as a sentence that says what to do */
function faultOf({ label, type, options, isOptional, max = 200 }, value) {
  if (!value && isOptional) return null;
  if (options && !options.includes(value)) return `Choisissez une réponse à « ${label} ».`;
  if (!value) return `Remplissez « ${label} ».`;
  if (value.length > max)
    return `« ${label} » : ${max} caractères au plus, vous en avez écrit ${value.length}.`;
  if (type === 'date' && !(civil.test(value) && !Number.isNaN(Date.parse(value))))
    return `« ${label} » : écrivez le jour, le mois et l’année.`;
  if (type === 'email' && !/^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(value))
    return 'L’adresse électronique n’est pas complète : par exemple nom@domaine.fr.';
  return null;
}

/**
 * @param {Step} step
 * @param {FormData} sent
 * @returns {{ answers: Record<string, string>, faults: Record<string, string> }} what was typed, and what is wrong with it
 */
export function read(step, sent) {
  const answers = {};
  const faults = {};
  for (const field of step.fields) {
    const value = String(sent.get(field.name) ?? '').trim();
    answers[field.name] = value;
    const fault = faultOf(field, value);
    if (fault) faults[field.name] = fault;
  }
  return { answers, faults };
}

/** Told by their bytes, whatever their name says. */
const kinds = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
];

/**
 * @param {{ name: string, size: number }} file
 * @param {Uint8Array} bytes
 * @param {number} already how many there are
 * @returns {string | null} why it is not taken
 */
export function faultOfFile({ name, size }, bytes, already) {
  if (already >= FILES_MAX) return `${FILES_MAX} documents au plus : « ${name} » n’a pas été ajouté.`;
  if (!size) return `« ${name} » est vide : choisissez un autre document.`;
  if (size > FILE_MAX) return `« ${name} » est trop lourd : ${FILE_MAX / 1e6} Mo au plus par document.`;
  if (!kinds.some(({ begins }) => begins.every((byte, i) => bytes[i] === byte)))
    return `« ${name} » n’est ni un PDF, ni une photo JPEG ou PNG.`;
  return null;
}
