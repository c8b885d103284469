import type { FramePrefill } from '@guichet/contracts/frame';
import type { Prefill } from '@guichet/contracts/teleprocedure';

/** What the resident typed already, in the words of HTML's `autocomplete`, which operators' fields bear anyway. */
export function tokensOf(prefill: Prefill): FramePrefill {
  const { familyName, givenName, email, phone, addressLines, postalCode, city } = prefill;
  const tokens = {
    'family-name': familyName,
    'given-name': givenName,
    email,
    tel: phone,
    'street-address': addressLines?.join('\n'),
    'postal-code': postalCode,
    'address-level2': city,
  };
  return Object.fromEntries(Object.entries(tokens).filter(([, value]) => value));
}
