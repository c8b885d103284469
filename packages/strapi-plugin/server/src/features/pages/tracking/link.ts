/** To who lost the codes: a link, mailed to the address that wrote. The same answer whether anything was written from it. */
import { isEmail } from '@guichet/contracts/identity';
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { type Call, closedDoor, door, known, viewOf } from './replies.js';
import { trackingWordsIn } from './view.js';

export async function askLink(call: Call): Promise<Reply> {
  const { strapi, tenant, network, now } = call;
  const email = call.input.linkEmail.trim();
  const { lost } = trackingWordsIn(viewOf(call).language).tracking;
  if (!isEmail(email)) {
    const errors = { linkEmail: email ? lost.emailInvalid : lost.emailRequired };
    return door(call, 400, { errors });
  }
  try {
    await getService(strapi, 'rates').spend('track', network);
    await getService(strapi, 'tracking').sendLink({ tenant, network, now }, { email });
    return await door(call, 200, { isLinkAsked: true });
  } catch (error) {
    return closedDoor(call, known(error));
  }
}
