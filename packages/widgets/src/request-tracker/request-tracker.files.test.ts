import { ApiError } from '@guichet/client/api-error';
import type { ListedAttachment } from '@guichet/contracts/attachment';
import { expect } from '@open-wc/testing';
import { choose, pdf } from '../shared/files/testing/carrier.js';
import type { RequestTracker } from './request-tracker.js';
import { DemoHosting, requestOfDemo } from './testing/hosting.js';
import { granted, itemsAsked } from './testing/law.js';
import { announced, focused, page, textOf } from './testing/page.js';
import { find, open, press, type, until } from './testing/steps.js';

const listed = (file: Partial<ListedAttachment>): ListedAttachment => ({
  id: 'f1',
  name: 'arrêté.pdf',
  size: 317_440,
  type: 'application/pdf',
  state: 'available',
  ...file,
});

/** With these beside the mairie's answer. */
function answeredWith(...attachments: ListedAttachment[]): DemoHosting {
  const { timeline } = requestOfDemo();
  return new DemoHosting({
    timeline: timeline.map((entry, i) => (i === timeline.length - 1 ? { ...entry, attachments } : entry)),
  });
}

async function opened(hosting: DemoHosting): Promise<RequestTracker> {
  const { tracker } = await page(hosting);
  await open(tracker);
  await find(tracker, '#message');
  return tracker;
}

const all = (tracker: RequestTracker, selector: string) => [
  ...tracker.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const untilSays = (tracker: RequestTracker, words: string) =>
  until(() => textOf(tracker).includes(words) && true);

describe('files sent from the tracker', () => {
  it('go with a message, under the bearer', async () => {
    const hosting = new DemoHosting();
    const tracker = await opened(hosting);
    await type(tracker, 'message', 'Voici le plan.');
    await choose(tracker.shadowRoot!, pdf());
    await until(() => all(tracker, '.files > .sent').length === 1);
    expect(hosting.files.sent[0]!.token).to.be.a('string');
    await press(tracker, 'Envoyer le message');
    await untilSays(tracker, 'Votre message est envoyé.');
    expect(hosting.enclosed).to.deep.equal([['file-1']]);
    expect(all(tracker, '.files > li')).to.be.empty;
  });

  it('need no word beside them', async () => {
    const hosting = new DemoHosting(itemsAsked);
    const tracker = await opened(hosting);
    expect(textOf(tracker)).to.include('Envoyer les documents demandés');
    await choose(tracker.shadowRoot!, pdf());
    await until(() => all(tracker, '.files > .sent').length === 1);
    await untilSays(tracker, 'Votre message (facultatif)');
    await press(tracker, 'Envoyer le message');
    await untilSays(tracker, 'Votre message est envoyé.');
    expect(hosting.enclosed).to.deep.equal([['file-1']]);
  });

  it('are waited for', async () => {
    const hosting = new DemoHosting();
    hosting.files.stopsAt = 0.2;
    const tracker = await opened(hosting);
    await type(tracker, 'message', 'Voici le plan.');
    await choose(tracker.shadowRoot!, pdf());
    await untilSays(tracker, '20 %');
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'attachments-error');
    expect(hosting.enclosed).to.be.empty;
  });

  it('that the hosting no longer has are told, and the message is not lost', async () => {
    const hosting = new DemoHosting();
    const tracker = await opened(hosting);
    await type(tracker, 'message', 'Voici le plan.');
    await choose(tracker.shadowRoot!, pdf());
    await until(() => all(tracker, '.files > .sent').length === 1);
    const error = new ApiError('validation-failed', [{ path: 'attachments.0', code: 'invalid' }]);
    hosting.failures.push({ call: 'sendMessage', error, always: false });
    await press(tracker, 'Envoyer le message');
    await untilSays(tracker, 'n’est plus gardé');
    await until(() => focused(tracker) === 'attachments-error');
    all(tracker, '.files button')
      .find(({ textContent }) => textContent.includes('Réessayer'))!
      .click();
    await until(() => all(tracker, '.files > .sent').length === 1);
    await press(tracker, 'Envoyer le message');
    await untilSays(tracker, 'Votre message est envoyé.');
    expect(hosting.enclosed.at(-1)).to.deep.equal(['file-2']);
  });

  it('leave with a new bearer where the old one died', async () => {
    const hosting = new DemoHosting();
    const tracker = await opened(hosting);
    hosting.files.failures.push(new ApiError('token-invalid'));
    await choose(tracker.shadowRoot!, pdf());
    await until(() => all(tracker, '.files > .sent').length === 1);
    const [first, second] = hosting.files.sent;
    expect(second!.token).not.to.equal(first!.token);
  });

  it('are forgotten by who erases and leaves', async () => {
    const hosting = new DemoHosting();
    hosting.files.stopsAt = 0.2;
    const tracker = await opened(hosting);
    await choose(tracker.shadowRoot!, pdf());
    await untilSays(tracker, '20 %');
    await press(tracker, 'Effacer et quitter');
    expect(hosting.files.ended).to.equal(1);
    await open(tracker);
    await find(tracker, '#message');
    expect(all(tracker, '.files > li')).to.be.empty;
  });
});

describe('files of the timeline', () => {
  /** What is saved, by its name, while `act` runs. */
  async function saved(act: () => Promise<unknown>): Promise<string[]> {
    const names: string[] = [];
    const save = (event: MouseEvent) => {
      const link = event.composedPath()[0];
      if (!(link instanceof HTMLAnchorElement) || !link.download) return;
      event.preventDefault();
      names.push(link.download);
    };
    const { click } = HTMLAnchorElement.prototype;
    // A link that stands in no page dispatches to nobody else.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', save, { once: true });
      click.call(this);
    };
    try {
      await act();
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    return names;
  }

  it('are saved under their name, fetched with the bearer', async () => {
    const hosting = answeredWith(listed({}));
    const tracker = await opened(hosting);
    expect(textOf(tracker)).to.include('(310 ko)');
    const names = await saved(async () => {
      await press(tracker, 'Télécharger \u2068arrêté.pdf\u2069');
      await until(() => hosting.files.fetched.length);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(names).to.deep.equal(['arrêté.pdf']);
    expect(hosting.files.fetched[0]!.id).to.equal('f1');
    expect(hosting.files.fetched[0]!.token).to.be.a('string');
  });

  it('stand beside documents to keep, fetched likewise and named by the reference', async () => {
    const hosting = new DemoHosting(granted);
    const tracker = await opened(hosting);
    const names = await saved(async () => {
      await press(tracker, 'Télécharger l’accusé d’enregistrement (PDF)');
      await until(() => hosting.files.fetched.length);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await press(tracker, 'Télécharger la décision (PDF)');
      await until(() => hosting.files.fetched.length === 2);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    const { reference } = DemoHosting;
    expect(names).to.deep.equal([`accuse-d-enregistrement-${reference}.pdf`, `decision-${reference}.pdf`]);
    expect(hosting.files.fetched.map(({ id }) => id)).to.deep.equal(['registration', 'decision']);
    expect(tracker.shadowRoot!.querySelector('[value=attestation]')).not.to.exist;
  });

  it('say that the antivirus has yet to read them, or that they were deleted', async () => {
    const hosting = answeredWith(
      listed({ name: 'photo.jpg', state: 'waiting' }),
      listed({ id: 'f2', name: 'facture.pdf', state: 'infected' }),
    );
    const tracker = await opened(hosting);
    expect(textOf(tracker)).to.include('photo.jpg (310 ko, en cours de vérification par l’antivirus)');
    expect(textOf(tracker)).to.include('supprimé : l’antivirus y a reconnu un virus');
    expect(all(tracker, '.enclosed button')).to.be.empty;
  });

  it('that cannot be fetched say so, seen and heard', async () => {
    const hosting = answeredWith(listed({}));
    hosting.files.kept = new ApiError('network');
    const tracker = await opened(hosting);
    await press(tracker, 'Télécharger \u2068arrêté.pdf\u2069');
    await untilSays(tracker, 'Le fichier n’a pas pu être téléchargé.');
    await until(() => announced(tracker).includes('Le fichier n’a pas pu être téléchargé.'));
  });

  it('close the request where its session is over', async () => {
    const hosting = answeredWith(listed({}));
    hosting.files.kept = new ApiError('token-invalid');
    const tracker = await opened(hosting);
    await press(tracker, 'Télécharger \u2068arrêté.pdf\u2069');
    await untilSays(tracker, 'votre demande s’est refermée');
  });
});
