import type { Fields, FieldRule, Part, PartRule } from '../mapping.js';

/** Fields that were found for one kind of part, and whether they stand in numbered columns (up to which number). */
export interface FoundPart {
  fields: Readonly<Record<string, FieldRule>>;
  most: number;
}

export type FoundParts = Readonly<Record<Part, FoundPart>>;

/** How subjects, officers and force are probably made of the rows. `eachRow`: each row is a report of its own. */
export function proposeParts(found: FoundParts, eachRow: boolean): Record<Part, PartRule[]> {
  const subjects = subjectParts(found.subjects, eachRow);
  const officers = peopleParts(found.officers.fields, found.officers.most, {}, eachRow);
  return { subjects, officers, force: forceParts(found.force, subjects, officers) };
}

function subjectParts({ fields, most }: FoundPart, eachRow: boolean): PartRule[] {
  const { kind, ...others } = fields;
  if (kind?.separator === undefined) return peopleParts(others, most, { kind: kind ?? { value: 'person' } }, eachRow);
  const { several: _several, ...rule } = kind;
  return [{ from: 'lists', fields: { kind: rule }, alone: others }];
}

function peopleParts(fields: Fields, most: number, besides: Fields, eachRow: boolean): PartRule[] {
  const names = Object.keys(fields);
  if (names.length === 0 && Object.keys(besides).length === 0) return [];
  if (most > 1) {
    const numbered = names.filter((name) => isNumbered(fields[name]));
    const [of, alone] = [
      pick(fields, numbered),
      pick(
        fields,
        names.filter((name) => !numbered.includes(name)),
      ),
    ];
    const rule: PartRule = { from: 'columns', most, fields: { ...besides, ...of } };
    return [Object.keys(alone).length > 0 ? { ...rule, alone } : rule];
  }
  const columns = [...new Set(names.flatMap((name) => fields[name]?.column ?? []))];
  return [{ from: 'row', ...(eachRow ? {} : { key: columns }), fields: { ...besides, ...fields } }];
}

function forceParts({ fields, most }: FoundPart, subjects: PartRule[], officers: PartRule[]): PartRule[] {
  const { forceType, effective, ...others } = fields;
  if (!forceType) return [];
  const links: Record<string, FieldRule> = {};
  if (officers.length > 0) links['officer'] = { link: { to: 'officers', by: 'row' } };
  if (subjects.length > 0)
    links['subject'] = { link: { to: 'subjects', by: subjects[0]?.from === 'lists' ? 'only' : 'row' } };
  if (most > 1)
    return [
      {
        from: 'columns',
        most,
        fields: {
          ...links,
          ...pick(
            fields,
            Object.keys(fields).filter((name) => isNumbered(fields[name])),
          ),
        },
      },
    ];
  if (forceType.separator === undefined)
    return [{ from: 'row', fields: { ...links, forceType, ...(effective ? { effective } : {}), ...others } }];
  const { several: _several, ...list } = effective ?? {};
  const parallel = effective ? { effective: { ...list, separator: forceType.separator } } : {};
  return [{ from: 'lists', fields: { ...links, forceType, ...parallel } }];
}

function isNumbered(rule: FieldRule | undefined): boolean {
  return rule?.column?.includes('{n}') ?? false;
}

function pick(fields: Fields, names: readonly string[]): Record<string, FieldRule> {
  return Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]] as const] : [])));
}
