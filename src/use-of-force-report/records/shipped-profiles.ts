import { readdirSync, readFileSync } from 'node:fs';
import type { ProfileDocument } from '../rules/profile/profile-document.js';
import { ProfileShelf } from '../rules/profile/profile-shelf.js';
import { checkedProfile } from './check-profile.js';

const FOLDER = new URL('../profiles/', import.meta.url);
let shelf: ProfileShelf | null = null;

/** The profiles that come with the program, read and checked when they are first asked for. A file that does not hold together stops that. */
export function shippedProfiles(): ProfileShelf {
  return (shelf ??= new ProfileShelf(profilesIn(FOLDER)));
}

/** Every `*.json` of a folder. @throws RuleBroken profile-refused (422) */
export function profilesIn(folder: URL): ProfileDocument[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => checkedProfile(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}
