import { expect } from '@open-wc/testing';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { DemoHosting } from './testing/hosting.js';
import * as law from './testing/law.js';
import { page, textOf } from './testing/page.js';
import { find, open } from './testing/steps.js';

const STANDING = '[aria-labelledby=standing]';
const opened = async (request: Partial<TrackedRequest>, administration = {}) => {
  const all = await page(new DemoHosting(request, administration));
  await open(all.tracker);
  await find(all.tracker, STANDING);
  return all.tracker;
};

describe('where a request stands', () => {
  it('is told first: the state, and when the acknowledgement comes at the latest', async () => {
    const text = textOf(await opened(law.notAcknowledged), STANDING);
    expect(text)
      .to.contain('Votre demande est bien arrivée.')
      .and.contain('La mairie vous enverra un accusé de réception au plus tard le 30 novembre 2026.');
  });

  it('says until when an answer is due, and that silence is a no, with the article', async () => {
    const text = textOf(await opened(law.silenceRejects), STANDING);
    expect(text)
      .to.contain('La mairie doit vous répondre avant la fin du 16 janvier 2027.')
      .and.contain('la loi considère que c’est non (CRPA L231-4, 2°)')
      .and.contain('contester ce refus');
  });

  it('says that silence is a yes, and that an attestation can be asked for', async () => {
    const text = textOf(await opened(law.silenceAccepts), STANDING);
    expect(text)
      .to.contain('la loi considère que c’est oui (CRPA L231-1)')
      .and.contain('attestation (CRPA L232-3)')
      .and.not.contain('contester');
  });

  it('tells no date that nobody can know yet', async () => {
    const text = textOf(await opened(law.withoutDate), STANDING);
    expect(text).to.contain('quand votre demande sera complète').and.not.contain('2027');
  });

  it('speaks of no silence where none decides', async () => {
    const text = textOf(await opened(law.question), STANDING);
    expect(text).not.to.contain('la loi').and.not.to.contain('doit vous répondre');
  });

  it('says what the mairie takes it for, where that is not what was declared', async () => {
    const tracker = await opened(law.requalified);
    expect(textOf(tracker, STANDING)).to.contain('La mairie considère votre message comme une réclamation.');
    expect(textOf(tracker, '.timeline')).to.contain('considéré autrement');
  });

  it('says which service took it over, and calls nobody else', async () => {
    for (const request of [law.handedOver, law.shredded]) {
      const tracker = await opened(request);
      expect(textOf(tracker, STANDING))
        .to.contain('remise le 20 novembre 2026 au service qui la traite')
        .and.contain('Mairie du Favril, Voirie et éclairage public');
      const numbers = [...tracker.shadowRoot!.querySelectorAll('article a[href^="tel:"]')];
      expect(numbers.map(({ textContent }) => textContent)).to.deep.equal(['02 61 91 00 11']);
      expect(textOf(tracker, 'article'))
        .to.contain('Envoyer une nouvelle demande')
        .and.not.contain('terminée');
      expect(tracker.shadowRoot!.querySelector('textarea')).not.to.exist;
    }
  });

  it('says of a request at an operator who answers, where it stands in its words, and where to go on', async () => {
    const tracker = await opened(law.operated);
    expect(textOf(tracker, STANDING))
      .to.contain('En cours. Passage en commission')
      .and.contain('Crèches de Chartres métropole')
      .and.contain('en a accusé réception le 17 novembre 2026')
      .and.contain('CR-2026-1742')
      .and.not.contain('mairie doit');
    expect(textOf(tracker, '.timeline')).to.contain('Demande déposée').and.contain('Reçue');
    const apart = [...tracker.shadowRoot!.querySelectorAll<HTMLAnchorElement>('dl a[target=_blank]')];
    expect(apart.map(({ href, rel }) => `${href} ${rel}`)).to.deep.equal([
      'https://creches.chartres-metropole.example/dossiers/1742 noopener',
      'https://creches.chartres-metropole.example/dossiers/1742/accuse noopener',
    ]);
    expect(apart[0]!.textContent).to.contain('nouvelle fenêtre');
    expect(tracker.shadowRoot!.querySelector('textarea')).not.to.exist;
    expect(textOf(tracker, 'article')).not.to.contain('terminée');
  });

  it('says that an operator has not confirmed it, cannot be asked, or waits for the resident', async () => {
    expect(textOf(await opened(law.operatedClaimed), STANDING)).to.contain('pas encore confirmé');
    expect(textOf(await opened(law.operatedStale), STANDING)).to.contain('Depuis le 21 novembre 2026');
    expect(textOf(await opened(law.operatedPrepared), STANDING))
      .to.contain('Pas encore envoyée')
      .and.not.contain('Votre demande est bien arrivée');
  });

  it('heads no exchanges where none are kept any more', async () => {
    const titleIn = async (request: Partial<TrackedRequest>) =>
      (await opened(request)).shadowRoot!.querySelector('#timeline')?.textContent.trim();
    expect(await titleIn(law.handedOver)).to.equal('Les échanges');
    expect(await titleIn(law.shredded)).to.equal(undefined);
  });

  it('shows a telephone number in its order in a page from right to left', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const number = await find(await opened(law.handedOver), `${STANDING} a`);
      expect(getComputedStyle(number).direction).to.equal('ltr');
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it('names no mairie where another administration answers', async () => {
    const text = textOf(await opened(law.silenceRejects, { kind: 'ccas' }), STANDING);
    expect(text).to.contain('L’administration doit vous répondre').and.not.contain('La mairie doit');
  });

  it('holds in the acknowledgement every mention of R112-11-1', async () => {
    const tracker = await opened(law.silenceRejects);
    const details = await find<HTMLDetailsElement>(tracker, 'details');
    expect(details.open).to.be.false;
    details.open = true;
    for (const mention of [
      'Accusé de réception du 18 novembre 2026',
      'lundi 16 novembre 2026 à 21:04',
      'Mairie du Favril, Voirie et éclairage public',
      '3 rue de la Mairie, 28190 Le Favril',
      '02 61 91 00 11',
      'voirie@le-favril.example',
      'une demande',
      '16 janvier 2027, sous réserve que votre demande soit complète',
      'décision implicite de rejet (CRPA L231-4, 2°)',
      'Tribunal administratif d’Orléans, dans les 2 mois qui suivent le refus',
    ])
      expect(textOf(tracker, 'details')).to.contain(mention);
    const links = [...details.querySelectorAll('a')].map(({ href }) => href);
    expect(links).to.deep.equal([
      'tel:0261910011',
      'mailto:voirie@le-favril.example',
      'https://citoyens.telerecours.fr/',
    ]);
  });

  it('gives the acknowledgement as a PDF, where it is signed', async () => {
    const signed = await opened({ ...law.silenceRejects, documents: ['acknowledgement'] });
    expect((await find(signed, 'details')).textContent).to.contain('Télécharger l’accusé de réception (PDF)');
    const unsigned = await opened(law.silenceRejects);
    expect((await find(unsigned, 'details')).querySelector('button')).to.equal(null);
  });

  it('is printed with all that the acknowledgement mentions', async () => {
    const tracker = await opened(law.silenceRejects);
    dispatchEvent(new Event('beforeprint'));
    expect((await find<HTMLDetailsElement>(tracker, 'details')).open).to.be.true;
  });

  it('makes no link of what is no address of the web', async () => {
    const appeal = { body: 'Tribunal', delay: 'P2M', online: 'javascript:alert(1)' };
    const tracker = await opened({
      ...law.silenceRejects,
      acknowledgement: { ...law.silenceRejects.acknowledgement!, appeal },
    });
    const links = [...tracker.shadowRoot!.querySelectorAll<HTMLAnchorElement>('details a')];
    expect(links.map(({ protocol }) => protocol)).to.deep.equal(['tel:', 'mailto:']);
  });

  it('says what silence has decided, before whom and until when it can be challenged', async () => {
    const tracker = await opened(law.tacitlyRefused);
    expect(textOf(tracker, STANDING))
      .to.contain('La mairie n’a pas répondu avant la fin du 16 janvier 2027')
      .and.contain('votre demande est refusée')
      .and.contain('jusqu’au 17 mars 2027 inclus')
      .and.contain('Tribunal administratif d’Orléans')
      .and.contain('https://citoyens.telerecours.fr')
      .and.not.contain('pas encore été traitée');
    const last = textOf(tracker, '.timeline > li:last-child');
    // Nobody of the mairie did it.
    expect(last).to.contain('la loi considère que c’est non').and.not.contain('Mairie');
  });

  it('tells no last day where none counts', async () => {
    const text = textOf(await opened(law.tacitlyRefusedWithoutLimit), STANDING);
    expect(text)
      .to.contain('Vous pouvez contester ce refus.')
      .and.contain('Tribunal administratif d’Orléans')
      .and.not.contain('jusqu’au')
      .and.not.contain('2 mois');
  });

  it('says that silence has accepted', async () => {
    const text = textOf(await opened(law.tacitlyGranted), STANDING);
    expect(text)
      .to.contain('votre demande est acceptée')
      .and.contain('Vous pouvez demander une attestation')
      .and.contain('(CRPA L232-3)')
      .and.not.contain('contester');
  });
});
