/** To who lost the code: a link, mailed to the address that wrote. The same answer whether there is such a request. */
import { isEmail } from '@guichet/contracts/identity';
import { readReference } from '@guichet/contracts/reference';
import type { Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { exampleReference } from './door.page.js';
import { type Call, closedDoor, door, known, viewOf } from './replies.js';
import { trackingWordsIn } from './view.js';

export async function askLink(call: Call): Promise<Reply> {
  const { strapi, tenant, network, now } = call;
  const { linkReference: reference, linkEmail: email } = call.input;
  const errors = errorsOf(call);
  if (Object.keys(errors).length) return door(call, 400, { errors });
  try {
    await getService(strapi, 'rates').spend('track', network);
    await getService(strapi, 'tracking').sendLink({ tenant, network, now }, { reference, email });
    return door(call, 200, { isLinkAsked: true });
  } catch (error) {
    return closedDoor(call, known(error));
  }
}

function errorsOf(call: Call): Record<string, string> {
  const { wrong, lost } = trackingWordsIn(viewOf(call).language).tracking;
  const { linkReference, linkEmail } = call.input;
  const errors: Record<string, string> = {};
  if (!linkReference.trim()) errors['linkReference'] = wrong.referenceRequired;
  else if (!readReference(linkReference))
    errors['linkReference'] = wrong.referenceInvalid(exampleReference(call.tenant.administration));
  if (!linkEmail.trim()) errors['linkEmail'] = lost.emailRequired;
  else if (!isEmail(linkEmail.trim())) errors['linkEmail'] = lost.emailInvalid;
  return errors;
}
