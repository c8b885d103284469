import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDirectorySearch, prepareDirectorySearch } from './directory-search.js';
import { needs } from './needs.js';
import { aDirectory, anOrganisation, aProcedure } from './testing/a-directory.js';
import { indexedGuides, realGuide } from './testing/real-guides.js';

/** As a hosting lists them: what browsing knows, and what needs name. */
const guides = (() => {
  const named = needs.flatMap(({ guide }) => (guide ? (realGuide(guide) ?? []) : []));
  const byId = new Map([...indexedGuides(), ...named].map(({ id, title }) => [id, { id, title }]));
  return [...byId.values()];
})();

const search = createDirectorySearch(aDirectory(), guides);

/** As people type them, and what is to come first. */
const everyday: Record<string, string[]> = {
  rubbish: [
    'poubelle',
    'poubele',
    'poubelles',
    'jour poubelle',
    'ramassage des ordures',
    'ordures menageres',
    'éboueur',
    'tri selectif',
    'sac jaune',
    'ordure',
    'trash',
  ],
  bin: ['bac cassé', 'nouveau bac poubelle'],
  'enlevement-encombrants': [
    'encombrant',
    'encombrants',
    'encombrents',
    'monstres',
    'jeter un canapé',
    'vieux frigo',
    'télé cassée',
    'matelas',
  ],
  'recycling-centre': [
    'déchèterie',
    'dechetterie',
    'decheterie',
    'dechetrie',
    'horaires déchetterie',
    'gravats',
    'amiante',
    'pneus usagés',
  ],
  compost: ['composteur', 'compost'],
  passport: [
    'passeport',
    'pasport',
    'passport',
    'passeprt',
    'refaire mon passeport',
    'PASSEPORT',
    'renouveler passeport enfant',
  ],
  'identity-card': [
    'carte d’identité',
    "carte d'identité",
    'carte didentite',
    'carte identite',
    'cni',
    'carte nationale d identite',
    'carte d’idantité',
  ],
  'acte-de-naissance': [
    'acte de naissance',
    'extrait de naissance',
    'acte naisance',
    'copie intégrale acte de naissance',
  ],
  birth: ['déclarer une naissance', 'declarer naissance'],
  death: ['deces', 'décès', 'décé', 'declaration de deces'],
  'death-record': ['acte de deces'],
  wedding: ['mariage', 'se marier', 'mariaje', 'publication des bans'],
  pacs: ['pacs', 'se pacser'],
  'family-book': ['livret de famille', 'livré de famille'],
  'first-name': ['changer de prénom'],
  'electoral-roll': ['liste electorale', 'inscription liste électorale', 's’inscrire pour voter'],
  'polling-station': ['bureau de vote'],
  'proxy-vote': ['vote procuration', 'procuration', 'procurasion', 'voter par procuration'],
  census: ['recensement', 'recencement', 'jdc', 'recensement 16 ans'],
  hosting: ['attestation d’accueil', 'attestation accueil'],
  'leaving-france': ['sortie de territoire', 'autorisation sortie du territoire'],
  move: ['déménagement', 'je déménage', 'demenagement', 'changement d’adresse', 'nouvel habitant'],
  'residence-permit': ['titre de séjour', 'carte de sejour', 'titre sejour'],
  naturalisation: ['nationalité française', 'devenir francais'],
  nursery: ['creche', 'crèche', 'place en crèche', 'halte garderie'],
  'child-minder': ['nounou', 'assistante maternelle', 'assistante maternel', 'assmat'],
  school: ['inscription école', 'ecole', 'école maternelle', 'inscrire mon fils à l’école'],
  cantine: ['cantine', 'cantinne', 'cantine scolaire', 'repas école'],
  'after-school': ['périscolaire', 'garderie du soir', 'periscolaire'],
  'day-camp': ['centre aéré', 'centre de loisirs', 'mercredi'],
  'school-bus': ['transport scolaire', 'car scolaire', 'bus scolaire', 'ramassage scolaire'],
  'family-allowance': ['allocations familiales', 'allocation familiale'],
  'building-permit': [
    'permis construire',
    'permis de construire',
    'permi de construir',
    'agrandir ma maison',
    'construction maison',
  ],
  works: [
    'déclaration préalable',
    'declaration de travaux',
    'changer mes fenêtres',
    'panneaux solaires',
    'veranda',
  ],
  fence: ['cloture', 'clôture', 'portail'],
  'planning-certificate': ['certificat d’urbanisme', 'certificat urbanisme'],
  'local-plan': ['plu', 'plan local d’urbanisme'],
  'land-register': ['cadastre', 'parcelle cadastrale'],
  water: ['compteur d’eau', 'facture d’eau', 'facture eau', 'abonnement eau'],
  'water-leak': ['fuite d’eau', 'fuite eau', 'coupure d’eau'],
  fibre: ['internet fibre', 'antenne 5g'],
  addiction: ['drogue', 'alcool'],
  doctor: ['dentiste', 'médecin de garde', 'docteur'],
  burial: ['enterrer', 'obsèques'],
  bereavement: ['succession'],
  eviction: ['expulsé'],
  'unpaid-rent': ['aide pour payer electricité'],
  'road-sign': ['feu rouge panne'],
  'septic-tank': ['fosse septique', 'fosse sceptique', 'spanc'],
  sewer: ['égout bouché', 'tout à l’égout'],
  'social-housing': ['hlm', 'logement social', 'logement sociale'],
  'housing-benefit': ['apl', 'aide au logement'],
  pothole: ['nid de poule', 'nids de poule', 'trou dans la route'],
  'street-light': ['lampadaire', 'lampadère', 'lampadaire en panne', 'éclairage public', 'eclairage'],
  'fly-tipping': ['dépôt sauvage', 'depot sauvage', 'décharge sauvage'],
  wasps: ['nid de guepes', 'nid de guêpe', 'frelons', 'frelon asiatique', 'guepe'],
  noise: ['chien qui aboie', 'bruit', 'voisin bruyant bruit', 'tapage nocturne', 'aboiement'],
  'stray-dog': ['chien errant', 'chat errant', 'chien trouvé'],
  'lost-pet': ['chien perdu', 'j’ai perdu mon chat'],
  burning: ['brûler des feuilles', 'bruler des dechets verts'],
  'abandoned-car': ['voiture ventouse', 'voiture abandonnée'],
  'lost-property': ['objets trouvés', 'objet trouve', 'clés perdues'],
  'road-works': ['arrêté de circulation', 'échafaudage'],
  'parking-card': ['carte handicapé stationnement', 'carte mobilité inclusion', 'cmi'],
  complaint: ['porter plainte', 'plainte', 'cambriolage', 'main courante'],
  'holiday-watch': ['opération tranquillité vacances', 'tranquilité vacances'],
  'car-registration': ['carte gris', 'carte grise', 'cartegrise', 'immatriculation', 'imatriculation'],
  'driving-licence': ['permis de conduire', 'permi conduire', 'permis conduire perdu'],
  fine: ['amende', 'payer amende', 'pv radar'],
  bus: ['bus', 'horaires bus', 'horaire de car'],
  hardship: ['aide alimentaire', 'aide financière urgence', 'colis alimentaire'],
  meals: ['portage de repas', 'repas à domicile', 'portage repas'],
  'home-help': ['aide à domicile', 'aide menagere'],
  apa: ['apa', 'allocation autonomie'],
  'care-home': ['maison de retraite', 'ehpad', 'epad'],
  rsa: ['rsa', 'RSA', 'revenu de solidarité active'],
  disability: ['handicap', 'aah', 'mdph dossier'],
  'health-card': ['carte vitale', 'carte vital'],
  pension: ['retraite', 'relevé de carrière'],
  unemployment: ['chômage', 'chomage', 'inscription pole emploi'],
  'income-tax': ['impôt sur le revenu', 'impots', 'déclaration d’impôt', 'impot'],
  'property-tax': ['taxe foncière', 'taxe fonciere', 'impôts locaux'],
  'online-help': ['aide internet', 'aide ordinateur'],
  'salle-des-fetes': ['location salle', 'louer la salle des fêtes', 'salle des fetes', 'salle polyvalente'],
  'flea-market': ['vide grenier', 'vide-greniers', 'brocante'],
  'temporary-bar': ['buvette', 'débit de boisson temporaire'],
  library: ['bibliothèque inscription', 'emprunter un livre'],
  bibliotheque: ['bibliothèque simone veil'],
  piscine: ['piscine des collines'],
  'swimming-pool': ['nager', 'horaires piscine'],
  pool: ['installer une piscine'],
  'start-association': ['créer une association', 'statuts association'],
  club: ['club de foot', 'association sportive'],
  grant: ['subvention association', 'subvention'],
  grave: ['concession cimetière', 'cimetiere', 'columbarium', 'tombe'],
  'meet-mayor': ['rendez-vous avec le maire', 'rencontrer le maire'],
  council: ['conseil municipal', 'compte rendu conseil municipal'],
  conciliator: ['conciliateur', 'conciliateur de justice'],
  'criminal-record': ['casier judiciaire', 'casier judiciere'],
  'voluntary-rescue': ['pompier volontaire'],
  renovation: ['ma prime rénov', 'maprimerenov', 'isolation'],
  caf: ['caf', 'caisse d’allocation familiale'],
  cpam: ['cpam', 'sécu'],
  prefecture: ['préfecture', 'prefecture eure et loir'],
  'sous-prefecture': ['sous-préfecture nogent'],
  'france-services': ['france services', 'france service', 'maison france services'],
  gendarmerie: ['gendarmerie', 'gendarmerie thiron', 'brigade'],
  epci: ['communauté de communes', 'comcom', 'terres de perche'],
  sictom: ['sictom'],
  mairie: ['mairie', 'mairie du favril', 'mairi'],
  foot: ['football club du favril', 'footbal favril'],
};

describe('the search of the directory', () => {
  const queries = Object.entries(everyday).flatMap(([id, texts]) => texts.map((text) => [text, id] as const));

  it(`finds what is meant first, for ${queries.length} everyday queries with their typos`, () => {
    assert.ok(queries.length >= 120);
    const wrong = queries
      .map(([text, id]) => ({ text, id, found: search.find(text).map((one) => one.id) }))
      .filter(({ id, found }) => found[0] !== id)
      .map(({ text, id, found }) => `${text}: ${id}, not ${found.slice(0, 4).join(', ') || 'nothing'}`);
    assert.deepEqual(wrong, []);
  });

  it('never throws, and never finds what is not there, whatever is typed', () => {
    const ids = {
      organisation: aDirectory().organisations.map(({ id }) => id),
      procedure: aDirectory().procedures.map(({ slug }) => slug),
      need: needs.map(({ id }) => id),
      guide: guides.map(({ id }) => id),
    };
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('carte', 'l’', '*', '(', '__proto__', 'constructor', 'é', '\u0301', '"'), {
          maxLength: 20,
        })
        .map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 20 }), (text, limit) => {
        const found = search.find(text, limit);
        assert.ok(found.length <= limit);
        for (const one of found) {
          assert.ok(ids[one.kind].includes(one.id));
          assert.ok(one.organisations.every((id) => ids.organisation.includes(id)));
          assert.ok(one.guide === null || ids.guide.includes(one.guide));
        }
        assert.equal(new Set(found.map(({ kind, id }) => `${kind} ${id}`)).size, found.length);
      }),
    );
  });

  it('finds the same in the same order, whatever the case, the accents and the plural', () => {
    for (const [text, other] of [
      ['Éclairage Public', 'eclairages publics'],
      ['L’ÉCOLE', 'ecoles'],
      ['travaux', 'TRAVAUX'],
      ['cœur', 'coeur'],
      ['animaux', 'animal'],
      ['logement social', 'logements sociaux'],
    ] as const) {
      assert.notEqual(search.find(text).length, 0, text);
      assert.deepEqual(search.find(text), search.find(other), text);
    }
  });

  it('finds while somebody types: every beginning from three letters on keeps what is meant in sight', () => {
    for (const [word, id] of [
      ['passeport', 'passport'],
      ['déchèterie', 'recycling-centre'],
      ['encombrants', 'enlevement-encombrants'],
    ] as const)
      for (let length = 3; length <= word.length; length++)
        assert.ok(
          search.find(word.slice(0, length)).some((one) => one.id === id),
          word.slice(0, length),
        );
  });

  it('finds every need, procedure, organisation and guide by its own title', () => {
    const lost = [
      ...needs.map(({ title }) => title),
      ...aDirectory().organisations.map(({ name }) => name),
    ].filter((title) => !search.find(title).some((one) => one.title === title || one.kind === 'procedure'));
    assert.deepEqual(lost, []);
    for (const { id, title } of guides.filter(({ id: one }) => one.startsWith('N')))
      assert.ok(
        search.find(title, 20).some(({ guide }) => guide === id),
        title,
      );
  });

  it('finds by a word that is two letters away only where none is nearer', () => {
    const ids = search.find('poubele').map(({ id }) => id);
    assert.ok(ids.includes('rubbish'));
    assert.ok(!ids.includes('pothole'), '« poule » is not what was meant');
    assert.ok(search.find('pasporte').some(({ id }) => id === 'passport'));
  });

  it('finds nothing where nothing is said', () => {
    for (const text of ['', ' ', 'le', 'qui est', '?!', '’']) assert.deepEqual(search.find(text), [], text);
    assert.deepEqual(search.find('xqzwvk'), []);
  });

  it('finds the same when it is made in pieces', async () => {
    const slowly = await prepareDirectorySearch(aDirectory(), guides);
    for (const text of ['poubele', 'carte', 'enfant']) assert.deepEqual(slowly.find(text), search.find(text));
  });
});

describe('who answers for a need', () => {
  const who = (text: string, directory = aDirectory()) =>
    createDirectorySearch(directory, []).find(text)[0]?.organisations;

  it('is the desk that is named after it, then the town hall', () => {
    assert.deepEqual(who('permis de construire'), ['urbanisme', 'mairie']);
    assert.deepEqual(who('lampadaire'), ['mairie']);
  });

  it('is the office of its kind, the likeliest first', () => {
    assert.deepEqual(who('porter plainte'), ['gendarmerie']);
    assert.deepEqual(who('carte grise'), ['france-services', 'prefecture', 'sous-prefecture']);
    assert.deepEqual(who('poubelle'), ['sictom', 'epci']);
  });

  it('is whoever can say who does where none of its kind is known', () => {
    const [town, services] = ['mairie', 'france-services'].map((id) =>
      aDirectory().organisations.find((one) => one.id === id)!,
    );
    assert.deepEqual(who('allocations familiales', aDirectory({ organisations: [town!, services!] })), [
      'france-services',
    ]);
    assert.deepEqual(who('allocations familiales', aDirectory({ organisations: [town!] })), ['mairie']);
    const county = anOrganisation('28', 'Eure-et-Loir', 'department');
    assert.deepEqual(who('maison de retraite', aDirectory({ organisations: [town!, county] })), ['28']);
    assert.deepEqual(who('maison de retraite', aDirectory({ organisations: [] })), []);
  });

  it('of an intercommunality’s own directory is itself, and for what a town does a town hall', () => {
    const epci = anOrganisation('200', 'Terres de Perche', 'intercommunality', 'epci');
    const town = anOrganisation('28148', 'Mairie du Favril', 'commune', 'mairie');
    const directory = aDirectory({ organisations: [epci, town] });
    assert.deepEqual(who('poubelle', directory), ['200']);
    assert.deepEqual(who('lampadaire', directory), ['28148']);
  });
});

describe('a procedure of the administration’s', () => {
  const ids = (text: string) => search.find(text).map(({ id }) => id);

  it('stands in the place of the need that it is about, and is found by its words', () => {
    assert.ok(!ids('encombrants').includes('bulky-waste'));
    assert.equal(ids('vieux matelas')[0], 'enlevement-encombrants');
    assert.equal(search.find('encombrants')[0]!.guide, 'F31954');
  });

  it('is known to be about one by its guide as well', () => {
    const voting = aProcedure('procuration', 'Absent le jour du scrutin', { guide: 'F1604' });
    const found = createDirectorySearch(aDirectory({ procedures: [voting] }), guides).find(
      'voter par procuration',
    );
    assert.deepEqual(
      found.map(({ id }) => id).filter((id) => /pro/.test(id)),
      ['procuration'],
    );
  });
});

describe('the State’s guides', () => {
  it('are not told again below what leads to them', () => {
    assert.equal(search.find('passeport')[0]!.guide, 'N360');
    assert.ok(search.find('passeport').every(({ kind, guide }) => kind !== 'guide' || guide !== 'N360'));
  });

  it('are led to only where they are here', () => {
    assert.equal(createDirectorySearch(aDirectory(), []).find('passeport')[0]!.guide, null);
  });
});
