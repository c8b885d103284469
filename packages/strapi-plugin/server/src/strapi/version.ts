import type { Core } from '@strapi/types';

/** The first minor version of Strapi 5 without known severe holes (CVE-2026-27886 among them). */
const FIRST_SAFE_MINOR = 45;

export function warnOfOldStrapi(strapi: Core.Strapi): void {
  const version = String(strapi.config.get('info.strapi'));
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 5 || (major === 5 && minor >= FIRST_SAFE_MINOR)) return;
  strapi.log.warn(
    `guichet: Strapi ${version} has known security holes; upgrade to 5.${FIRST_SAFE_MINOR} or newer.`,
  );
}
