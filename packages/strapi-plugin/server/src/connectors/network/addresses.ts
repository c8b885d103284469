/** Which addresses of the network somebody's address may lead to: the public ones, and those that the hosting lists. */
import { BlockList, isIP } from 'node:net';
import { isLoopbackHost } from '../../domain/loopback.js';

// IANA's registries of special-purpose addresses (RFC 6890), with multicast and what is reserved.
const specialIPv4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  specialIPv4.addSubnet(network, prefix, 'ipv4');

// Of IPv6 only what is assigned as global unicast (RFC 4291 2.4): what maps, translates or tunnels IPv4 is outside, or
// taken out below (Teredo, 6to4), with what is for documentation and protocols.
const globalIPv6 = new BlockList();
globalIPv6.addSubnet('2000::', 3, 'ipv6');
const specialIPv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  specialIPv6.addSubnet(network, prefix, 'ipv6');

/** @param address as the resolver gives it; what is no address is not public */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !specialIPv4.check(address, 'ipv4');
    case 6:
      return globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6');
    default:
      return false;
  }
}

export interface Reach {
  /** Addresses that are not public and may be reached all the same. */
  allowPrivate: readonly string[];
  /** Whether this is somebody's own machine, where the loopback may be reached without encryption. */
  isDevelopment: boolean;
}

export function isReachable(address: string, { allowPrivate }: Pick<Reach, 'allowPrivate'>): boolean {
  return allowPrivate.includes(address) || isPublicAddress(address);
}

/** A URL's host without the brackets of IPv6. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * What is wrong with an address before anything is looked up. URLs write every form of an IPv4 address in the usual one
 * (WHATWG URL 3.5): 127.1, octal and hexadecimal included.
 *
 * @returns null where nothing is
 */
export function refusalOf(
  url: URL,
  reach: Reach,
): 'not-https' | 'has-credentials' | 'private-address' | null {
  const isPlain = url.protocol === 'http:' && reach.isDevelopment && isLoopbackHost(url.hostname);
  if (url.protocol !== 'https:' && !isPlain) return 'not-https';
  if (url.username || url.password) return 'has-credentials';
  return isPrivate(url, reach) ? 'private-address' : null;
}

/** Whether its host is an address, and none that may be reached; a name's addresses are known once it is looked up. */
export function isPrivate(url: URL, reach: Pick<Reach, 'allowPrivate'>): boolean {
  const host = hostOf(url);
  return isIP(host) !== 0 && !isReachable(host, reach);
}
