/** Where anyone verifies a receipt: the hosting's own page, as receipts of all its administrations come here. */
import type { Language } from '@guichet/contracts/administration';
import { LONGEST_JWS, type ReceiptVerification } from '@guichet/contracts/verification';
import type { EdgeCall, PublicRoute, RefusedCall, Reply } from '../../../edge/route.js';
import { getService } from '../../../strapi/services.js';
import { languageOf } from '../language.js';
import { renderPage } from '../layout.js';
import { refuseAs } from '../reply.js';
import type { VerificationBody } from './body.js';
import { type VerificationModel, verificationPage, verificationWords } from './verification.page.js';

type Call = Pick<RefusedCall, 'strapi' | 'query' | 'header'>;

function page(
  call: Call,
  status: number,
  { jws = '', text = '', outcome }: Pick<VerificationModel, 'outcome'> & { jws?: string; text?: string },
): Reply {
  const language = languageOf(call, null);
  const { host } = getService(call.strapi, 'settings').publicUrl;
  const { body, headers } = renderPage({
    language,
    title: verificationWords[language].title,
    isError: status !== 200,
    administration: null,
    opening: null,
    at: null,
    script: READ_FRAGMENT,
    main: verificationPage({ language, host, jws, text, outcome }),
  });
  return { status, body, headers };
}

/**
 * A receipt's QR code and link carry its code in the fragment, which no server sees: it is put into the form, and sent by
 * who presses the button. Again where the next one is scanned into the same page.
 */
const READ_FRAGMENT = `(onhashchange=()=>{const code=location.hash.slice(1);if(code)document.getElementById('jws').value=code})()`;

const malformed = (language: Language) => ({ error: verificationWords[language].refused.malformed });

export function showVerification(call: EdgeCall): Reply {
  const reply = page(call, 200, { outcome: null });
  return { ...reply, headers: { ...reply.headers, 'Cache-Control': 'public, max-age=60' } };
}

export async function takeVerification(call: EdgeCall<VerificationBody>): Promise<Reply> {
  const { strapi, input } = call;
  const language = languageOf(call, null);
  // Mails and word processors break long lines; who has no JavaScript pastes the whole link of a receipt.
  const jws = input.jws.replace(/\s/g, '').replace(/^.*#/, '');
  if (!jws) return page(call, 400, { outcome: { error: verificationWords[language].codeRequired } });
  const outcome: ReceiptVerification =
    jws.length > LONGEST_JWS
      ? { valid: false, reason: 'malformed' }
      : await getService(strapi, 'signature').verify(jws);
  if (!outcome.valid && outcome.reason === 'malformed')
    return page(call, 400, { jws, outcome: malformed(language) });
  return page(call, 200, { jws, text: input.text, outcome });
}

/** What is too long to be read is no code either. */
export const refuseVerification: NonNullable<PublicRoute['refuse']> = (problem, refused) =>
  problem.code === 'payload-too-large'
    ? page(refused, problem.status, { outcome: malformed(languageOf(refused, null)) })
    : refuseAs(null)(problem, refused);
