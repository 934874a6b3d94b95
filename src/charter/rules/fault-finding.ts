/** Codes that stand twice in one list. */
export function repeated(place: string, terms: readonly { readonly code: string }[]): string[] {
  const seen = new Set<string>();
  return terms.flatMap(({ code }) => (seen.has(code) ? [`${place}: ${code} stands twice`] : (seen.add(code), [])));
}

/** The fault, when it is one. */
export function when(wrong: boolean, fault: string): string[] {
  return wrong ? [fault] : [];
}
