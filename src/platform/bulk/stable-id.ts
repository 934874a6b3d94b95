import { hash } from 'node:crypto';

/**
 * The same parts give the same id, always: a row that is imported again finds itself. UUIDv8 (RFC 9562, 5.8) of a
 * SHA-256; the parts are kept apart by a character that no key holds.
 */
export function stableId(...parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\u001f'), 'hex');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
