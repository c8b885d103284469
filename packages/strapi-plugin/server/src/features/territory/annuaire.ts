/** Whose data it is, as the licence asks to name it beside each (licence ouverte 2.0); what marks it among others'. */
export const ANNUAIRE = 'Service-Public.gouv.fr / DILA';
