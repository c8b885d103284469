import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { styled } from 'styled-components';
import { dateIn } from '../../shared/civil-date.js';
import { useDates } from '../../shared/dates.js';
import { InFrench } from '../../shared/InFrench.js';
import { Printed } from '../../shared/Printed.js';
import { useWords } from '../../shared/words.js';
import { authorName } from './author-form.js';
import { delayWords } from './delay-words.js';
import { envelopeOf, type Letter } from './letter.js';

/** The recipient stands where the window of a French envelope is: 45 mm from the top, 110 mm from the left. */
const Head = styled.header`
  position: relative;
  min-block-size: 68mm;

  address {
    font-style: normal;
    max-inline-size: 80mm;
    white-space: pre-line;
  }
  address + address {
    position: absolute;
    inset-block-start: 25mm;
    inset-inline-start: 90mm;
    inline-size: 80mm;
  }
`;

const Body = styled.div`
  p,
  ul,
  h2 {
    margin: 0 0 4mm;
  }
  ul {
    padding-inline-start: 6mm;
    list-style: disc;
  }
  h2 {
    font-size: inherit;
    font-weight: bold;
  }
  .text {
    white-space: pre-wrap;
  }
  .signature {
    margin-block-start: 10mm;
    margin-inline-start: 90mm;
    break-inside: avoid;
  }
`;

interface Props {
  request: InboxRequest;
  letter: Letter;
  from: AdminAdministration;
  done(): void;
}

/** A letter on A4: who writes, to whom, about what, the text, who signs, and how to challenge a refusal. */
export default function LetterSheet(props: Props) {
  return (
    <InFrench>
      <Printed title={props.request.reference} done={props.done}>
        <Sheet {...props} />
      </Printed>
    </InFrench>
  );
}

function Sheet({ request, letter, from }: Props) {
  const t = useWords();
  const { civil } = useDates();
  const { content, reference, receivedAt } = request;
  const long = (date: string) => civil(date, { dateStyle: 'long' });
  return (
    <div lang="fr">
      <Head>
        <address>{[from.name, from.address, from.phone, from.email].filter(Boolean).join('\n')}</address>
        <address>{envelopeOf(content.sender).join('\n')}</address>
      </Head>
      <Body>
        <p>
          {letter.on ? t('letter.date', { day: long(letter.on) }) : t('letter.undated')}
          <br />
          {t('letter.about', { subject: content.subject })}
          <br />
          {t('letter.reference', { reference, day: long(dateIn(from.timeZone, new Date(receivedAt))) })}
        </p>
        <Said letter={letter} />
        <Appeal request={request} letter={letter} />
        <Signed letter={letter} from={from} />
      </Body>
    </div>
  );
}

function Said({ letter }: { letter: Letter }) {
  const t = useWords();
  const { civil } = useDates();
  const { kind, message, items, answerBy, decision, to } = letter;
  const reasons = decision?.reasons && decision.reasons !== 'not-required' ? decision.reasons : null;
  const parts = [
    ['decision.law', reasons?.law],
    ['decision.facts', reasons?.facts],
    ['decision.illegality', decision?.illegality],
  ] as const;
  return (
    <>
      {(kind === 'granted' || kind === 'refused') && <h2>{t(`outcome.${kind}`)}</h2>}
      {kind === 'reasons-given' && <h2>{t('letter.reasons')}</h2>}
      {kind === 'forwarded' && to && <p>{t('letter.forwarded', { to })}</p>}
      {items.length > 0 && (
        <>
          <p>{t('letter.items')}</p>
          <ul>
            {items.map(({ name, basis }) => (
              <li key={`${name} ${basis ?? ''}`}>
                {name}
                {basis && ` (${t('items.requiredBy', { basis })})`}
              </li>
            ))}
          </ul>
          {answerBy && <p>{t('letter.answerBy', { day: civil(answerBy, { dateStyle: 'long' }) })}</p>}
        </>
      )}
      {message && <p className="text">{message}</p>}
      {decision?.message && <p className="text">{decision.message}</p>}
      {parts.map(
        ([title, text]) =>
          text && (
            <div key={title}>
              <h2>{t(title)}</h2>
              <p className="text">{text}</p>
            </div>
          ),
      )}
    </>
  );
}

/** Of a refusal: without it no time limit runs (CJA R421-5). */
function Appeal({ request, letter }: Pick<Props, 'request' | 'letter'>) {
  const t = useWords();
  const { legal } = request;
  const appeal = legal.outlook[legal.nature]?.appeal;
  if (!appeal || !['refused', 'reasons-given'].includes(letter.kind)) return null;
  const delay = delayWords(appeal.delay);
  return (
    <p>
      {t('letter.appeal', {
        body: appeal.body,
        delay: delay ? t(delay.key, delay.values) : appeal.delay,
      })}{' '}
      {appeal.online && t('letter.online', { address: appeal.online })}
    </p>
  );
}

/** A decision by its author, whoever it is (CRPA L212-1). */
function Signed({ letter: { decision, signedBy }, from }: Pick<Props, 'letter' | 'from'>) {
  if (!decision) return <p className="signature">{signedBy ?? from.name}</p>;
  const { author } = decision;
  return (
    <p className="signature">
      {authorName(author)}
      <br />
      {author.capacity}
      <br />
      {author.service}
    </p>
  );
}
