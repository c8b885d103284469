import type { Core } from '@strapi/strapi';
import type { GuichetConfig } from 'strapi-plugin-guichet/strapi-server';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => {
  const from = env('MAIL_FROM', 'ne-pas-repondre@hebergement.example');
  const guichet: GuichetConfig = {
    publicUrl: env('PUBLIC_URL', 'http://localhost:1337'),
    keys: env.array('GUICHET_KEYS') ?? [],
    secret: env('GUICHET_SECRET', ''),
    mail: {
      from,
      bounceAddress: env('MAIL_BOUNCES', '') || null,
      bounceSecret: env('MAIL_BOUNCE_SECRET', '') || null,
    },
    // Addresses of a private network that webhooks may reach.
    webhooks: { allowPrivate: env.array('WEBHOOKS_PRIVATE', []) },
    // The State's guides: the address of their archive, or the path of a file.
    guides: {
      individuals: env('GUIDES', '') || null,
      professionals: env('GUIDES_PROFESSIONALS', '') || null,
    },
    // The directory: the annuaire of the State's and the communes' offices, and communes themselves.
    directory: {
      annuaire: env('ANNUAIRE', '') || null,
      communes: env('COMMUNES', '') || null,
    },
    proxies: env.int('TRUSTED_PROXIES', 0),
    // Requests and messages in ten minutes from one network.
    rates: { send: { points: env.int('GUICHET_SENDS', 40), seconds: 600 } },
    assetsDirectory: env('GUICHET_ASSETS', '') || null,
  };
  return {
    guichet: { enabled: true, config: guichet },
    email: {
      config: {
        provider: 'nodemailer',
        providerOptions: {
          host: env('SMTP_HOST', '127.0.0.1'),
          port: env.int('SMTP_PORT', 1025),
          secure: env.bool('SMTP_SECURE', false),
          ...(env('SMTP_USER') && { auth: { user: env('SMTP_USER'), pass: env('SMTP_PASSWORD') } }),
        },
        settings: { defaultFrom: from, defaultReplyTo: from },
      },
    },
  };
};
