/**
 * What can be chosen in a request, and how long its texts may be. Apart from the rules, because a page draws its form
 * with these long before it checks anything.
 */

export const natures = [
  'question',
  'request',
  'complaint',
  'declaration',
  'document',
  'information',
] as const;
export const senderKinds = ['individual', 'company', 'association', 'organisation', 'minimal'] as const;
export const capacities = ['parent', 'guardian', 'proxy', 'other'] as const;

/** Longest texts, in UTF-16 units as `maxlength` counts them. A whole request stays under 64 KB of JSON. */
export const limits = {
  name: 100,
  email: 254,
  phone: 30,
  addressLine: 100,
  addressLines: 4,
  postalCode: 12,
  city: 100,
  subject: 150,
  message: 8000,
} as const;
