import type { ReceiptWords } from './receipt.js';

export const receiptFr: ReceiptWords = {
  kinds: {
    registration: 'Accusé d’enregistrement électronique',
    acknowledgement: 'Accusé de réception électronique',
    decision: 'Décision',
    attestation: 'Attestation de décision implicite d’acceptation',
  },
  administration: 'Administration',
  siren: (siren) => `SIREN ${siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}`,
  reference: 'Référence de la demande',
  receivedAt: 'Demande reçue le',
  issuedAt: 'Accusé émis le',
  trackingCode: 'Code de suivi',
  trackingCodeHint: 'Avec la référence, le code de suivi ouvre votre demande\u00a0: ne le donnez à personne.',

  file: {
    registration: 'accuse-d-enregistrement',
    acknowledgement: 'accuse-de-reception',
    attestation: 'attestation',
  },
  lead: {
    registration:
      'Votre message est bien arrivé. La date de réception indiquée ici fait foi (code des relations entre le public et l’administration, articles L112-13 et R112-11-2).',
    acknowledgement:
      'Voici l’accusé de réception électronique de votre message (code des relations entre le public et l’administration, articles L112-11 et R112-11-1). La date de réception indiquée ici fait foi (article L112-13).',
    attestation:
      'L’administration atteste que cette demande est acceptée, par décision implicite (code des relations entre le public et l’administration, article L232-3).',
  },
  prevails: null,

  service: 'Le service qui s’en occupe',
  silence: 'La réponse',
  attachments: 'Les fichiers reçus',
  fingerprint: 'Empreinte SHA-256 d’un fichier',
  attachmentsHint: 'L’empreinte SHA-256 de chaque fichier permet de prouver qu’il n’a pas changé depuis.',

  verify: 'Vérifier cet accusé',
  scan: 'Pour prouver que cet accusé vient bien de l’administration et n’a pas été modifié, scannez le code avec un téléphone, ou suivez ce lien\u00a0:',
  follow:
    'Pour prouver que cet accusé vient bien de l’administration et n’a pas été modifié, suivez ce lien\u00a0:',
  picture: 'Code QR qui ouvre la page de vérification de cet accusé',
  proof: 'C’est une preuve d’intégrité, ni signature ni cachet qualifié.',
  page: (number, count) => `page ${number} sur ${count}`,

  attestation: {
    issuedAt: 'Attestation délivrée le',
    grantedOn: 'Demande acceptée le',
    author: 'Attesté par',
    verify: 'Vérifier cette attestation',
    scan: 'Pour prouver que cette attestation vient bien de l’administration et n’a pas été modifiée, scannez le code avec un téléphone, ou suivez ce lien\u00a0:',
    follow:
      'Pour prouver que cette attestation vient bien de l’administration et n’a pas été modifiée, suivez ce lien\u00a0:',
    picture: 'Code QR qui ouvre la page de vérification de cette attestation',
  },
};
