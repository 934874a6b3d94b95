export interface MappingFault {
  /** JSON pointer into the mapping */
  path: string;
  code: 'mapping-faulty';
  message: string;
}

export type Told = Record<string, unknown>;

const MOST_FAULTS = 50;

/** Collects what is wrong with a mapping. */
export class MappingFaultList {
  readonly found: MappingFault[] = [];

  add(path: string, message: string): void {
    if (this.found.length < MOST_FAULTS) this.found.push({ path: path.slice(0, 200), code: 'mapping-faulty', message });
  }

  names(path: string, told: Told, known: readonly string[]): void {
    for (const name of Object.keys(told))
      if (!known.includes(name)) this.add(`${path}/${name}`, `Leave this out: here stand ${known.join(', ')}.`);
  }
}

export function isObject(told: unknown): told is Told {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}

export function isTexts(told: unknown): told is string[] {
  return Array.isArray(told) && told.every((each) => typeof each === 'string' && each !== '');
}
