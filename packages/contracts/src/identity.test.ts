import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  compactNumber,
  isAdministrationCode,
  isEmail,
  isFrenchPostalCode,
  isInseeCode,
  isPhone,
  isRna,
  isSiren,
  isSiret,
} from './identity.js';

function all(check: (text: string) => boolean, good: string[], bad: string[]): void {
  for (const text of good) assert.ok(check(text), text);
  for (const text of bad) assert.ok(!check(text), JSON.stringify(text));
}

/** The Luhn check digit of `digits`, computed the long way. */
function withLuhn(digits: string): string {
  for (let check = 0; check < 10; check++) {
    let sum = 0;
    const whole = digits + check;
    for (let i = 0; i < whole.length; i++) {
      const digit = Number(whole[whole.length - 1 - i]);
      sum += i % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit]! : digit;
    }
    if (sum % 10 === 0) return whole;
  }
  throw new Error('unreachable');
}

describe('an e-mail address', () => {
  it('is a dot-atom at a domain of two labels or more', () => {
    all(
      isEmail,
      [
        'a@b.fr',
        'angela.dubois+mairie@boite.example',
        "o'neill@example.co.uk",
        `${'a'.repeat(64)}@example.org`,
        'a@1and1.fr',
      ],
      [
        '',
        'a',
        '@b.fr',
        'a@',
        'a@b',
        'a@b.1',
        'a..b@c.fr',
        '.a@c.fr',
        'a.@c.fr',
        'a b@c.fr',
        'a@b c.fr',
        'é@c.fr',
        `${'a'.repeat(65)}@c.fr`,
        'a@-b.fr',
        'a@b-.fr',
        'a@[127.0.0.1]',
      ],
    );
  });

  it('can never become a second recipient or a header', () => {
    all(
      isEmail,
      [],
      [
        'a@b.fr,c@d.fr',
        'a@b.fr;c@d.fr',
        'a@b.fr c@d.fr',
        '"a@b.fr" <c@d.fr>',
        'x <a@b.fr>',
        'a@b.fr\r\nBcc: c@d.fr',
        'a@b.fr\n',
        'a\r@b.fr',
        '"a b"@c.fr',
        'a(comment)@b.fr',
        'a@b.fr(comment)',
        'a@b.fr\u0000',
        'a:b@c.fr',
        '<a@b.fr>',
        'a@b@c.fr, d@e.fr',
        'group:a@b.fr;',
      ],
    );
  });

  it('is refused at once however long: a pattern that backtracks would never end here', () => {
    const evil = ['a', 'a.', '@', 'a@b-', 'a@b.'].map((part) => part.repeat(100_000));
    all(isEmail, [], evil);
  });
});

describe('registration numbers', () => {
  it('checks SIREN and SIRET by Luhn', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), fc.stringMatching(/^\d{4}$/), (eight, nic) => {
        const siren = withLuhn(eight);
        assert.ok(isSiren(siren));
        assert.ok(isSiret(withLuhn(siren + nic)));
        const mistyped = siren.slice(0, -1) + ((Number(siren.at(-1)) + 1) % 10);
        assert.ok(!isSiren(mistyped));
        assert.ok(!isSiret(withLuhn(mistyped + nic)), 'a SIRET whose SIREN is wrong');
      }),
    );
    all(isSiren, ['732829320'], ['', '732829321', '73282932', '732 829 320', '73282932O', '٧٣٢٨٢٩٣٢٠']);
  });

  it('takes La Poste’s establishments, which are numbered outside Luhn', () => {
    all(isSiret, ['35600000000048', '35600000049837'], ['35600000049838', '35600100049837']);
    // The digits of its SIREN add up to 14: the five others must bring that to a multiple of five.
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4}$/), (four) => {
        const sum = [...`356000000${four}`].reduce((total, digit) => total + Number(digit), 0);
        assert.ok(isSiret(`356000000${four}${(5 - (sum % 5)) % 5}`));
      }),
    );
  });

  it('checks RNA numbers in both their forms', () => {
    all(
      isRna,
      ['W751212517', 'W2A1000001', '0751001234'],
      ['', 'W75121251', 'w751212517', '1751001234', '0751011234', 'W7512125170'],
    );
  });

  it('takes the spaces, dots and hyphens that people put in', () => {
    assert.equal(compactNumber(' 732 829\u00a0320\u202f00074 '), '73282932000074');
    assert.equal(compactNumber('w75.121-2517'), 'W751212517');
  });
});

describe('places and telephones', () => {
  it('knows communes, Corsica’s and overseas’ too', () => {
    all(isInseeCode, ['28148', '2A004', '2B033', '97105'], ['', '2814', '281480', '2C004', '2a004', 'A2004']);
    all(isAdministrationCode, ['28148', '732829320'], ['732829321', '2814']);
  });
  it('knows French postal codes', () => {
    all(
      isFrenchPostalCode,
      ['01000', '20000', '28190', '97400', '98800'],
      ['', '00100', '99000', '2819', '281900', '2A000'],
    );
  });
  it('takes what could be dialled', () => {
    all(
      isPhone,
      ['01 99 00 28 14', '+33 1 99 00 28 14', '(01).99-00', '3939'],
      ['', '123', '+', 'abc', '01 99 00 28 14 poste 3', '1'.repeat(16)],
    );
  });
});
