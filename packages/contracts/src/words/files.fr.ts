import type { FilesWords } from './files.js';

export const filesFr: FilesWords = {
  kinds: {
    pdf: 'PDF',
    image: 'photos',
    document: 'documents Word ou LibreOffice',
    sheet: 'tableaux Excel ou LibreOffice',
  },
  refused: {
    'file-empty': () => 'Ce fichier est vide. Vérifiez qu’il s’ouvre, puis ajoutez-le à nouveau.',
    'file-damaged': () =>
      'Ce fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le à nouveau, puis ajoutez-le.',
    'image-too-large': () =>
      'Cette image a trop de points pour être acceptée. Réduisez-la, puis ajoutez-la à nouveau.',
    'file-too-large': (max) =>
      `Ce fichier est trop lourd\u00a0: ${max} au plus. Réduisez-le ou partagez-le en plusieurs fichiers.`,
    'file-type-not-accepted': (_, kinds) =>
      `Ce type de fichier n’est pas accepté, ou un mot de passe le protège. Types acceptés\u00a0: ${kinds}.`,
    'file-infected': () =>
      'Un virus a été reconnu dans ce fichier\u00a0: il n’a pas été gardé. Faites vérifier votre appareil.',
  },
  tooMany: (count) =>
    `Ce fichier n’a pas été ajouté\u00a0: ${count > 1 ? `${count}\u00a0fichiers` : 'un fichier'} au plus. Retirez-en un autre pour l’ajouter.`,
  tooHeavy: (max) =>
    `Ce fichier n’a pas été ajouté\u00a0: vos fichiers dépasseraient ${max} ensemble. Retirez-en un autre pour l’ajouter.`,
  expired: 'Ce fichier a été envoyé il y a plus d’un jour et n’est plus gardé. Envoyez-le à nouveau.',
  added: 'Fichiers ajoutés',

  sending: 'Envoi en cours…',
  sent: 'Prêt',
  waiting: 'Pas encore envoyé. Il partira tout seul dès que la connexion ou le service reviendra.',
  throttled: (minutes) =>
    `Trop de fichiers ont été envoyés en peu de temps. Il partira tout seul dans ${minutes > 1 ? `${minutes}\u00a0minutes` : 'une minute'}.`,
  failed: 'Ce fichier n’a pas pu être envoyé. Réessayez, ou retirez-le.',
  cancel: 'Annuler',
  remove: 'Retirer',
  retry: 'Réessayer',
  said: {
    sending: (name) => `Envoi de ${name}`,
    sent: (name) => `${name} est prêt.`,
    removed: (name) => `${name} est retiré.`,
    waiting: (name) => `${name} n’est pas encore envoyé.`,
  },
  notYet: {
    sending: 'Vos fichiers sont encore en cours d’envoi. Attendez qu’ils soient prêts, ou retirez-les.',
    failed: 'Un fichier n’a pas pu être ajouté. Envoyez-le à nouveau ou retirez-le, puis continuez.',
  },

  download: (name) => `Télécharger ${name}`,
  downloading: 'Téléchargement…',
  notDownloaded: 'Le fichier n’a pas pu être téléchargé. Réessayez dans un instant.',
  states: {
    waiting: 'en cours de vérification par l’antivirus',
    infected: 'supprimé\u00a0: l’antivirus y a reconnu un virus',
  },
};
