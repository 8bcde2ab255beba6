import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Public by number, yet answered by the machine's own cloud. */
const cloudAddresses = new Set(['168.63.129.16']);
const globalIpv6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** What an operator allows though it lies inside the network. */
export interface AllowList {
  readonly hosts: ReadonlySet<string>;
  readonly ranges: readonly [Address, number][];
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** An address out of its usual text; null for everything else, names above all. IPv4 inside IPv6 counts as IPv4. */
export function addressOf(host: string): Address | null {
  const text = withoutBrackets(host);
  const isAddress = ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
  return isAddress ? ipaddr.process(text) : null;
}

function rangeOf(entry: string): [Address, number] | null {
  if (!ipaddr.isValidCIDR(entry)) return null;
  const [address, bits] = ipaddr.parseCIDR(entry);
  return [address, bits];
}

/**
 * Reads hosts, `host:port` pairs and CIDR ranges.
 * @throws Error that names the entry which is none of them
 */
export function allowListOf(entries: readonly string[]): AllowList {
  const hosts = new Set<string>();
  const ranges: [Address, number][] = [];
  for (const entry of entries) {
    const range = rangeOf(entry);
    if (range) ranges.push(range);
    else hosts.add(hostKeyOf(entry));
  }
  return { hosts, ranges };
}

function hostKeyOf(entry: string): string {
  const isBareIpv6 = ipaddr.IPv6.isValid(entry);
  const url = `http://${isBareIpv6 ? `[${entry}]` : entry}`;
  const parsed = entry.includes('/') || entry.includes('@') || !URL.canParse(url) ? null : new URL(url);
  if (!parsed) throw new Error(`"${entry}" is not a host, a host:port or a CIDR range such as 10.0.0.0/8`);
  // The URL parser drops :80, which is a port like any other here.
  return entry.endsWith(':80') && !isBareIpv6 ? `${parsed.hostname}:80` : parsed.host;
}

/** Whether the operator allows this host, whatever addresses it has. */
export function allowsHost(allowed: AllowList, hostname: string, port: number): boolean {
  const host = hostname.toLowerCase();
  return allowed.hosts.has(host) || allowed.hosts.has(`${host}:${port}`);
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return !cloudAddresses.has(address.toString());
  // ipaddr.js calls addresses such as ::7f00:1 unicast; only this block is given out on the internet.
  return (address as ipaddr.IPv6).match(globalIpv6);
}

/** Whether a connection may go to this address. Text that is no address is refused. */
export function allowsAddress(allowed: AllowList, text: string): boolean {
  const address = addressOf(text);
  if (!address) return false;
  const isAllowed = allowed.ranges.some(
    ([range, bits]) => range.kind() === address.kind() && address.match(range as never, bits),
  );
  return isAllowed || isPublic(address);
}
