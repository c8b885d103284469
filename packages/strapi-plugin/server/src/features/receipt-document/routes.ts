import { receiptRoutes } from '@guichet/contracts/routes';
import { LONGEST_JWS, newReceiptDocument } from '@guichet/contracts/verification';
import { route } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';

export const publicRoutes = [
  route({
    method: 'POST',
    path: receiptRoutes.receiptDocument,
    // It gives back what it was given, in another form: there is nothing that an origin would have to be asked for.
    access: 'anyone',
    limit: 2 * LONGEST_JWS,
    schema: newReceiptDocument,
    // Drawing takes twenty milliseconds of the thread.
    rate: 'track',
    handle: ({ strapi, input }) => getService(strapi, 'receiptDocument').download(input),
  }),
];
