/** What one feature's folder hands to `index.ts`, which folds them all into the object that Strapi reads. */
import type { Core } from '@strapi/types';
import type { PublicRoute } from '../edge/route.js';
import type { AdminRoute } from './gated.js';

/** A permission that an administrator can give to a role. */
export interface PermissionAction {
  /** Without prefix: `inbox.read`. */
  uid: string;
  displayName: string;
  /** A group within the plugin's section: `inbox`. */
  subCategory: string;
}

export interface ContentType {
  schema: object;
}

export interface Feature {
  /** Made on first use, once; reached through `getService`. */
  services?: Record<string, (context: { strapi: Core.Strapi }) => unknown>;
  contentTypes?: Record<string, ContentType>;
  /** Public URLs, mounted by the edge router. */
  publicRoutes?: readonly PublicRoute[];
  /** Admin routes, each from `gated`. */
  adminRoutes?: readonly AdminRoute[];
  permissions?: readonly PermissionAction[];
  /** Before the database is touched. */
  register?(strapi: Core.Strapi): void | Promise<void>;
  /** After migrations, before requests are taken; order of the features. */
  bootstrap?(strapi: Core.Strapi): void | Promise<void>;
  /** After the last request was answered. */
  destroy?(strapi: Core.Strapi): void | Promise<void>;
}
