/** Where a call comes from, through as many proxies as the hosting has of its own. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4, isIPv6, SocketAddress } from 'node:net';
import { isLoopbackHost } from '../domain/loopback.js';

const IPV4_MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

const header = (request: IncomingMessage, name: string) => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
};

const list = (text: string) => text.split(',').map((part) => part.trim());

/**
 * The caller's address: each trusted proxy appended one entry to `X-Forwarded-For`, so the caller is that many from
 * the right. Whatever stands further left was written by the caller.
 */
export function callerAddress(request: IncomingMessage, proxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (!proxies) return socket;
  const forwarded = list(header(request, 'x-forwarded-for')).at(-proxies);
  return forwarded && (isIPv4(forwarded) || isIPv6(forwarded)) ? forwarded : socket;
}

/** What rate limits count as one: an IPv4 address, or the /64 that one IPv6 household gets. */
export function networkOf(address: string): string {
  const mapped = IPV4_MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  // SocketAddress writes the address in its one canonical form; `::` stands for the zeros left out.
  const canonical = new SocketAddress({ address: address.split('%')[0]!, family: 'ipv6' }).address;
  const dotted = IPV4_MAPPED.exec(canonical)?.[1];
  if (dotted) return dotted;
  const [head = '', tail] = canonical.split('::');
  const groups = head ? head.split(':') : [];
  if (tail !== undefined) {
    const right = tail ? tail.split(':') : [];
    while (groups.length < 8 - right.length) groups.push('0');
    groups.push(...right);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function isLoopbackAddress(address: string): boolean {
  const plain = IPV4_MAPPED.exec(address)?.[1] ?? address;
  return (isIPv4(plain) && loopback.check(plain, 'ipv4')) || (isIPv6(plain) && loopback.check(plain, 'ipv6'));
}

/**
 * Whether what is said stays between the caller and this hosting: TLS here, TLS at the trusted proxy, or a call that
 * never left this machine.
 */
export function isPrivate(request: IncomingMessage, proxies: number): boolean {
  if ('encrypted' in request.socket && request.socket.encrypted) return true;
  const protocol = header(request, 'x-forwarded-proto');
  if (proxies && protocol) return list(protocol).at(-1) === 'https';
  if (proxies && header(request, 'x-forwarded-for')) return false;
  const host = header(request, 'host').replace(/:\d+$/, '');
  return isLoopbackAddress(request.socket.remoteAddress ?? '') && isLoopbackHost(host);
}
