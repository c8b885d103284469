/** A tenant's id is made once and never changes; what is kept in memory is forgotten when something changes. */
import type { Core } from '@strapi/types';
import { getService } from '../../strapi/services.js';
import { ADMINISTRATION } from './schema.js';

export function watchAdministrations(strapi: Core.Strapi): void {
  const forget = () => getService(strapi, 'administration').refresh();
  strapi.db.lifecycles.subscribe({
    models: [ADMINISTRATION],
    beforeUpdate(event) {
      delete (event.params.data as { uid?: string }).uid;
    },
    beforeUpdateMany(event) {
      delete (event.params.data as { uid?: string }).uid;
    },
    afterCreate: forget,
    afterCreateMany: forget,
    afterUpdate: forget,
    afterUpdateMany: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  });
}
