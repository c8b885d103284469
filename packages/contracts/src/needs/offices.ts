/** The State's words for kinds of offices, as its directory and its guides name them, and what people call them. */

export const townHall = ['mairie', 'paris_mairie', 'mairie_com'];
export const intercommunality = ['epci'];
export const department = ['cg'];
export const region = ['cr'];
export const prefecture = ['prefecture', 'sous_pref', 'paris_prefecture'];
export const franceServices = ['msap', 'france_services'];
export const police = ['gendarmerie', 'commissariat_police'];
export const benefits = ['caf', 'msa'];
export const health = ['cpam', 'msa'];
export const pensions = ['carsat', 'cramif', 'msa'];
export const disability = ['maison_handicapees'];
export const taxes = ['sip', 'centre_impots', 'tresorerie'];
export const jobs = ['france_travail', 'pole_emploi'];
export const courts = ['tj', 'tgi', 'ti', 'mjd'];
export const lawPoints = ['mjd', 'permanence_juridique', 'conciliateur_justice'];
export const education = ['inspection_academique', 'rectorat'];

/** Words by which an office is found beside its name. */
export const officeWords: Readonly<Record<string, string>> = {
  mairie: 'mairie hôtel de ville municipalité commune maire',
  paris_mairie: 'mairie hôtel de ville arrondissement',
  epci: 'intercommunalité communauté de communes agglomération métropole interco comcom agglo',
  cg: 'conseil départemental département conseil général',
  cr: 'conseil régional région',
  prefecture: 'préfecture préfet état titre de séjour',
  sous_pref: 'sous-préfet état',
  msap: 'France services maison france service msap aide démarches internet ordinateur',
  caf: 'caf caisse d’allocations familiales apl rsa alloc',
  msa: 'msa mutualité sociale agricole agriculteur',
  france_services: 'France services maison france service aide démarches internet ordinateur',
  cpam: 'cpam sécu sécurité sociale assurance maladie ameli carte vitale',
  carsat: 'carsat retraite assurance retraite cnav',
  cramif: 'cramif retraite invalidité',
  maison_handicapees: 'mdph maison départementale des personnes handicapées handicap aah',
  sip: 'impôts centre des impôts trésor public finances publiques fisc',
  centre_impots: 'impôts centre des impôts trésor public finances publiques fisc',
  tresorerie: 'trésorerie trésor public perception impôts payer',
  france_travail: 'pôle emploi france travail anpe chômage chômeur',
  pole_emploi: 'pôle emploi france travail anpe chômage chômeur',
  mission_locale: 'mission locale jeunes emploi formation',
  gendarmerie: 'gendarmerie gendarmes police plainte',
  commissariat_police: 'commissariat police nationale plainte',
  tj: 'tribunal judiciaire justice juge',
  tgi: 'tribunal judiciaire justice juge',
  ti: 'tribunal de proximité justice juge',
  mjd: 'maison de justice et du droit point-justice avocat gratuit',
  conciliateur_justice: 'conciliateur de justice litige voisin',
  pmi: 'pmi protection maternelle et infantile bébé',
  adil: 'adil logement location propriétaire locataire conseil',
  ccas: 'ccas centre communal d’action sociale aide sociale',
  cias: 'cias centre intercommunal d’action sociale aide sociale',
  sdis: 'pompiers sapeurs-pompiers secours',
  mds: 'maison des solidarités assistante sociale',
  clic: 'clic personnes âgées information autonomie',
};
