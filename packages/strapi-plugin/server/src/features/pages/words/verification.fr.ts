import type { VerificationWords } from './verification.js';

/** As it stands within a sentence: names of other kinds do not tell their gender. */
const inSentence = (name: string) =>
  /^Mairie\b/.test(name) ? `la m${name.slice(1)}` : `«\u00a0${name}\u00a0»`;

export const verificationFr: VerificationWords = {
  title: 'Vérifier un accusé',
  intro:
    'Cette page dit si un accusé d’enregistrement ou de réception a été émis par cette plate-forme, et s’il n’a pas été modifié depuis. Ce que vous collez ici n’est pas conservé.',
  noScript:
    'Vous avez suivi le lien ou le code QR d’un accusé\u00a0? Copiez l’adresse entière de cette page, qui est affichée en haut de votre navigateur, et collez-la ci-dessous.',
  code: 'Code de vérification de l’accusé',
  codeHint:
    'Une longue suite de lettres et de chiffres, qui commence par eyJ. Copiez-la en entier\u00a0; les retours à la ligne ne gênent pas.',
  codeRequired: 'Collez le code de vérification de l’accusé.',
  verify: 'Vérifier',
  issued: (host, administration) =>
    `Cet accusé a été émis par la plate-forme ${host} pour ${inSentence(administration)} et n’a pas été modifié.`,
  proof:
    'C’est une preuve d’intégrité, ni signature ni cachet qualifié. Comparez ce qui suit avec l’accusé que vous avez sous les yeux\u00a0: si une mention diffère, seul ce qui est affiché ici a été émis.',
  refused: {
    malformed:
      'Ce texte n’est pas un code de vérification. Copiez-le en entier, depuis eyJ jusqu’au dernier caractère, puis recommencez.',
    'unknown-key':
      'Cet accusé n’a pas été émis par cette plate-forme. Suivez le lien de vérification indiqué sur l’accusé, ou téléphonez à l’administration qui l’aurait émis.',
    altered:
      'Cet accusé a été modifié\u00a0: son texte n’est plus celui qui a été émis. Si vous l’avez recopié, collez de nouveau le code en entier\u00a0; sinon, ne vous y fiez pas et téléphonez à l’administration qui l’aurait émis.',
  },
  kind: 'Document',
};
