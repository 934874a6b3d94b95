import { type CompiledProfile, compileProfile } from './compile-profile.js';
import type { ProfileDocument } from './profile-document.js';

/** Profiles in all their versions, each compiled when it is first asked for. */
export class ProfileShelf {
  private readonly compiledOnce = new Map<ProfileDocument, CompiledProfile>();

  constructor(readonly documents: readonly ProfileDocument[]) {}

  /** The version of a profile that an incident of that day (YYYY-MM-DD) falls under: of several, the one from latest on. */
  inForce(id: string, day: string): CompiledProfile | null {
    const [document] = this.documents
      .filter(
        ({ id: one, effective: { from, until } }) => one === id && from <= day && (until === null || day <= until),
      )
      .sort(newestFirst);
    return document ? this.compiled(document) : null;
  }

  /** All versions of one, the newest first. */
  versionsOf(id: string): ProfileDocument[] {
    return this.documents.filter((document) => document.id === id).sort(newestFirst);
  }

  private compiled(document: ProfileDocument): CompiledProfile {
    const known = this.compiledOnce.get(document) ?? compileProfile(document);
    this.compiledOnce.set(document, known);
    return known;
  }
}

/** Of two that begin on one day, the first on the shelf stays the first: a place's own stand before those that ship. */
function newestFirst({ effective: one }: ProfileDocument, { effective: other }: ProfileDocument): number {
  return one.from === other.from ? 0 : one.from < other.from ? 1 : -1;
}
