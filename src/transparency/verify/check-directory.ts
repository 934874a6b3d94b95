import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFormats } from './formats/check-formats.js';
import { checkSignature } from './formats/check-signature.js';
import { checkSums } from './formats/check-sums.js';
import type { ListedFile } from './manifest.js';
import { readOpenManifest } from './open/open-manifest.js';
import { readManifest } from './read-manifest.js';
import type { Violation, ViolationCode } from './violation.js';

/** It signs the manifest and is made when the release comes out: no list can have it. */
const SIGNATURE = 'manifest.json.sig';

/**
 * A release's directory holds what its manifests list, and nothing else: a forgotten draft or a list of subjects beside
 * the data would be published with it. Manifests without `files` promise nothing about the directory.
 * @param manifests file name → parsed JSON @param publicKey in PEM: of whoever is to have signed the manifest
 */
export async function checkDirectory(
  directory: string,
  manifests: ReadonlyMap<string, unknown>,
  publicKey?: string,
): Promise<readonly Violation[]> {
  const signed = publicKey === undefined ? [] : await checkSignature(directory, publicKey);
  const read = [...manifests.values()].flatMap(
    (json) => readManifest(json).manifest ?? readOpenManifest(json).claims ?? [],
  );
  if (read.length === 0 || read.every(({ files }) => files === undefined)) return signed;
  const listed = read.flatMap(({ files = [] }) => files);
  const allowed = new Set([
    ...manifests.keys(),
    SIGNATURE,
    ...read.map(({ file }) => file.name),
    ...listed.map(({ name }) => name),
  ]);
  const present = await readdir(directory);
  const unlisted = present
    .filter((name) => !allowed.has(name))
    .map((name) => violation('unlisted-file', `${name} stands in the directory, and no manifest lists it`));
  const wrong = await Promise.all(listed.map((file) => problemOf(directory, file, present)));
  const faults = [...signed, ...unlisted, ...wrong.flatMap((each) => each ?? [])];
  // What is not the listed file is told once.
  if (wrong.some((each) => each !== null)) return faults;
  for (const manifest of read) {
    faults.push(...(await checkSums(directory, manifest.files ?? [])));
    faults.push(...(await checkFormats(directory, manifest)));
  }
  return faults;
}

async function problemOf(
  directory: string,
  { name, sha256, bytes }: ListedFile,
  present: readonly string[],
): Promise<Violation | null> {
  if (!present.includes(name)) return violation('listed-file-missing', `${name} is listed and not there`);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of createReadStream(join(directory, name)) as AsyncIterable<Buffer>) {
      hash.update(piece);
      size += piece.length;
    }
  } catch {
    return violation('listed-file-missing', `${name} is listed and cannot be read`);
  }
  const same = hash.digest('hex') === sha256 && size === bytes;
  return same ? null : violation('listed-file-changed', `${name} is not the file that the manifest lists`);
}

const violation = (code: ViolationCode, message: string): Violation => ({ code, message });
