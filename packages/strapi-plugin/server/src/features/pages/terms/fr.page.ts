/** Modalités d’utilisation (CRPA L112-9, R112-9-2, R112-11-3) and privacy notice (GDPR, article 13), in French. */
import type { HereRule } from '@guichet/contracts/admin/retention';
import { markup, type Markup } from '../html.js';
import { telephone } from '../layout.js';
import type { TermsModel } from './view.js';

const durationFr = ({ count, unit }: HereRule['period']) =>
  unit === 'months' ? `${count} mois` : count === 1 ? 'un an' : `${count} ans`;

export function termsFr({
  administration,
  securityAttestation,
  mailFrom,
  host,
  contact,
  accessibility,
  tracking,
  retentions,
}: TermsModel): Markup {
  const { name, human } = administration;
  return markup`<article class="prose">
    <h1>Modalités d’utilisation et vos droits</h1>
    <p>
      ${name} : comment nous écrire par voie électronique, ce que vous recevez en retour et ce que deviennent vos
      informations.
    </p>

    <h2>Écrire par voie électronique</h2>
    <p>
      Vous pouvez adresser une demande, une déclaration, un document ou une information par le
      <a href="${contact}">formulaire de contact</a>, puis suivre la réponse sur la
      <a href="${tracking}">page de suivi</a>. Ces deux services sont gratuits et ne demandent pas de compte.
    </p>
    <p>
      Un message envoyé par ce formulaire vaut saisine de l’administration : personne ne vous demandera de le
      confirmer ou de le répéter par un autre moyen (code des relations entre le public et l’administration,
      article L112-8). Quand un service en ligne particulier existe pour une démarche, seul celui-ci permet de
      la faire en ligne (article L112-9).
    </p>
    <p>
      Le téléphone, le courrier et l’accueil restent ouverts : ${telephone(human.phone)}, ${human.address}.
    </p>

    <h2>Comment vous identifier</h2>
    <p>Nous demandons ce que prévoit l’article R112-9-1 du même code, et rien de plus :</p>
    <ul>
      <li>en votre nom : nom de famille, prénom, adresse postale et adresse électronique ;</li>
      <li>pour une entreprise : numéro SIRET ou SIREN, nom et adresse électronique ;</li>
      <li>
        pour une association : numéro au répertoire national des associations (RNA), nom et adresse
        électronique ;
      </li>
      <li>pour un autre organisme : son nom, et les informations de la personne qui le représente ;</li>
      <li>pour une simple question : une adresse électronique suffit.</li>
    </ul>
    <p>
      Si vous écrivez pour une autre personne, indiquez son nom et à quel titre vous le faites. Aucune pièce
      d’identité n’est demandée ici.
    </p>

    <h2>Ce que vous recevez</h2>
    <p>
      Dès l’envoi, un accusé d’enregistrement s’affiche et part à votre adresse électronique, ou à celle que
      vous avez choisie pour les accusés (articles L112-11, R112-11-2 et R112-11-3). Il porte la date de
      réception, une référence et le service chargé de votre message. Il prouve que votre message est arrivé
      et à quelle date ; il ne veut pas dire que votre demande est complète ni acceptée. Pour un délai que
      vous devez respecter, c’est cette date qui compte (article L112-13).
    </p>
    <p>
      La loi prévoit ensuite un accusé de réception, dix jours ouvrés au plus tard après l’arrivée de votre
      message au service compétent (article R112-11-2). Pour une démarche dont le service et les délais sont
      fixés d’avance, il vous est remis aussitôt et tient lieu d’accusé d’enregistrement.
    </p>
    <p>
      Les accusés et les avis de réponse sont envoyés depuis l’adresse <strong>${mailFrom}</strong>. Si vous
      ne recevez rien, regardez parmi les messages indésirables, ou téléphonez-nous. Par prudence, ces
      courriels ne répètent jamais votre message.
    </p>
    <p>
      Un code de suivi s’affiche une seule fois, à l’envoi. Avec la référence, il ouvre votre demande sur la
      page de suivi. Nous n’en gardons pas de copie lisible.
    </p>
    <p>
      La réponse peut vous être faite par voie électronique. Vous pouvez le refuser dans le formulaire, sauf
      pour une demande d’information (article L112-14).
    </p>
    <p>
      Si votre demande relève d’une autre administration, elle lui est transmise et vous en êtes informé
      (article L114-2).
    </p>

    ${
      accessibility &&
      markup`<h2>Accessibilité</h2>
        <p>
          Une page ou un document vous est difficile à utiliser ?
          <a href="${accessibility}">Signalez-nous ce défaut d’accessibilité</a> : nous vous répondrons dans la
          semaine.
        </p>`
    }

    <h2>Envois abusifs</h2>
    <p>
      L’administration n’est pas tenue d’accuser réception des envois abusifs, notamment par leur nombre ou
      leur caractère répétitif ou systématique, ni de ceux qui menacent la sécurité de son système
      d’information. Après en avoir informé leur auteur, si elle le peut, elle peut bloquer la source d’un
      grand nombre d’envois abusifs (article L112-11).
    </p>
    <p>
      Un envoi qui paraît douteux n’est pas effacé : son auteur obtient comme chacun l’accusé à l’écran, la
      référence et le code. Seul le courriel peut attendre qu’un agent ait vérifié, au plus tard à la fin du
      jour ouvré suivant.
    </p>

    <h2>Vos informations personnelles</h2>
    <p>
      <strong>Qui en est responsable ?</strong> ${name}, ${human.address}. Le service ${host} les héberge pour
      son compte, comme sous-traitant.
    </p>
    <p>
      <strong>À quoi servent-elles ?</strong> À traiter votre message, à y répondre, à vous permettre de le
      suivre, et à protéger le service contre les envois abusifs. Elles servent à l’exécution d’une mission
      d’intérêt public (règlement général sur la protection des données, article 6, paragraphe 1, point e).
    </p>
    <p>
      <strong>Lesquelles sont obligatoires ?</strong> Celles que le formulaire ne marque pas « facultatif ».
      Sans elles, le message ne peut pas être envoyé par ce formulaire ; vous pouvez toujours téléphoner,
      écrire par courrier ou venir. Les autres ne servent que si vous les donnez.
    </p>
    <p>
      <strong>Qui les voit ?</strong> Nos agents chargés de votre message et, pour les seuls
      besoins techniques, ceux qui tiennent l’hébergement. Si votre demande relève d’une autre administration,
      celle-ci les reçoit. Elles ne sont jamais réunies avec celles d’autres administrations, ni vendues.
    </p>
    <p>
      <strong>Combien de temps sont-elles gardées ?</strong> Le temps de traiter votre message, puis celui des
      recours. Votre message est une archive publique : il n’est ensuite détruit qu’avec l’accord de
      l’administration des archives (code du patrimoine, articles L211-4, R212-13 et R212-14). L’accusé, avec
      le code de suivi, est gardé chiffré 72 heures, pour qu’un envoi répété ne soit enregistré qu’une fois.
    </p>
    <ul>
      ${retentions.map(
        ({ title, here, isPassing }) =>
          markup`<li>${title ?? 'Formulaire général'} : ${isPassing && 'remises au service qui les traite avec ses propres outils, les informations sont effacées de cette plate-forme au plus tard trois mois après leur arrivée ; à défaut, '}${
            here
              ? `gardées ${durationFr(here.period)} après la clôture, puis ${here.finalAction === 'destroy' ? 'détruites' : 'versées aux archives'}.`
              : 'gardées jusqu’à ce que les archives aient dit pour combien de temps.'
          }</li>`,
      )}
    </ul>
    <p>
      <strong>Comment sont-elles protégées ?</strong> Ce que vous écrivez est chiffré. Ces pages ne déposent
      aucun témoin de connexion (« cookie »), ne mesurent pas votre visite et
      n’appellent aucun autre site. L’adresse de votre réseau ne sert, sous une forme qui ne
      permet pas de la retrouver, qu’à compter les envois pendant quelques minutes. Aucune décision vous
      concernant n’est prise par un programme.
      ${
        // Ordonnance 2005-1516, art. 9.
        securityAttestation &&
        markup`La sécurité du système d’information fait l’objet d’une
          <a href="${securityAttestation}">attestation</a>.`
      }
    </p>
    <p>
      <strong>Quels sont vos droits ?</strong> Vous pouvez demander à voir vos informations, à les faire
      corriger, à en limiter l’usage, vous opposer à cet usage, et obtenir leur effacement dans les cas prévus
      par la loi. Adressez-vous à nous, en précisant « à l’attention du délégué à la protection des
      données » :
      ${human.email && markup`<a href="mailto:${encodeURI(human.email)}">${human.email}</a>, `}${telephone(human.phone)},
      ${human.address}. Si la réponse ne vous convient pas, vous pouvez saisir la Commission nationale de
      l’informatique et des libertés (CNIL) : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, cnil.fr.
    </p>
  </article>`;
}
