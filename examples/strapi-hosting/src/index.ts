import type { Core } from '@strapi/strapi';
import { seedDemo } from './demo/seed';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    if (process.env.GUICHET_DEMO === '1') await seedDemo(strapi);
  },
};
