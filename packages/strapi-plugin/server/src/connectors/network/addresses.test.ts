import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPublicAddress, refusalOf } from './addresses.js';

const nowhere = { allowPrivate: [], isDevelopment: false };

describe('where webhooks may go', () => {
  it('reaches public addresses', () => {
    for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888', '2a01:e0a::1'])
      assert.ok(isPublicAddress(address), address);
  });

  it('reaches no address that is private, local, shared, reserved, mapped, translated or tunnelled', () => {
    const refused = [
      ...[
        '0.0.0.0',
        '10.0.0.1',
        '100.64.0.1',
        '127.0.0.1',
        '169.254.169.254',
        '172.16.0.1',
        '172.31.255.255',
      ],
      ...[
        '192.0.0.1',
        '192.0.2.1',
        '192.168.1.1',
        '198.18.0.1',
        '203.0.113.9',
        '224.0.0.1',
        '255.255.255.255',
      ],
      ...[
        '::',
        '::1',
        '::ffff:10.0.0.1',
        '::ffff:8.8.8.8',
        '64:ff9b::a00:1',
        'fc00::1',
        'fd12::1',
        'fe80::1',
      ],
      ...['fec0::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:a00:1::1', 'fe80::1%eth0', 'localhost', ''],
    ];
    for (const address of refused) assert.ok(!isPublicAddress(address), address);
  });

  const written: [string, ReturnType<typeof refusalOf>][] = [
    ['https://logiciel.example/guichet', null],
    ['https://8.8.8.8/', null],
    ['http://logiciel.example/', 'not-https'],
    ['ftp://logiciel.example/', 'not-https'],
    ['http://127.0.0.1/', 'not-https'],
    ['https://secret@logiciel.example/', 'has-credentials'],
    ['https://127.1/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://0177.0.0.1/', 'private-address'],
    ['https://2130706433/', 'private-address'],
    ['https://0/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://169.254.169.254/latest', 'private-address'],
  ];
  for (const [url, refusal] of written)
    it(refusal ? `refuses ${url}` : `takes ${url}`, () =>
      assert.equal(refusalOf(new URL(url), nowhere), refusal),
    );

  it('goes without encryption to this very machine, in development alone', () => {
    const loopback = { allowPrivate: ['127.0.0.1'], isDevelopment: true };
    assert.equal(refusalOf(new URL('http://127.0.0.1:8080/'), loopback), null);
    assert.equal(
      refusalOf(new URL('http://127.0.0.1:8080/'), { ...loopback, isDevelopment: false }),
      'not-https',
    );
    assert.equal(
      refusalOf(new URL('http://127.0.0.1/'), { ...loopback, allowPrivate: [] }),
      'private-address',
    );
    assert.equal(
      refusalOf(new URL('http://10.0.0.12/'), { ...loopback, allowPrivate: ['10.0.0.12'] }),
      'not-https',
    );
    assert.equal(refusalOf(new URL('https://10.0.0.12/'), { ...nowhere, allowPrivate: ['10.0.0.12'] }), null);
  });
});
