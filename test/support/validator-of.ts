import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../transparency/catalogue-schemas');
const STANDARDS = {
  '1.1': { file: 'dcat-us-1.1.json', root: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json', Ajv },
  '3.0': {
    ...{ file: 'dcat-us-3.0.json', root: 'https://resources.data.gov/dcat-us/3.0.0/definitions/catalog' },
    Ajv: Ajv2020,
  },
} as const;

/** Holds a catalogue against data.gov's schemas; see the README beside them. Answers with the places that are wrong. */
export function validatorOf(version: keyof typeof STANDARDS): (document: unknown) => string[] {
  const { file, root, Ajv: Engine } = STANDARDS[version];
  const { schemas } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { schemas: object[] };
  // Their patterns escape letters that patterns of Unicode must not escape.
  const ajv = new Engine({ allErrors: true, strict: false, unicodeRegExp: false });
  const plugin = formats as unknown as (ajv: unknown) => void;
  plugin(ajv);
  ajv.addFormat('iri', ajv.formats['uri']!);
  ajv.addSchema(schemas);
  const validate = ajv.getSchema(root) as ValidateFunction;
  return (document) => (validate(document) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath));
}
