/** Button or label of the field that takes files: apart, as a page draws it before it loads the others' words. */
export const addFiles = { fr: 'Ajouter des fichiers', en: 'Add files' };
