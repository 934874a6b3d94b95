/** What a place's charter calls a code, and whether it does so in the language that was asked for. */
export interface Label {
  readonly text: string;
  readonly own: boolean;
}

export type Labels = ReadonlyMap<string, Label>;

/** Charters are written in English; a term may be called otherwise in other languages beside. */
const CHARTER_LANGUAGE = 'en';

/** Every code of a charter with its label. A code that two vocabularies call differently is left out: which one is meant is not told. */
export function labelsIn(document: unknown, language: string): Labels {
  const found = new Map<string, Label>();
  const ambiguous = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const label = labelOf(node, language);
    const { code } = node as { code?: unknown };
    if (typeof code === 'string' && label) {
      if ((found.get(code)?.text ?? label.text) !== label.text) ambiguous.add(code);
      found.set(code, label);
    }
    Object.values(node).forEach(walk);
  };
  walk(document);
  return new Map([...found].filter(([code]) => !ambiguous.has(code)));
}

function labelOf(node: object, language: string): Label | null {
  const { label, labels } = node as { label?: unknown; labels?: Readonly<Record<string, unknown>> };
  const own = labels?.[language];
  if (typeof own === 'string') return { text: own, own: true };
  return typeof label === 'string' ? { text: label, own: language === CHARTER_LANGUAGE } : null;
}
