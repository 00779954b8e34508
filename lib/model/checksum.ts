/** 32 bits of FNV-1a. Colours, rules and pages are known by it: it gives the same number for the same text for ever. */
export function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash >>> 0;
}

/** 64 bits, of which those are half: for accidents, not for enemies. Who can write here can write anything. */
export function checksum(text: string): string {
  let other = 0x01_00_01_93;
  for (let at = 0; at < text.length; at++) other = Math.imul(other ^ (text.charCodeAt(at) + at), 0x85_eb_ca_6b) >>> 0;
  return hashOf(text).toString(36) + other.toString(36);
}
