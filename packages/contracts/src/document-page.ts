/** Where a form gets a receipt as a PDF: the one URL of receipts that widgets know, so that they load no other. */
export const DOCUMENT_PAGE = '/guichet/receipts/document';
