import type { AdministrationTag } from '@guichet/contracts/admin/inbox';

interface Named {
  uid: string;
  insee?: string | null;
  siren: string;
  name: string;
  accent?: string | null;
}

/** An administration, as lists name it. */
export const tagOf = ({ uid, insee, siren, name, accent }: Named): AdministrationTag => ({
  id: uid,
  code: insee ?? siren,
  name,
  accent: accent ?? null,
});
