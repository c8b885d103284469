/** Slug of the form that every administration has, for whatever no procedure of its own is for. */
export const GENERAL_FORM = 'contact';
