/** The words of a decision's PDF: in French alone, as it was notified (CRPA L111-1). */
export const decisionWords = {
  /** The beginning of the file's name. */
  file: 'decision',
  title: { granted: 'Décision\u00a0: demande acceptée', refused: 'Décision\u00a0: demande refusée' },
  lead: 'Voici la décision prise sur votre demande, telle qu’elle vous a été notifiée dans son suivi.',
  notifiedOn: 'Décision notifiée le',
  /** CRPA L212-1. */
  author: 'Décidé par',
  text: 'La décision',
  /** CRPA L211-5. */
  law: 'En droit',
  facts: 'En fait',
  /** CRPA L242-1. */
  illegality: 'Pourquoi ce qui avait été accepté est retiré',
  /** CJA R421-5. */
  appeal: 'Si vous n’êtes pas d’accord',
  attachments: 'Les fichiers joints à la décision',
  verify: 'Vérifier cette décision',
  scan: 'Pour prouver que cette décision vient bien de l’administration et n’a pas été modifiée, scannez le code avec un téléphone, ou suivez ce lien\u00a0:',
  follow:
    'Pour prouver que cette décision vient bien de l’administration et n’a pas été modifiée, suivez ce lien\u00a0:',
  picture: 'Code QR qui ouvre la page de vérification de cette décision',
};
