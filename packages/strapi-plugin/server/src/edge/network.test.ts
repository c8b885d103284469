import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { callerAddress, isPrivate, networkOf } from './network.js';

/** What a request looks like to these functions. */
const from = (remoteAddress: string, headers: Record<string, string> = {}, encrypted = false) =>
  ({ socket: { remoteAddress, ...(encrypted && { encrypted }) }, headers }) as unknown as IncomingMessage;

describe('the caller’s network', () => {
  it('is an IPv4 address, however it is written', () => {
    assert.equal(networkOf('198.51.100.7'), '198.51.100.7');
    assert.equal(networkOf('::ffff:198.51.100.7'), '198.51.100.7');
    assert.equal(networkOf('::ffff:c633:6407'), '198.51.100.7');
  });

  it('is an IPv6 /64, however it is written', () => {
    const one = networkOf('2001:db8:0:1::1');
    for (const other of ['2001:0db8:0000:0001:ffff::', '2001:DB8:0:1:1:2:3:4', '2001:db8:0:1::%eth0']) {
      assert.equal(networkOf(other), one, other);
    }
    assert.notEqual(networkOf('2001:db8:0:2::1'), one);
    assert.equal(networkOf('::1'), '0:0:0:0::/64');
  });

  it('is the same for all addresses of one /64, and differs between two', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16));
    const four = fc.tuple(group, group, group, group).map((groups) => groups.join(':'));
    fc.assert(
      fc.property(four, four, four, four, (one, other, host, another) => {
        fc.pre(!one.startsWith('0:0:0:0') && !other.startsWith('0:0:0:0'));
        assert.equal(networkOf(`${one}:${host}`), networkOf(`${one}:${another}`));
        assert.equal(networkOf(`${one}:${host}`) === networkOf(`${other}:${host}`), one === other);
      }),
    );
  });
});

describe('the caller’s address', () => {
  const forwarded = { 'x-forwarded-for': '6.6.6.6, 198.51.100.1, 10.0.0.2' };
  it('is the socket’s, whatever is claimed, without proxies of one’s own', () => {
    assert.equal(callerAddress(from('203.0.113.5', forwarded), 0), '203.0.113.5');
  });
  it('is counted from the right through as many proxies as there are', () => {
    assert.equal(callerAddress(from('10.0.0.1', forwarded), 1), '10.0.0.2');
    assert.equal(callerAddress(from('10.0.0.1', forwarded), 2), '198.51.100.1');
  });
  it('falls back to the socket’s where the proxies said nothing that is an address', () => {
    assert.equal(callerAddress(from('10.0.0.1'), 1), '10.0.0.1');
    assert.equal(callerAddress(from('10.0.0.1', forwarded), 9), '10.0.0.1');
    assert.equal(callerAddress(from('10.0.0.1', { 'x-forwarded-for': 'unknown' }), 1), '10.0.0.1');
  });
});

describe('privacy on the way', () => {
  const own = { host: 'localhost:1337' };
  it('is TLS here, or a call that never left the machine', () => {
    assert.ok(isPrivate(from('203.0.113.5', {}, true), 0));
    assert.ok(isPrivate(from('127.0.0.1', own), 0));
    assert.ok(isPrivate(from('::ffff:127.0.0.1', { host: '[::1]:1337' }), 0));
    assert.ok(!isPrivate(from('203.0.113.5', own), 0));
    assert.ok(!isPrivate(from('127.0.0.1', { host: 'guichet.example' }), 0));
  });
  it('is what the nearest trusted proxy says, and no other', () => {
    assert.ok(isPrivate(from('10.0.0.1', { 'x-forwarded-proto': 'https' }), 1));
    assert.ok(!isPrivate(from('10.0.0.1', { 'x-forwarded-proto': 'https' }), 0));
    assert.ok(!isPrivate(from('10.0.0.1', { 'x-forwarded-proto': 'https,http' }), 1));
    assert.ok(!isPrivate(from('127.0.0.1', { ...own, 'x-forwarded-for': '198.51.100.1' }), 1));
  });
});
