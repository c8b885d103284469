/** Where a receipt, a decision or an attestation is verified: its JWS in the fragment, which no server sees. */
export const VERIFICATION_PAGE = '/guichet/receipts/verification';
