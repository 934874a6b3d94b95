#!/usr/bin/env node
// Checks a proof of `redress audit prove` with nothing but Node: that the event, as the proof words it, was in the history
// when the checkpoint was signed (RFC 6962, C2SP tlog-checkpoint). It shares no line with Redress: read it, it is short.
//
//   node verify-event.mjs proof.json '<key>'
//
// The key is at /transparency/checkpoint-key; get it from somebody who kept it. Exit code 0: it holds; 1: it does not.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [, , file, key] = process.argv;
if (!file || !key) {
  console.error("usage: node verify-event.mjs proof.json '<key>'");
  process.exit(2);
}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const refuse = (why) => {
  console.log(`REFUSED: ${why}`);
  process.exit(1);
};

/** The root that the path leads to from leaf `index` of `size` (RFC 9162 2.1.3.2), or null when it does not fit the tree. */
function rootOf(leaf, index, size, path) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [place, last, root] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      root = sha256(Buffer.from([1]), beside, root);
      while (place % 2 === 0 && place !== 0) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
    } else root = sha256(Buffer.from([1]), root, beside);
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : null;
}

let proof;
try {
  proof = JSON.parse(readFileSync(file, 'utf8'));
} catch {
  refuse('the file is not there, or is no JSON');
}
const { event, index, path, checkpoint } = proof;
if (!Array.isArray(event) || !Array.isArray(path) || typeof checkpoint !== 'string') refuse('this is no proof');

const [, name, keyHash, keyBytes] = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(key.trim()) ?? [];
const typed = Buffer.from(keyBytes ?? '', 'base64');
if (typed.length !== 33 || typed[0] !== 1) refuse('the key is none');
if (sha256(`${name}\n`, typed).subarray(0, 4).toString('hex') !== keyHash) refuse('the key is not of that name');

const [, text, origin, size, root, signer, signature] =
  /^((.+)\n(\d+)\n([A-Za-z0-9+/=]{44})\n)\n— (.+) ([A-Za-z0-9+/=]+)\n$/.exec(checkpoint) ?? [];
if (!text || origin !== name || signer !== name) refuse('the checkpoint is not of this log');
const signed = Buffer.from(signature, 'base64');
const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
if (signed.subarray(0, 4).toString('hex') !== keyHash) refuse('another key signed the checkpoint');
if (!verify(null, Buffer.from(text), publicKey, signed.subarray(4))) refuse('the checkpoint’s signature does not hold');

const leaf = sha256(Buffer.from([0]), JSON.stringify(event));
const beside = path.map((hash) => Buffer.from(hash, 'base64'));
if (!rootOf(leaf, index, Number(size), beside)?.equals(Buffer.from(root, 'base64')))
  refuse('the event is not in the tree that was signed');

const [, id, at, actor, , action] = event;
console.log(`OK: event ${id} (${action}, ${actor}, ${at}) is number ${index} of ${size} in ${origin}`);
