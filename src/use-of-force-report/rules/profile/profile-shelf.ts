import { type CompiledProfile, compileProfile } from './compile-profile.js';
import type { ProfileDocument } from './profile-document.js';

/** Profiles in all their versions, each compiled when it is first asked for. */
export class ProfileShelf {
  private readonly byKey = new Map<string, CompiledProfile>();

  constructor(readonly documents: readonly ProfileDocument[]) {}

  /** The version of a profile that an incident of that day (YYYY-MM-DD) falls under: of several, the one from latest on. */
  inForce(id: string, day: string): CompiledProfile | null {
    const [document] = this.documents
      .filter(
        ({ id: one, effective: { from, until } }) => one === id && from <= day && (until === null || day <= until),
      )
      .sort((one, other) => (one.effective.from < other.effective.from ? 1 : -1));
    return document ? this.compiled(document) : null;
  }

  /** All versions of one, the newest first. */
  versionsOf(id: string): ProfileDocument[] {
    return this.documents
      .filter((document) => document.id === id)
      .sort((one, other) => (one.effective.from < other.effective.from ? 1 : -1));
  }

  private compiled(document: ProfileDocument): CompiledProfile {
    const key = `${document.id} ${document.version}`;
    const known = this.byKey.get(key) ?? compileProfile(document);
    this.byKey.set(key, known);
    return known;
  }
}
