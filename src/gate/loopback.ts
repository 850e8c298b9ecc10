/** Whether a host name means this machine: `localhost`, a name below it, or an address of loopback. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name)
}

/** Whether an IP address is one of loopback; IPv6 with or without the brackets of an address bar. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address === '[::1]' || /^127(\.\d{1,3}){3}$/.test(address)
}
