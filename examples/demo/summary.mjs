/** What `npm start` says once everything answers. */
const isColoured = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = paint(1);
const faint = paint(2);
const link = paint(36);

const row = (name, address, about) => `  ${name.padEnd(16)}${link(address.padEnd(58))}${faint(about)}`;

/**
 * @param {object} demo
 * @param {Record<string, string>} demo.origins by name: hosting, favril, trilport, mail
 * @param {{ email: string, serves: string }[]} demo.agents
 * @param {string} demo.password shared by the demo's agents
 * @param {number} demo.seconds since the start
 */
export function summary({ origins, agents, password, seconds }) {
  const { hosting, favril, trilport, mail } = origins;
  return [
    '',
    `  ${bold('Guichet est ouvert')} · ${bold('Guichet is open')}  ${faint(`${seconds} s`)}`,
    '',
    row('Le Favril', `${favril}/contact.html`, 'un site de 2009 · a site from 2009'),
    row('Trilport', `${trilport}/contact.html`, 'un site d’aujourd’hui · a site of today'),
    row(
      'Sans script',
      `${hosting}/guichet/administrations/28148/contact`,
      'la page de l’hébergement · no script',
    ),
    row('Courriels', mail, 'tous ceux qui partent · every mail sent'),
    row('Agents', `${hosting}/admin`, `mot de passe · password: `) + bold(password),
    '',
    ...agents.map(({ email, serves }) => `    ${email.padEnd(44)}${faint(serves)}`),
    '',
    `  ${faint('Ctrl-C arrête tout · ends everything. Repartir de zéro · start afresh: rm -r .demo')}`,
    '',
  ].join('\n');
}
