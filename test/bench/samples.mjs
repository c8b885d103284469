/** What is sent and stored in the measures. */

/** The origin of the commune's own site. */
export const site = 'https://www.lefavril.example';

export const administration = {
  siren: '200000016',
  insee: '28148',
  name: 'Mairie du Favril',
  kind: 'commune',
  phone: '01 99 00 28 14',
  email: 'mairie@lefavril.example',
  address: '1 place de l’Église, 28190 Le Favril',
  hours: ['Lundi et jeudi : 9 h – 12 h'],
  origins: [site],
};

const subject = 'Éclairage';
const message = 'Le lampadaire de la rue de l’Église ne s’allume plus depuis lundi. '.repeat(6).trim();
const postalAddress = {
  lines: ['3 rue de la Mairie'],
  postalCode: '28190',
  city: 'Le Favril',
  country: 'FR',
};
const person = (number) => ({
  familyName: 'Dubois',
  givenName: 'Angela',
  email: `angela.dubois${number}@boite.example`,
  postalAddress,
});

/** A resident's request, each from another one. */
export const aRequest = (number, formToken) => ({
  procedure: 'contact',
  nature: 'request',
  recipient: null,
  sender: { kind: 'individual', ...person(number) },
  subject,
  message,
  formToken,
});

/** The same, as a record of the stock content type. */
export const aMessage = (number) => ({
  procedure: 'contact',
  nature: 'request',
  senderKind: 'individual',
  ...person(number),
  subject,
  message,
});
