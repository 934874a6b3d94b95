import type { CharterDocument, Term } from './charter-document.js';

/** What a charter lacks of another's words, each with its place: records in those words need a charter that knows them. */
export function lackingTerms(charter: CharterDocument, needed: CharterDocument): string[] {
  return VOCABULARIES.flatMap(([place, termsOf]) => {
    const known = new Set(termsOf(charter).map(({ code }) => code));
    return termsOf(needed)
      .filter(({ code }) => !known.has(code))
      .map(({ code }) => `${place}: ${code}`);
  });
}

const VOCABULARIES: readonly (readonly [string, (charter: CharterDocument) => readonly Term[]])[] = [
  ['intake.channels', (charter) => charter.intake.channels],
  ['people.races', (charter) => charter.people.races],
  ['people.genders', (charter) => charter.people.genders],
  ['allegations', (charter) => charter.allegations],
  ['findings', (charter) => charter.findings],
  ['disciplines', (charter) => charter.disciplines],
  ['useOfForce.forceTypes', (charter) => charter.useOfForce.forceTypes],
];
