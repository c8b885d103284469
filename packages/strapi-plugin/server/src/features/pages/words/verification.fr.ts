import type { VerificationWords } from './verification.js';

/** As it stands within a sentence: names of other kinds do not tell their gender. */
const inSentence = (name: string) =>
  /^Mairie\b/.test(name) ? `la m${name.slice(1)}` : `«\u00a0${name}\u00a0»`;

export const verificationFr: VerificationWords = {
  title: 'Vérifier un document',
  intro:
    'Cette page dit si un accusé, une décision ou une attestation vient bien de cette plate-forme, et n’a pas été modifié depuis. Ce que vous collez ici n’est pas conservé.',
  noScript:
    'Vous avez suivi le lien ou le code QR d’un document\u00a0? Copiez l’adresse entière de cette page, qui est affichée en haut de votre navigateur, et collez-la ci-dessous.',
  code: 'Code de vérification',
  codeHint:
    'Une longue suite de lettres et de chiffres, qui commence par eyJ. Copiez-la en entier\u00a0; les retours à la ligne ne gênent pas.',
  codeRequired: 'Collez le code de vérification du document.',
  verify: 'Vérifier',
  issued: {
    receipt: (host, administration) =>
      `Cet accusé a été émis par la plate-forme ${host} pour ${inSentence(administration)} et n’a pas été modifié.`,
    decision: (host, administration) =>
      `Cette décision a bien été notifiée par la plate-forme ${host} pour ${inSentence(administration)} et n’a pas été modifiée.`,
    attestation: (host, administration) =>
      `Cette attestation a bien été délivrée par la plate-forme ${host} pour ${inSentence(administration)} et n’a pas été modifiée.`,
  },
  proof:
    'C’est une preuve d’intégrité, ni signature ni cachet qualifié. Comparez ce qui suit avec le document que vous avez sous les yeux\u00a0: si une mention diffère, seul ce qui est affiché ici a été émis.',
  refused: {
    malformed:
      'Ce texte n’est pas un code de vérification. Copiez-le en entier, depuis eyJ jusqu’au dernier caractère, puis recommencez.',
    'unknown-key':
      'Ce document n’a pas été émis par cette plate-forme. Suivez le lien de vérification qu’il indique, ou téléphonez à l’administration qui l’aurait émis.',
    altered:
      'Ce document a été modifié\u00a0: son texte n’est plus celui qui a été émis. Si vous l’avez recopié, collez de nouveau le code en entier\u00a0; sinon, ne vous y fiez pas et téléphonez à l’administration qui l’aurait émis.',
  },
  kind: 'Document',
  issuedAt: { decision: 'Notifiée le', attestation: 'Délivrée le' },
  outcome: 'Ce qui a été décidé',
  outcomes: {
    granted: 'La demande est acceptée',
    refused: 'La demande est refusée',
    'tacitly-granted': 'La demande est acceptée, par décision implicite (CRPA L231-1)',
  },
  decidedOn: 'Date de la décision',
  author: { decision: 'Décision prise par', attestation: 'Attesté par' },
  fingerprint: 'Empreinte SHA-256 du texte de la décision',

  text: 'Texte de la décision, pour le comparer',
  textHint:
    'Copiez le texte de la décision que vous avez sous les yeux, puis, s’il y en a, les motifs dans l’ordre, sans leurs titres. Laissez une ligne vide entre chaque. Appuyez ensuite sur «\u00a0Vérifier\u00a0».',
  sameText: 'Le texte que vous avez collé est exactement celui qui a été notifié.',
  otherText:
    'Le texte que vous avez collé n’est pas exactement celui qui a été notifié. Vérifiez d’abord que rien ne manque et que les titres n’ont pas été copiés.',
};
