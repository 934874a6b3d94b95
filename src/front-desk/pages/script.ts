/** The pages' script, a file of ours. Every page does without it: it spares people a second press, and reckons puzzles. */
export const SCRIPT_ADDRESS = '/front-desk.js';

export const script = `
'use strict';
for (const form of document.querySelectorAll('form.desk')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    const proof = form.querySelector('input[data-puzzle]');
    if (sent) { event.preventDefault(); return; }
    if (proof && !proof.value && globalThis.crypto && crypto.subtle) {
      event.preventDefault();
      sent = true;
      solve(proof.dataset.puzzle).then((found) => { proof.value = found; form.submit(); });
      return;
    }
    sent = true;
  });
}
// Back from the next page: the form may be sent again.
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

async function solve(puzzle) {
  const bits = Number(puzzle.split('.')[0]);
  const encoder = new TextEncoder();
  for (let nonce = 0; ; nonce++) {
    const found = puzzle + ':' + nonce;
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(found)));
    if (leadingZeros(hash) >= bits) return found;
  }
}
function leadingZeros(hash) {
  let zeros = 0;
  for (const byte of hash) {
    if (byte === 0) { zeros += 8; continue; }
    return zeros + Math.clz32(byte) - 24;
  }
  return zeros;
}
`;
