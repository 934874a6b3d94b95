/** One place where two versions differ; `before` or `after` is absent where only one has it. */
export interface CharterChange {
  /** JSON Pointer (RFC 6901); terms of a vocabulary stand by their code, not by their place in the list. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a later version changed, place by place, in the order of their names. */
export function charterDiff(before: unknown, after: unknown, path = ''): CharterChange[] {
  if (before === undefined) return [{ path, after }];
  if (after === undefined) return [{ path, before }];
  const [one, other] = [members(before), members(after)];
  if (one === null || other === null)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names.flatMap((name) => charterDiff(one.get(name), other.get(name), `${path}/${escaped(name)}`));
}

/** The parts of an object, or of a list of terms, by name; null for what is a value by itself. */
function members(value: unknown): ReadonlyMap<string, unknown> | null {
  if (Array.isArray(value)) {
    const codes = value.map((item: unknown) => codeOf(item));
    if (codes.some((code) => code === null) || new Set(codes).size < codes.length) return null;
    return new Map(value.map((item, at) => [codes[at] ?? '', item]));
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}

function codeOf(item: unknown): string | null {
  const code = typeof item === 'object' && item !== null && 'code' in item ? item.code : null;
  return typeof code === 'string' ? code : null;
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
