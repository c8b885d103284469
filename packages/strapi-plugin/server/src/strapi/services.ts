/** Typed access to what the features offer each other. */
import type { Core } from '@strapi/types';

/**
 * The plugin's services by name. Each feature adds its own, so that a new feature edits nothing here:
 *
 * ```ts
 * declare module '../../strapi/services.js' {
 *   interface GuichetServices { directory: DirectoryService }
 * }
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface GuichetServices {}

export type ServiceName = keyof GuichetServices;

/** A service, made once for the life of this Strapi. */
export function getService<N extends ServiceName>(strapi: Core.Strapi, name: N): GuichetServices[N] {
  return strapi.plugin('guichet').service<GuichetServices[N]>(name);
}
