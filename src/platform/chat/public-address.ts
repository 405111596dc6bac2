import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the open internet: not of this machine, its network, a carrier's inner network, or
 * any other range that is set apart. What is written as IPv6 and means an IPv4 address is judged by that one.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
