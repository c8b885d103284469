import { ApiError } from '@guichet/client/api-error';
import { expect } from '@open-wc/testing';
import { choose, pdf } from '../shared/files/testing/carrier.js';
import { leFavril, withFileLimits } from '../shared/testing/administration.js';
import type { GuichetContactForm } from './contact-form.js';
import { created, Hosting } from './testing/hosting.js';
import { ready } from './testing/page.js';
import {
  all,
  buttonNamed,
  fillProcedure,
  fillQuestion,
  root,
  text,
  toReview,
  until,
  untilTrue,
} from './testing/steps.js';

async function filled(hosting = new Hosting()): Promise<GuichetContactForm> {
  const form = await ready(hosting);
  await fillQuestion(form);
  return form;
}

const says = (form: GuichetContactForm) => text(form).replaceAll(/[\u00a0\u202f]/g, ' ');
const untilSays = (form: GuichetContactForm, words: string) =>
  untilTrue(() => says(form).includes(words), words);
const items = (form: GuichetContactForm) => all(form, '.files > li');
const focused = (form: GuichetContactForm) => root(form).activeElement?.id;

describe('guichet-contact-form, files', () => {
  it('says what may be added once somebody wants to, and loads what carries files only then', async () => {
    const form = await filled();
    await untilSays(form, 'Ajouter des fichiers');
    expect(root(form).querySelector('input[type=file]')).to.be.null;
    buttonNamed(form, 'Ajouter des fichiers (facultatif)').click();
    await untilSays(form, '10 au plus, de 25 Mo chacun.');
    const input = root(form).querySelector<HTMLInputElement>('input[type=file]')!;
    expect(input.multiple).to.be.true;
    // A telephone offers its camera and its gallery.
    expect(input.accept).to.include('image/*');
    expect(input.hasAttribute('capture')).to.be.false;
    expect(focused(form)).to.equal('attachments');
  });

  it('sends each, names them in the request, and lists them to be read again and kept', async () => {
    const hosting = new Hosting();
    const form = await filled(hosting);
    await choose(root(form), pdf('plan.pdf'), pdf('photo 📷.jpg', 2_516_582));
    await untilTrue(() => all(form, '.files > .sent').length === 2, 'both are there');
    await toReview(form);
    expect(says(form)).to.include('Fichiers plan.pdf (310 ko) photo 📷.jpg (2,4 Mo)');
    buttonNamed(form, 'Envoyer').click();
    await until(form, created.reference);
    expect(hosting.sent[0]!.body.attachments).to.deep.equal(['file-1', 'file-2']);
    expect(new Set(hosting.files.sent.map(({ key }) => key)).size).to.equal(2);
  });

  it('a request without files names none', async () => {
    const hosting = new Hosting();
    const form = await filled(hosting);
    await toReview(form);
    buttonNamed(form, 'Envoyer').click();
    await until(form, created.reference);
    expect(hosting.sent[0]!.body.attachments).to.be.undefined;
    expect(says(form)).not.to.include('Fichiers');
  });

  describe('tells of each that is refused why, and loses nothing else:', () => {
    const local: [string, File, string][] = [
      ['empty', pdf('vide.pdf', 0), 'Ce fichier est vide.'],
      ['too heavy', pdf('film.pdf', 26_214_401), 'Ce fichier est trop lourd : 25 Mo au plus.'],
      ['of another type', new File(['x'], 'virus.exe'), 'Ce type de fichier n’est pas accepté'],
    ];
    for (const [name, file, sentence] of local)
      it(`${name}, before a byte has left`, async () => {
        const hosting = new Hosting();
        const form = await filled(hosting);
        await choose(root(form), file, pdf());
        await untilSays(form, sentence);
        await untilTrue(() => all(form, '.files > .sent').length === 1, 'the other is sent');
        expect(hosting.files.sent.map((sent) => sent.name)).to.deep.equal(['plan.pdf']);
      });

    const remote: [ApiError['code'], string][] = [
      ['file-damaged', 'Ce fichier est abîmé ou incomplet.'],
      ['file-infected', 'Un virus a été reconnu dans ce fichier'],
      ['file-type-not-accepted', 'un mot de passe le protège'],
      ['image-too-large', 'Cette image a trop de points'],
      ['payload-too-large', 'Ce fichier est trop lourd'],
      ['origin-not-allowed', 'Ce fichier n’a pas pu être envoyé.'],
    ];
    for (const [code, sentence] of remote)
      it(`${code}, as the hosting says`, async () => {
        const hosting = new Hosting();
        hosting.files.failures.push(new ApiError(code));
        const form = await filled(hosting);
        await choose(root(form), pdf('un.pdf'), pdf('deux.pdf'));
        await untilSays(form, sentence);
        await untilTrue(() => all(form, '.files > .sent').length === 1, 'the other is sent');
      });

    it('one too many, which takes the place of another', async () => {
      const limits = { ...leFavril.attachments, maxFiles: 1 };
      const form = await filled(new Hosting({ ...leFavril, attachments: limits }));
      await choose(root(form), pdf('un.pdf'), pdf('deux.pdf'));
      await untilSays(form, 'Ce fichier n’a pas été ajouté : un fichier au plus.');
      await untilTrue(() => all(form, '.files > .sent').length === 1, 'the first is sent');
      buttonNamed(form, 'Retirer un.pdf').click();
      await untilTrue(() => items(form).length === 1, 'it is gone');
      buttonNamed(form, 'Réessayer deux.pdf').click();
      await untilTrue(() => all(form, '.files > .sent').length === 1, 'the second is sent');
    });

    it('one that the procedure does not take, which says before what it takes', async () => {
      const hosting = new Hosting(withFileLimits);
      const form = await ready(hosting, { procedure: 'salle' });
      await fillProcedure(form);
      await choose(root(form), new File(['x'], 'devis.xlsx'), pdf('lourd.pdf', 2_000_000), pdf('un.pdf'));
      await untilSays(form, 'Types acceptés : PDF, photos. 2 au plus, de 1 Mo chacun.');
      expect(root(form).querySelector<HTMLInputElement>('input[type=file]')!.accept).to.equal(
        'image/*,.pdf,.jpg,.jpeg,.png,.webp,.heic,.heif',
      );
      await untilSays(form, 'un mot de passe le protège. Types acceptés : PDF, photos.');
      await untilSays(form, 'Ce fichier est trop lourd : 1 Mo au plus.');
      await untilTrue(() => all(form, '.files > .sent').length === 1, 'the other is sent');
      expect(hosting.files.sent.map(({ name, procedure }) => [name, procedure])).to.deep.equal([
        ['un.pdf', 'salle'],
      ]);
      await choose(root(form), pdf('deux.pdf'), pdf('trois.pdf'));
      await untilSays(form, 'Ce fichier n’a pas été ajouté : 2 fichiers au plus.');
    });

    it('one that makes them too heavy together', async () => {
      const limits = { ...leFavril.attachments, maxTotalBytes: 1_048_576 };
      const form = await filled(new Hosting({ ...leFavril, attachments: limits }));
      await choose(root(form), pdf('un.pdf', 700_000), pdf('deux.pdf', 700_000));
      await untilSays(form, 'vos fichiers dépasseraient 1 Mo ensemble.');
    });
  });

  it('leave when the connection is back, and not from a form that is in no page any more', async () => {
    const hosting = new Hosting();
    const form = await filled(hosting);
    const page = form.parentElement!;
    hosting.files.failures.push(new ApiError('network'));
    await choose(root(form), pdf());
    await untilSays(form, 'Pas encore envoyé');
    form.remove();
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(hosting.files.sent).to.have.length(1);
    page.append(form);
    dispatchEvent(new Event('online'));
    await untilTrue(() => all(form, '.files > .sent').length === 1, 'it is sent');
  });

  it('goes on only once all are there, and says what it waits for', async () => {
    const hosting = new Hosting();
    hosting.files.stopsAt = 0.45;
    const form = await filled(hosting);
    await choose(root(form), pdf());
    await untilSays(form, 'Envoi en cours… 45 %');
    expect(root(form).querySelector('progress')!.value).to.equal(0.45);
    buttonNamed(form, 'Relire').click();
    await untilTrue(() => focused(form) === 'attachments-error', 'the focus is on why');
    expect(says(form)).to.include('Vos fichiers sont encore en cours d’envoi.');
    buttonNamed(form, 'Annuler plan.pdf').click();
    await untilTrue(() => items(form).length === 0, 'it is gone');
    expect(hosting.files.ended).to.equal(1);
    expect(focused(form)).to.equal('attachments');
    expect(says(form)).not.to.include('encore en cours d’envoi');
    await toReview(form);
  });

  it('does not go on without a word where a file could not be added', async () => {
    const form = await filled();
    await choose(root(form), pdf('vide.pdf', 0));
    buttonNamed(form, 'Relire').click();
    await untilSays(form, 'Un fichier n’a pas pu être ajouté.');
    buttonNamed(form, 'Retirer vide.pdf').click();
    await form.updateComplete;
    await toReview(form);
  });

  it('waits for the connection, and then sends by itself under the same key', async () => {
    const hosting = new Hosting();
    hosting.files.failures.push(new ApiError('network'));
    const form = await filled(hosting);
    await choose(root(form), pdf());
    await untilSays(form, 'Il partira tout seul dès que la connexion ou le service reviendra.');
    dispatchEvent(new Event('online'));
    await untilTrue(() => all(form, '.files > .sent').length === 1, 'it is sent');
    const [first, second] = hosting.files.sent;
    expect(second!.key).to.equal(first!.key);
  });

  it('says how long to wait where too much was sent, and does not insist', async () => {
    const hosting = new Hosting();
    hosting.files.failures.push(new ApiError('rate-limited', [], 240));
    const form = await filled(hosting);
    await choose(root(form), pdf());
    await untilSays(form, 'Il partira tout seul dans 4 minutes.');
    dispatchEvent(new Event('online'));
    await form.updateComplete;
    expect(hosting.files.sent).to.have.length(1);
  });

  it('tells which file is no longer kept, and sends it again, as another', async () => {
    const hosting = new Hosting();
    const form = await filled(hosting);
    await choose(root(form), pdf('un.pdf'), pdf('deux.pdf'));
    await untilTrue(() => all(form, '.files > .sent').length === 2, 'both are there');
    await toReview(form);
    const gone = new ApiError('validation-failed', [{ path: 'attachments.1', code: 'invalid' }]);
    hosting.answer = () => Promise.reject(gone);
    buttonNamed(form, 'Envoyer').click();
    await untilSays(form, 'Ce fichier a été envoyé il y a plus d’un jour et n’est plus gardé.');
    await untilTrue(() => focused(form) === 'attachments-error', 'the focus is on why');
    expect(items(form).map(({ className }) => className)).to.deep.equal(['sent', 'refused']);
    hosting.answer = () => Promise.resolve(created);
    buttonNamed(form, 'Réessayer deux.pdf').click();
    await untilTrue(() => all(form, '.files > .sent').length === 2, 'it is there again');
    await toReview(form);
    buttonNamed(form, 'Envoyer').click();
    await until(form, created.reference);
    expect(hosting.sent.at(-1)!.body.attachments).to.deep.equal(['file-1', 'file-3']);
    const keys = hosting.files.sent.map(({ key }) => key);
    expect(keys[2]).not.to.equal(keys[1]);
    expect(hosting.sent[1]!.key).not.to.equal(hosting.sent[0]!.key);
  });

  it('tells who does not see the screen what came and what went, never how far it is', async () => {
    const hosting = new Hosting();
    const form = await filled(hosting);
    const heard = () => all(form, '[role=status]').map(({ textContent }) => textContent.trim());
    await choose(root(form), pdf());
    await untilTrue(() => heard().includes('plan.pdf est prêt.'), 'it is said');
    hosting.files.stopsAt = 0.45;
    await choose(root(form), pdf('lent.pdf'));
    await untilSays(form, '45 %');
    expect(heard()).to.include('Envoi de lent.pdf');
  });

  it('forgets every file, and ends what is under way, when all is erased', async () => {
    const { confirm } = window;
    window.confirm = () => true;
    try {
      const hosting = new Hosting();
      hosting.files.stopsAt = 0.1;
      const form = await filled(hosting);
      await choose(root(form), pdf());
      await untilSays(form, '10 %');
      buttonNamed(form, 'Effacer').click();
      await until(form, 'Tout est effacé');
      expect(hosting.files.ended).to.equal(1);
      buttonNamed(form, 'Écrire un autre message').click();
      await untilTrue(() => root(form).querySelector('form'), 'the form');
      expect(items(form)).to.be.empty;
    } finally {
      window.confirm = confirm;
    }
  });

  it('shows any name as text, whole, in 320 px, without a violation that axe can see', async () => {
    const hosting = new Hosting();
    hosting.files.failures.push(new ApiError('network'), new ApiError('file-damaged'));
    const form = await filled(hosting);
    const names = [
      `${'a'.repeat(296)}.pdf`,
      'شهادة الإقامة.pdf',
      '<img src=x onerror=alert(1)>.pdf',
      '👩‍👩‍👧 vacances.pdf',
    ];
    await choose(root(form), ...names.map((name) => pdf(name)));
    await untilTrue(() => all(form, '.files > .sent').length === 2, 'all are dealt with');
    for (const name of names) expect(text(form)).to.include(name);
    expect(root(form).querySelector('img')).to.be.null;
    const place = form.parentElement!;
    place.style.width = '320px';
    const edge = place.getBoundingClientRect().right;
    const outside = all(form, '.files *, #attachments').filter(
      (element) =>
        !element.matches('.unseen') &&
        element.checkVisibility() &&
        element.getBoundingClientRect().right > edge,
    );
    expect(outside.map(({ outerHTML }) => outerHTML)).to.be.empty;
    await expect(form).to.be.accessible();
  });
});
