import ipaddr from 'ipaddr.js';

/**
 * Returns true if an IP address is on the public internet: not of this machine, its network, a carrier's internal network,
 * or another reserved range. An IPv4-mapped IPv6 address is judged by its IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
