/** What `npm start` says once everything answers. */
const isColoured = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = paint(1);
const faint = paint(2);
const link = paint(36);

/**
 * @param {object} demo
 * @param {Record<string, string>} demo.origins by name: hosting, favril, trilport, operator, mail
 * @param {{ email: string, serves: string }[]} demo.agents
 * @param {string} demo.password shared by the demo's agents
 * @param {number} demo.seconds since the start
 */
export function summary({ origins, agents, password, seconds }) {
  const { hosting, favril, trilport, operator, mail } = origins;
  const places = [
    ['Le Favril', `${favril}/contact.html`, 'un site de 2009 · a site from 2009'],
    ['Trilport', `${trilport}/contact.html`, 'un site d’aujourd’hui · a site of today'],
    ['Qui fait quoi', `${favril}/services.html`, 'l’annuaire des services · the directory of services'],
    ['Crèches', `${trilport}/creche.html`, 'chez un autre, comme à la mairie · run by another, at home here'],
    ['', `${operator}/agents`, 'ceux qui les attribuent · those who grant the places'],
    [
      'Sans script',
      `${hosting}/guichet/administrations/28148/contact`,
      'la page de la plate-forme · no script',
    ],
    ['Courriels', mail, 'tous ceux qui partent · every mail sent'],
    ['Agents', `${hosting}/admin`, 'mot de passe · password: '],
  ];
  const widest = Math.max(...places.map(([, address]) => address.length));
  const rows = places.map(
    ([name, address, about]) => `  ${name.padEnd(15)}${link(address.padEnd(widest + 2))}${faint(about)}`,
  );
  return [
    '',
    `  ${bold('Guichet est ouvert · Guichet is open')}  ${faint(`${seconds} s`)}`,
    '',
    rows.join('\n') + bold(password),
    ...agents.map(({ email, serves }) => `${' '.repeat(17)}${email.padEnd(widest + 2)}${faint(serves)}`),
    '',
    `  ${faint('Ctrl-C arrête tout · ends everything.   Repartir de zéro · start afresh: rm -r .demo')}`,
    '',
  ].join('\n');
}
