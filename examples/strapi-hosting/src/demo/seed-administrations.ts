import type { Core } from '@strapi/strapi';
import { administrations } from './administrations';

/** The origins of the example sites, as this start's ports make them, by INSEE code. Several are parted by commas. */
const sites: Readonly<Record<string, string | undefined>> = {
  '28148': process.env.GUICHET_DEMO_FAVRIL,
  '77475': process.env.GUICHET_DEMO_TRILPORT,
};

/** Whether an origin is not one of an earlier start's. */
const isElsewhere = (origin: string) => !/^http:\/\/(?:localhost|127\.0\.0\.1):/.test(origin);

/** Creates the communes that are missing, with their desks, and lets the example sites' pages send to them. */
export async function seedAdministrations(strapi: Core.Strapi): Promise<void> {
  const service = strapi.plugin('guichet').service('administration');
  const present = await service.all();
  for (const { insee, desks, ...identity } of administrations) {
    const origins = sites[insee]?.split(',') ?? [];
    const record = present.find((one: { insee: string }) => one.insee === insee);
    if (record) {
      // Whoever tries the demo may have changed everything else; only the example sites' ports are ours.
      await strapi.db.query('plugin::guichet.administration').update({
        where: { uid: record.uid },
        data: { origins: [...(record.origins ?? []).filter(isElsewhere), ...origins] },
      });
      continue;
    }
    await strapi.db.transaction(async ({ trx }) => {
      const { uid } = await service.create({
        ...identity,
        insee,
        kind: 'commune',
        departement: insee.slice(0, 2),
        origins,
      });
      for (const desk of desks) await service.addDesk(uid, { ...desk, address: identity.address }, trx);
    });
  }
}
