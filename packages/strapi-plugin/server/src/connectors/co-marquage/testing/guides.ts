/** Guides in the source's present format (schema 3.5), of our own words. */

/** @param inside after what every file begins with */
export function publication(
  id: string,
  title: string,
  inside: string,
  { type = "Fiche d'information", audience = 'Particuliers' } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ID="${id}" type="${type}" spUrl="https://www.service-public.gouv.fr/particuliers/vosdroits/${id}" dateDerniereModificationImportante="2026-03-02T00:00:00">
  <dc:title>${title}</dc:title>
  <dc:contributor>Direction de l'essai</dc:contributor>
  <dc:description>De quoi parle « ${title} ».</dc:description>
  <dc:date>modified 2026-10-05</dc:date>
  <dc:type>Fiche pratique</dc:type>
  <SurTitre>Fiche pratique</SurTitre>
  <Audience>${audience}</Audience>
  <Canal>www.service-public.gouv.fr</Canal>
  <FilDAriane>
    <Niveau ID="${audience}">Accueil</Niveau>
    <Niveau ID="N19810">Papiers - Citoyenneté</Niveau>
    <Niveau ID="${id}" type="${type}">${title}</Niveau>
  </FilDAriane>
  ${inside}
</Publication>`;
}

export const lostKeys = publication(
  'F900001',
  'Clés trouvées : que faire ?',
  `<Introduction><Texte><Paragraphe>Des clés trouvées se rapportent à la <MiseEnEvidence>mairie</MiseEnEvidence> dans les <Valeur>8 jours</Valeur>.</Paragraphe></Texte></Introduction>
  <ListeSituations affichage="onglet">
    <Situation>
      <Titre>Dans la rue</Titre>
      <Texte>
        <Chapitre>
          <Titre><Paragraphe>Où les rapporter</Paragraphe></Titre>
          <Paragraphe>Voyez le <LienInterne LienPublication="F900002" type="Fiche d'information" audience="Particuliers">service des objets trouvés</LienInterne>, dit <LienIntra LienID="R900009" type="Définition de glossaire">bureau</LienIntra>.</Paragraphe>
          <Liste type="numero"><Item><Paragraphe>Le matin</Paragraphe></Item><Item><Paragraphe>Le soir</Paragraphe></Item></Liste>
          <ANoter><Titre>À noter</Titre><Paragraphe>Un reçu est remis.</Paragraphe></ANoter>
        </Chapitre>
      </Texte>
    </Situation>
    <Situation>
      <Titre>Dans un train</Titre>
      <Texte>
        <BlocCas affichage="radio">
          <Cas><Titre><Paragraphe>En gare</Paragraphe></Titre><Paragraphe>Au guichet.</Paragraphe></Cas>
          <Cas><Titre><Paragraphe>À bord</Paragraphe></Titre><Paragraphe>Au contrôleur.</Paragraphe></Cas>
        </BlocCas>
        <Tableau>
          <Titre>Ce que cela coûte</Titre>
          <Colonne largeur="50" type="header"/><Colonne largeur="50" type="normal"/>
          <Rangée type="header"><Cellule><Paragraphe>Objet</Paragraphe></Cellule><Cellule><Paragraphe>Prix</Paragraphe></Cellule></Rangée>
          <Rangée type="normal"><Cellule fusionVerticale="2"><Paragraphe>Clé</Paragraphe></Cellule><Cellule><Paragraphe><Valeur>0 €</Valeur></Paragraphe></Cellule></Rangée>
        </Tableau>
      </Texte>
    </Situation>
  </ListeSituations>
  <ServiceEnLigne ID="R900003" URL="https://demarches.example/objets" type="Formulaire" numerocerfa="99999*01" format="application/pdf" poids="120.5 KB"><Titre>Déclarer une perte</Titre><Source ID="R1">Ministère de l'essai</Source></ServiceEnLigne>
  <OuSAdresser ID="R900004" type="Local personnalisé sur SP" sve="non"><Titre>Mairie</Titre><PivotLocal>mairie</PivotLocal><RessourceWeb URL="https://annuaire.example/mairies"/></OuSAdresser>
  <Reference type="Texte de référence" URL="https://textes.example/1" ID="R2"><Titre>Code de l'essai</Titre><Complement>Article 1</Complement></Reference>
  <Definition ID="R900009"><Titre>Bureau</Titre><Texte><Paragraphe>Le lieu où l'on garde ce qui est trouvé.</Paragraphe></Texte></Definition>
  <QuestionReponse ID="F900005" audience="Particuliers">Faut-il se déplacer ?</QuestionReponse>`,
);

export const theme = publication(
  'N19810',
  'Papiers - Citoyenneté',
  `<SousTheme ID="N20100"><Titre>Objets</Titre><Dossier ID="N900010">Objets trouvés</Dossier></SousTheme>`,
  { type: 'Thème' },
);
