/** What the contact form says besides where it is for a procedure. For the widget and for the page without JavaScript. */
export interface ProcedureWords {
  /** The page names one that is not open: the general form is below. @param phone as people read it */
  closed(phone: string): string;
  /** Before the links to téléprocédures that alone seise validly (CRPA L112-9): of this procedure; of several. */
  reserved: string;
  reservedOthers: string;
  /** Of what is given at once in the place of the registration receipt (CRPA R112-11-1). */
  receiptTitle: string;
}
