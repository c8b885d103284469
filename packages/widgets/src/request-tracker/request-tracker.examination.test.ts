import { expect } from '@open-wc/testing';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { DemoHosting } from './testing/hosting.js';
import * as law from './testing/law.js';
import { announced, focused, page, textOf } from './testing/page.js';
import { find, open, press, type, until } from './testing/steps.js';

const opened = async (request: Partial<TrackedRequest>) => {
  const all = await page(new DemoHosting(request));
  await open(all.tracker);
  await find(all.tracker, '.timeline');
  return all;
};
const STANDING = '[aria-labelledby=standing]';

describe('what is missing', () => {
  it('is listed with the text that requires it, the last day, and what becomes of the time to answer', async () => {
    const { tracker } = await opened(law.itemsAsked);
    expect(textOf(tracker, STANDING))
      .to.contain('La mairie vous a demandé, le 20 novembre 2026 :')
      .and.contain('avec ses dimensions (exigé par : Code de la voirie routière, article R116-2)')
      .and.contain('Vous avez jusqu’au 11 décembre 2026 inclus')
      .and.contain('le délai de réponse est suspendu, au plus tard jusqu’au 11 décembre 2026');
    expect(tracker.shadowRoot!.querySelectorAll(`${STANDING} li`)).to.have.length(2);
    expect(textOf(tracker, '.timeline > li:last-child')).to.contain('vous sont demandés');
  });

  it('moves no time where no text requires it', async () => {
    const { tracker } = await opened(law.itemsAskedFreely);
    expect(textOf(tracker, STANDING))
      .to.contain('Cela ne change pas le délai de réponse.')
      .and.not.contain('suspendu');
  });

  it('is answered by a message, which says that nothing is missing any more', async () => {
    const { tracker, hosting } = await opened(law.itemsAsked);
    await type(tracker, 'message', 'Voici le plan.');
    (await find<HTMLInputElement>(tracker, '#completes')).click();
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'reply-notice');
    expect(hosting.completions).to.deep.equal([true]);
    expect(textOf(tracker, '.timeline > li:last-child')).to.contain('Vous avez fourni ce qui était demandé');
    expect(textOf(tracker, STANDING)).not.to.contain('vous a demandé');
    expect(tracker.shadowRoot!.querySelector('#completes')).not.to.exist;
  });

  it('is still missing where that is not ticked, or ticked and unticked', async () => {
    const { tracker, hosting } = await opened(law.itemsAsked);
    await type(tracker, 'message', 'Le plan arrive.');
    (await find<HTMLInputElement>(tracker, '#completes')).click();
    (await find<HTMLInputElement>(tracker, '#completes')).click();
    await press(tracker, 'Envoyer le message');
    await until(() => focused(tracker) === 'reply-notice');
    expect(hosting.completions).to.deep.equal([false]);
    expect(textOf(tracker, STANDING)).to.contain('vous a demandé');
  });

  it('stays said to be provided while the connection is down, and is another message where it is not', async () => {
    const { tracker, hosting } = await opened(law.itemsAsked);
    hosting.fail('sendMessage', 'unavailable');
    await type(tracker, 'message', 'Voici le plan.');
    (await find<HTMLInputElement>(tracker, '#completes')).click();
    await press(tracker, 'Envoyer le message');
    await find(tracker, '.refused');
    expect((await find<HTMLInputElement>(tracker, '#completes')).checked).to.be.true;
    (await find<HTMLInputElement>(tracker, '#completes')).click();
    await press(tracker, 'Envoyer le message');
    await until(() => announced(tracker) === 'Votre message est envoyé.');
    expect(hosting.completions).to.deep.equal([true, false]);
    expect(new Set(hosting.keys)).to.have.length(2);
  });

  it('is asked about only where something is missing', async () => {
    const { tracker } = await opened(law.silenceRejects);
    expect(tracker.shadowRoot!.querySelector('#completes')).not.to.exist;
  });
});

describe('a request that was passed on', () => {
  it('says to whom, how to reach it, and that the time to answer runs on', async () => {
    const { tracker } = await opened(law.forwarded);
    expect(textOf(tracker, STANDING))
      .to.contain('transmise le 20 novembre 2026 à Chartres métropole')
      .and.contain('Cela n’allonge pas le délai de réponse')
      .and.contain('Cette administration doit vous répondre avant la fin du 16 janvier 2027');
    expect(tracker.shadowRoot!.querySelector(`${STANDING} a`)!.getAttribute('href')).to.equal(
      'mailto:voirie@chartres-metropole.example',
    );
  });
});

describe('a request that was passed on to a system that tells where it stands', () => {
  it('says so in that one’s words, with who deals with it there and its reference', async () => {
    const { tracker } = await opened(law.forwardedAndFollowed);
    for (const said of [
      'Ce qu’indique « Conseil départemental d’Eure-et-Loir »',
      '20 novembre 2026 : Signalement ouvert (Passage prévu sous huit jours)',
      '27 novembre 2026 : Signalement clos (Chaussée reprise à l’enrobé)',
      'Subdivision des routes du Perche',
      '293944',
      'Depuis le 28 novembre 2026, nous n’arrivons pas à joindre',
    ])
      expect(textOf(tracker, STANDING)).to.contain(said);
    const items = [...tracker.shadowRoot!.querySelectorAll(`${STANDING} li`)];
    expect(items.length).to.equal(2);
    await expect(tracker).to.be.accessible();
  });
});

describe('a decision', () => {
  it('says who took it, its text, its reasons, before whom and until when to challenge it', async () => {
    const { tracker } = await opened(law.refused);
    for (const said of [
      'La mairie a refusé votre demande le 10 décembre 2026. Vous pouvez contester ce refus jusqu’au 11 février 2027 inclus.',
      'Claire Martin, Maire, Mairie du Favril',
      'Votre demande ne peut pas être acceptée.',
      'L’article L2213-6',
      'Le trottoir ne mesure',
      'Tribunal administratif d’Orléans',
      'https://citoyens.telerecours.fr',
    ])
      expect(textOf(tracker, STANDING)).to.contain(said);
    // Told once.
    expect(textOf(tracker, '.timeline')).not.to.contain('ne peut pas être acceptée');
    expect(textOf(tracker, '.timeline')).to.contain('Votre demande est refusée');
  });

  it('stands as it was written, without a space or a line more', async () => {
    const { tracker } = await opened(law.refused);
    const shown = [...tracker.shadowRoot!.querySelectorAll(`${STANDING} .text`)];
    expect(shown).to.have.length.above(4);
    for (const { textContent } of shown) expect(textContent).to.equal(textContent.trim());
  });

  it('that grants speaks of no challenge', async () => {
    const { tracker } = await opened(law.granted);
    expect(textOf(tracker, STANDING))
      .to.contain('La mairie a accepté votre demande le 10 décembre 2026.')
      .and.not.contain('contester');
  });

  it('is verified on the hosting’s page, its code in the fragment, and the request stays open', async () => {
    const { tracker, hosting } = await opened(law.refused);
    const link = await until(() =>
      [...tracker.shadowRoot!.querySelectorAll('a')].find(({ target }) => target === '_blank'),
    );
    const { origin } = new URL(hosting.administration.links.tracking);
    const { jws } = law.refused.decision as { jws: string };
    expect(link.href).to.equal(`${origin}/guichet/receipts/verification#${jws}`);
    expect(link.innerText).to.contain('Vérifier cette décision (nouvelle fenêtre)');
    expect(link.rel).to.equal('noopener');
  });

  it('is in French, and said to be, whatever the language around it', async () => {
    const all = await page(new DemoHosting(law.refused), { language: 'en' });
    await type(all.tracker, 'reference', DemoHosting.reference);
    await type(all.tracker, 'trackingCode', DemoHosting.trackingCode);
    await press(all.tracker, 'See my request');
    await find(all.tracker, '.timeline');
    expect(textOf(all.tracker, STANDING)).to.contain(
      'The town hall refused your request on 10 December 2026.',
    );
    const written = [...all.tracker.shadowRoot!.querySelectorAll('.written dd')];
    expect(written.map((each) => each.getAttribute('lang'))).to.deep.equal(['fr', 'fr', 'fr']);
  });
});

for (const { what, situation, button, done } of [
  {
    what: 'the reasons of a tacit refusal',
    situation: law.mayAskReasons,
    button: 'Demander les motifs',
    done: 'La mairie doit vous répondre avant la fin du 20 février 2027',
  },
  {
    what: 'the attestation of a tacit acceptance',
    situation: law.mayAskAttestation,
    button: 'Demander l’attestation',
    done: 'Vous avez demandé une attestation le 20 janvier 2027',
  },
]) {
  describe(what, () => {
    it('is asked for by one click, once, and says until when it is owed', async () => {
      const { tracker, hosting } = await opened(situation);
      await press(tracker, button);
      await until(() => focused(tracker) === 'ask-notice');
      expect(announced(tracker)).to.contain('C’est demandé.');
      expect(textOf(tracker, '#ask-notice')).to.contain('C’est demandé.');
      expect(textOf(tracker, STANDING)).to.contain(done).and.not.contain(button);
      expect(textOf(tracker, '.timeline > li:last-child')).to.contain('Vous avez demandé');
      expect(hosting.keys).to.have.length(1);
    });

    it('is asked for once, however often the button is pressed', async () => {
      const { tracker, hosting } = await opened(situation);
      hosting.silent.add('ask');
      await press(tracker, button);
      expect(announced(tracker)).to.equal('Envoi en cours…');
      await press(tracker, 'Envoi en cours…');
      expect(hosting.keys).to.have.length(1);
    });

    it('refused on its way, is said to be, and is asked for again with the same key', async () => {
      const { tracker, hosting } = await opened(situation);
      hosting.fail('ask', 'network');
      await press(tracker, button);
      await until(() => focused(tracker) === 'ask-notice');
      expect(textOf(tracker, '#ask-notice'))
        .to.contain('La connexion à Internet est coupée')
        .and.contain('02 61 91 00 10');
      await press(tracker, button);
      await until(() => textOf(tracker, STANDING).includes(done));
      expect(new Set(hosting.keys)).to.have.length(1);
    });

    it('too late, says so and shows the request as it is now', async () => {
      const { tracker, hosting } = await opened(situation);
      hosting.request = { ...hosting.request, canAskReasons: false, canAskAttestation: false };
      await press(tracker, button);
      await until(() => textOf(tracker, STANDING).includes('Cela ne peut plus être demandé.'));
      await until(() => focused(tracker) === 'ask-notice');
      expect(textOf(tracker, STANDING)).not.to.contain(button);
    });

    it('where the session ended meanwhile, asks the code again', async () => {
      const { tracker, hosting } = await opened(situation);
      hosting.forgetTokens();
      await press(tracker, button);
      await find(tracker, '#reference');
      expect(textOf(tracker)).to.contain('s’est refermée');
    });

    it('keeps the message that is being written', async () => {
      const { tracker } = await opened(situation);
      await type(tracker, 'message', 'Une phrase commencée');
      await press(tracker, button);
      await until(() => focused(tracker) === 'ask-notice');
      expect((await find<HTMLTextAreaElement>(tracker, '#message')).value).to.equal('Une phrase commencée');
    });
  });
}

describe('what was asked for', () => {
  it('is no longer said to be awaited once it was read again', async () => {
    const { tracker, hosting } = await opened(law.mayAskReasons);
    await press(tracker, 'Demander les motifs');
    await find(tracker, '#ask-notice');
    hosting.request = { ...hosting.request, reasons: law.reasonsGiven.reasons! };
    await press(tracker, 'Actualiser');
    await until(() => textOf(tracker, STANDING).includes('La mairie vous les donne :'));
    expect(textOf(tracker, STANDING)).to.contain('L’article L2213-6').and.not.contain('C’est demandé');
  });

  it('the attestation, is given with its proof', async () => {
    const { tracker } = await opened(law.attested);
    expect(textOf(tracker, STANDING))
      .to.contain('La mairie atteste que votre demande est acceptée depuis le 16 janvier 2027')
      .and.contain('Vérifier cette attestation (nouvelle fenêtre)')
      .and.not.contain('Vous pouvez demander');
    expect(textOf(tracker, STANDING)).to.contain('Télécharger l’attestation (PDF)');
  });

  it('cannot be asked for where the law does not let', async () => {
    const { tracker } = await opened(law.tacitlyRefused);
    expect(textOf(tracker)).not.to.contain('Demander les motifs');
  });
});
