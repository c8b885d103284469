import { ApiError } from '@guichet/client/api-error';
import { expect } from '@open-wc/testing';
import { withProcedures, withReserved } from '../shared/testing/administration.js';
import { acknowledged, created, Hosting } from './testing/hosting.js';
import { ready } from './testing/page.js';
import {
  all,
  buttonNamed,
  control,
  fillProcedure,
  pick,
  root,
  text,
  toReview,
  until,
} from './testing/steps.js';

const CLOSED = 'Cette démarche n’est pas ouverte en ligne';

describe('guichet-contact-form for a procedure', () => {
  it('is headed by its title and description, in French, and asks for nothing that it says itself', async () => {
    const form = await ready(new Hosting(withProcedures), { procedure: 'salle', lang: 'en' });
    const heading = root(form).getElementById('view')!;
    expect(heading.textContent.trim()).to.equal('Réserver la salle des fêtes');
    expect(heading.querySelector('[lang="fr"]')).to.exist;
    expect(text(form)).to.include('Pour une fête de famille');
    expect(control(form, 'nature')).to.be.null;
    expect(control(form, 'recipient')).to.be.null;
    // Its nature is no question: a name is asked for.
    expect(control(form, 'sender.familyName')).to.exist;
    await expect(form).to.be.accessible();
  });

  it('sends the procedure, its nature and its service, and shows the acknowledgement with every mention', async () => {
    const hosting = new Hosting(withProcedures);
    hosting.answer = () => Promise.resolve(acknowledged);
    const form = await ready(hosting, { procedure: 'salle' });
    await fillProcedure(form);
    await toReview(form);
    expect(text(form)).to.include('Faire une demande');
    buttonNamed(form, 'Envoyer').click();
    await until(form, acknowledged.reference);
    expect(hosting.sent[0]?.body).to.include({
      procedure: 'salle',
      nature: 'request',
      recipient: 'voirie',
    });
    for (const mention of [
      'Accusé de réception électronique',
      'une demande',
      '21 janvier 2027',
      'la loi considère que c’est non',
      'décret n° 2015-1459',
      'Tribunal administratif d’Orléans',
    ])
      expect(text(form)).to.include(mention);
    expect(text(form)).not.to.include('Accusé d’enregistrement');
    await expect(form).to.be.accessible();
  });

  it('shows the registration receipt where the acknowledgement comes later', async () => {
    const form = await ready(new Hosting(withProcedures), { procedure: 'libre' });
    expect(control(form, 'nature')).to.exist;
    await pick(form, 'nature', 'request');
    await fillProcedure(form);
    await toReview(form);
    buttonNamed(form, 'Envoyer').click();
    await until(form, created.reference);
    expect(text(form)).to.include('Accusé d’enregistrement électronique');
  });

  it('says that one is not open, how to telephone, and gives the general form', async () => {
    const form = await ready(new Hosting(withProcedures), { procedure: 'inconnue' });
    await until(form, CLOSED);
    expect(text(form)).to.include('Téléphonez-nous au 01 99 00 00 10');
    expect(root(form).getElementById('view')!.textContent.trim()).to.equal('Nous écrire');
    expect(control(form, 'nature')).to.exist;
    expect(control(form, 'recipient')).to.exist;
    await expect(form).to.be.accessible();
  });

  it('keeps what was typed where it was closed meanwhile, for the general form', async () => {
    const hosting = new Hosting(structuredClone(withProcedures));
    const form = await ready(hosting, { procedure: 'salle' });
    await fillProcedure(form);
    await toReview(form);
    hosting.answer = () =>
      Promise.reject(new ApiError('validation-failed', [{ path: 'procedure', code: 'invalid' }]));
    buttonNamed(form, 'Envoyer').click();
    await until(form, CLOSED);
    expect(control(form, 'message')!.value).to.equal('Le 12 juin.');
    hosting.answer = () => Promise.resolve(created);
    await pick(form, 'nature', 'request');
    await toReview(form);
    buttonNamed(form, 'Envoyer').click();
    await until(form, created.reference);
    expect(hosting.sent.at(-1)?.body.procedure).to.equal('contact');
  });

  it('loads nothing of procedures for the general form', async () => {
    const form = await ready(new Hosting(withProcedures));
    expect(all(form, '.notice')).to.be.empty;
    expect(root(form).getElementById('view')!.textContent.trim()).to.equal('Nous écrire');
  });

  it('leads to the téléprocédure that alone counts, before anybody writes', async () => {
    const links = (form: Parameters<typeof root>[0]) =>
      [...root(form).querySelectorAll<HTMLAnchorElement>('.notice a')].map(({ href }) => href);
    const asked = await ready(new Hosting(withReserved), { procedure: 'permis' });
    await until(asked, 'ne compterait pas comme une demande');
    expect(links(asked)).to.deep.equal(['https://hebergement.example/permis']);
    await expect(asked).to.be.accessible();

    const general = await ready(new Hosting(withReserved));
    await until(general, 'Avant d’écrire');
    expect(links(general)).to.have.length(2);
    await expect(general).to.be.accessible();

    const own = await ready(new Hosting(withReserved), { procedure: 'salle' });
    expect(links(own)).to.deep.equal([]);
  });
});
