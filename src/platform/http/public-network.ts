import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose addresses of version 4: this machine's, the house's, the cloud's own services, nobody's. */
const INSIDE_4: readonly (readonly [network: string, bits: number])[] = [
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
];
/** Of version 6 only 2000::/3 is anybody's; these within it carry an address of version 4, or are examples. */
const INSIDE_6: typeof INSIDE_4 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const inside = new BlockList();
for (const [network, bits] of INSIDE_4) inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of INSIDE_6) inside.addSubnet(network, bits, 'ipv6');
const anybodys = new BlockList();
anybodys.addSubnet('2000::', 3, 'ipv6');

/** Whether the address is one of the internet's: not this machine, not the network that it stands in, not a cloud's metadata. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inside.check(address, 'ipv4');
  return version === 6 && anybodys.check(address, 'ipv6') && !inside.check(address, 'ipv6');
}
