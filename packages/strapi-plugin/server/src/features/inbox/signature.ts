import type { AdminUser } from '../../strapi/admin-input.js';

/**
 * Who answers, as residents read it (CRPA L111-2): « Marie Dupont, secrétaire de mairie ».
 *
 * @param capacity as it was entered for this agent in this administration
 */
export function signatureOf(
  { firstname, lastname }: Pick<AdminUser, 'firstname' | 'lastname'>,
  capacity: string,
): string {
  const name = [firstname, lastname].filter(Boolean).join(' ');
  return [name, capacity].filter(Boolean).join(', ');
}
