import { ApiError } from '@guichet/client/api-error';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { choose, pdf } from '../shared/files/testing/carrier.js';
import {
  leFavril,
  trilport,
  withFileLimits,
  withProcedures,
  withReserved,
} from '../shared/testing/administration.js';
import './contact-form.js';
import type { GuichetContactForm } from './contact-form.js';
import { acknowledged, created, Hosting } from './testing/hosting.js';
import {
  buttonNamed,
  control,
  fail,
  fillProcedure,
  fillQuestion,
  pick,
  root,
  sendQuestion,
  toReview,
  type,
  until,
  untilTrue,
} from './testing/steps.js';

/** Write to an administration: every state that a resident can meet. */
export default {
  title: 'Écrire à l’administration',
  component: 'guichet-contact-form',
} satisfies Meta;

type Story = StoryObj;
type Live = (form: GuichetContactForm, hosting: Hosting) => Promise<unknown>;

/** @param live what brings the form into the state that is shown */
function story(
  live: Live = async () => {},
  hosting = () => new Hosting(),
  { recipient = '', procedure = '' } = {},
): Story {
  let client: Hosting;
  return {
    render: () => {
      client = hosting();
      return html`<guichet-contact-form
        administration="28148"
        recipient=${recipient}
        procedure=${procedure}
        .client=${client}
      >
        <p>
          Mairie du Favril – téléphone : <a href="tel:0261910010">02 61 91 00 10</a>, courriel :
          <a href="mailto:mairie@le-favril.example">mairie@le-favril.example</a>
        </p>
      </guichet-contact-form>`;
    },
    play: async ({ canvasElement }) => {
      const form = canvasElement.querySelector('guichet-contact-form')!;
      await live(form, client);
    },
  };
}

const ready = (form: GuichetContactForm) => untilTrue(() => root(form).querySelector('form'), 'the form');

/** What the page brings itself, until the form is ready. */
export const Loading = story(undefined, () => {
  const hosting = new Hosting();
  hosting.administration = () => new Promise(() => {});
  return hosting;
});

export const Ready = story(ready);

/** An administration with several services and a colour of its own. */
export const WithServices = story(ready, () => new Hosting(trilport));

/** The page writes to one service. */
export const Targeted = story(ready, () => new Hosting(trilport), { recipient: 'voirie' });

/** The page is for one procedure, which says its nature and its service. */
export const Procedure = story(ready, () => new Hosting(withProcedures), { procedure: 'salle' });

/** Service and silence are fixed beforehand: the acknowledgement is given at once. */
export const Acknowledged = story(
  async (form) => {
    await ready(form);
    await fillProcedure(form);
    await toReview(form);
    buttonNamed(form, 'Envoyer').click();
    await until(form, acknowledged.reference);
  },
  () => {
    const hosting = new Hosting(withProcedures);
    hosting.answer = () => Promise.resolve(acknowledged);
    return hosting;
  },
  { procedure: 'salle' },
);

/** The page names a procedure that is not open. */
export const ProcedureClosed = story(
  async (form) => {
    await ready(form);
    await until(form, 'pas ouverte en ligne');
  },
  () => new Hosting(withProcedures),
  { procedure: 'inconnue' },
);

/** The page names one that a téléprocédure alone may be asked for by (CRPA L112-9). */
export const ProcedureReserved = story(
  async (form) => {
    await ready(form);
    await until(form, 'ne compterait pas comme une demande');
  },
  () => new Hosting(withReserved),
  { procedure: 'permis' },
);

/** The general form, where some téléprocédures alone may be used for what they are for. */
export const Reserved = story(
  async (form) => {
    await ready(form);
    await until(form, 'Avant d’écrire');
  },
  () => new Hosting(withReserved),
);

/** A question needs an e-mail address, no more. */
export const Question = story(async (form) => {
  await ready(form);
  await pick(form, 'nature', 'question');
});

export const Company = story(async (form) => {
  await ready(form);
  await pick(form, 'nature', 'request');
  await pick(form, 'sender.kind', 'company');
});

export const Organisation = story(async (form) => {
  await ready(form);
  await pick(form, 'nature', 'request');
  await pick(form, 'sender.kind', 'organisation');
});

/** On behalf of somebody else, and everything that few people need. */
export const OnBehalf = story(async (form) => {
  await ready(form);
  await pick(form, 'nature', 'request');
  root(form).querySelector('details')!.open = true;
  control(form, 'sender.onBehalfOf')!.click();
});

export const Invalid = story(async (form) => {
  await ready(form);
  buttonNamed(form, 'Relire').click();
});

export const Review = story(async (form) => {
  await ready(form);
  await fillQuestion(form);
  await toReview(form);
});

/** One there, one refused, one that waits. */
export const Files = story(async (form, hosting) => {
  await ready(form);
  await fillQuestion(form);
  hosting.files.failures.push(new ApiError('file-infected'), new ApiError('network'));
  await choose(root(form), pdf('plan.pdf'), pdf(`photo ${'de la rue '.repeat(20)}.jpg`), pdf('vide.pdf', 0));
  await choose(root(form), pdf('شهادة الإقامة.pdf'));
  await untilTrue(() => root(form).querySelector('.files > .sent'), 'one that is there');
});

/** What the procedure takes is less than what the hosting does. */
export const FilesOfAProcedure = story(
  async (form) => {
    await ready(form);
    await fillProcedure(form);
    await choose(root(form), pdf('plan.pdf'), new File(['x'], `devis ${'des travaux '.repeat(20)}.xlsx`));
    await choose(root(form), pdf('lourd.pdf', 2_000_000));
    await untilTrue(() => root(form).querySelector('.files > .sent'), 'one that is there');
  },
  () => new Hosting(withFileLimits),
  { procedure: 'salle' },
);

/** « Relire » was pressed meanwhile. */
export const FilesOnTheirWay = story(async (form, hosting) => {
  await ready(form);
  await fillQuestion(form);
  hosting.files.stopsAt = 0.45;
  await choose(root(form), pdf());
  await untilTrue(() => root(form).querySelector('progress'), 'its progress');
  buttonNamed(form, 'Relire').click();
});

/** Words that have no place to break. */
export const LongWords = story(async (form) => {
  await ready(form);
  await fillQuestion(form);
  await type(form, 'subject', 'x'.repeat(150));
  await type(form, 'message', `https://exemple.fr/${'a'.repeat(400)}`);
  await toReview(form);
});

export const Sending = story(async (form, hosting) => {
  await ready(form);
  hosting.answer = () => new Promise(() => {});
  await sendQuestion(form);
});

export const Sent = story(async (form) => {
  await ready(form);
  await sendQuestion(form);
  await until(form, created.reference);
});

const failing =
  (error: ApiError): Live =>
  async (form, hosting) => {
    await ready(form);
    await fail(form, hosting, error);
  };

export const Offline = story(failing(new ApiError('network')));
export const HostingDown = story(failing(new ApiError('unavailable', [], 300)));
export const Throttled = story(failing(new ApiError('rate-limited', [], 900)));
export const Refused = story(failing(new ApiError('origin-not-allowed')));
export const RefusedByTheServer = story(
  failing(new ApiError('validation-failed', [{ path: 'sender.email', code: 'invalid' }])),
);

export const Erased = story(async (form) => {
  await ready(form);
  await fillQuestion(form);
  // The browser's own question cannot be answered by a story.
  window.confirm = () => true;
  buttonNamed(form, 'Effacer').click();
});

/** The page's own content stays. */
export const UnknownAdministration = story(undefined, () => {
  const hosting = new Hosting();
  hosting.administration = () => Promise.reject(new ApiError('administration-not-found'));
  return hosting;
});

/** The page's own content stays; the console says what to add. */
export const UnlistedSite = story(
  undefined,
  () => new Hosting({ ...leFavril, origins: ['https://www.lefavril.example'] }),
);
