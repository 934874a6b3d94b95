import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datasetId } from '../../src/transparency/published/soda/dataset-id.js';
import { CatalogueScene, FILES } from '../support/catalogue-scene.js';
import { validatorOf } from '../support/validator-of.js';

type Json = Record<string, unknown>;
type Catalogue = Json & { dataset: [Json, Json] };

let scene: CatalogueScene;
beforeAll(async () => (scene = await CatalogueScene.open()));
afterAll(() => scene.stop());

const ORIGIN = 'http://localhost:3000';
const read = async (url: string): Promise<Catalogue> => (await scene.get(url)).body;
/** A copy with one thing changed. */
function planted(document: Catalogue, change: (dataset: Json) => void): Catalogue {
  const copy = structuredClone(document);
  change(copy.dataset[0]);
  return copy;
}
const first = (dataset: Json, list: string): Json => (dataset[list] as Json[])[0]!;

describe('/data.json', () => {
  it('is a catalogue by data.gov’s schemas of DCAT-US 1.1', async () => {
    const catalogue = await read('/data.json');
    expect(validatorOf('1.1')(catalogue)).toEqual([]);
    expect(catalogue['@id']).toBe(`${ORIGIN}/data.json`);
    expect(catalogue.dataset.map(({ title }) => title)).toEqual([
      'Made-up things: City of Lakeside',
      'Made-up things: City of Riverton',
    ]);
  });

  it('takes publisher, contact, licence and themes from the charter, and makes up none of them', async () => {
    const [lakeside, riverton] = (await read('/data.json')).dataset;
    expect(lakeside).toMatchObject({
      publisher: { name: 'Lakeside Office of Police Accountability' },
      contactPoint: { fn: 'Data desk', hasEmail: 'mailto:data@lakeside.example.gov' },
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      theme: ['Justice', 'Public Safety'],
    });
    expect(riverton).toMatchObject({
      publisher: { name: 'City of Riverton' },
      contactPoint: { fn: 'City of Riverton', hasEmail: 'mailto:' },
      theme: ['Public Safety'],
      rights: expect.stringContaining('no licence'),
      accessLevel: 'public',
      description: 'One row is one made-up thing.\n\nNone of it happened.',
    });
    expect(riverton).not.toHaveProperty('license');
  });

  it('lists every form that the release has, its dictionary, and where to ask', async () => {
    const [lakeside] = (await read('/data.json')).dataset;
    const files = `${ORIGIN}/api/v1/datasets/lakeside/made-up/releases/1.1.0`;
    const given = (lakeside['distribution'] as Json[]).map(({ downloadURL, mediaType }) => [downloadURL, mediaType]);
    expect(given).toEqual([
      [`${files}/data.csv`, 'text/csv'],
      [`${files}/data.csv.gz`, 'application/gzip'],
      [`${files}/data.jsonl`, 'application/jsonl'],
      [`${files}/data.parquet`, 'application/vnd.apache.parquet'],
      [`${files}/data.xlsx`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [`${files}/data.newform`, 'application/octet-stream'],
      [undefined, undefined],
    ]);
    const id = datasetId('lakeside', 'made-up');
    expect(lakeside).toMatchObject({
      identifier: `${ORIGIN}/api/views/${id}`,
      landingPage: `${ORIGIN}/datasets/lakeside/made-up`,
      describedBy: `${files}/dictionary.json`,
    });
    expect((await scene.get(String(lakeside['identifier']).slice(ORIGIN.length))).body.id).toBe(id);
    expect(lakeside['references']).toContain(`${files}/report.html`);
    expect((lakeside['distribution'] as Json[]).at(-1)).toMatchObject({ accessURL: `${ORIGIN}/resource/${id}.json` });
  });

  it.each<[string, (dataset: Json) => void]>([
    ['/dataset/0', (dataset) => delete dataset['modified']],
    ['/dataset/0/modified', (dataset) => (dataset['modified'] = 'yesterday')],
    ['/dataset/0/theme', (dataset) => (dataset['theme'] = 'Justice')],
    ['/dataset/0/keyword', (dataset) => (dataset['keyword'] = [])],
    ['/dataset/0/accessLevel', (dataset) => (dataset['accessLevel'] = 'open')],
    ['/dataset/0/contactPoint/hasEmail', (dataset) => ((dataset['contactPoint'] as Json)['hasEmail'] = 'data@x.gov')],
    ['/dataset/0/landingPage', (dataset) => (dataset['landingPage'] = '/datasets/x')],
    ['/dataset/0/rights', (dataset) => (dataset['rights'] = 'x'.repeat(256))],
    ['/dataset/0/distribution/0', (dataset) => delete first(dataset, 'distribution')['mediaType']],
  ])('would be found out by its schema: %s (planted)', async (place, change) => {
    expect(validatorOf('1.1')(planted(await read('/data.json'), change))).toContain(place);
  });
});

describe('/dcat-us-3.json', () => {
  it('is a catalogue by data.gov’s schemas of DCAT-US 3.0, and no 1.1', async () => {
    const catalogue = await read('/dcat-us-3.json');
    expect(validatorOf('3.0')(catalogue)).toEqual([]);
    expect(validatorOf('1.1')(catalogue)).not.toEqual([]);
    expect(validatorOf('3.0')(await read('/data.json'))).not.toEqual([]);
  });

  it('has the former release as a dataset, and each file with its size and hash', async () => {
    const [lakeside, riverton] = (await read('/dcat-us-3.json')).dataset;
    expect(lakeside).toMatchObject({
      version: '1.1.0',
      contactPoint: [{ fn: 'Data desk', hasEmail: 'mailto:data@lakeside.example.gov' }],
      previousVersion: { '@type': 'Dataset', version: '1.0.0', publisher: { name: expect.any(String) } },
      describedBy: { downloadURL: expect.stringContaining('/1.1.0/dictionary.json') },
      landingPage: { accessURL: `${ORIGIN}/datasets/lakeside/made-up` },
    });
    expect(first(lakeside['previousVersion'] as Json, 'distribution')['downloadURL']).toContain('/1.0.0/data.csv');
    expect(first(lakeside, 'distribution')).toMatchObject({
      byteSize: '100',
      checksum: { algorithm: 'SHA-256', checksumValue: FILES[0]!.sha256 },
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    });
    expect(riverton).not.toHaveProperty('previousVersion');
    expect(riverton).toMatchObject({ contactPoint: [] });
  });

  it.each<[string, (dataset: Json) => void]>([
    ['/dataset/0', (dataset) => delete dataset['contactPoint']],
    ['/dataset/0/previousVersion', (dataset) => (dataset['previousVersion'] = `${ORIGIN}/1.0.0`)],
    ['/dataset/0/contactPoint/0/hasEmail', (dataset) => (first(dataset, 'contactPoint')['hasEmail'] = 'mailto:')],
    ['/dataset/0/theme', (dataset) => (dataset['theme'] = 'Justice')],
    ['/dataset/0/conformsTo', (dataset) => (dataset['conformsTo'] = 'https://x.gov')],
    ['/dataset/0/publisher', (dataset) => (dataset['publisher'] = 'City')],
    ['/dataset/0/accrualPeriodicity', (dataset) => (dataset['accrualPeriodicity'] = 'now and then')],
    ['/dataset/0/distribution/0/checksum', (dataset) => (first(dataset, 'distribution')['checksum'] = { x: 1 })],
    [
      '/dataset/0/distribution/0/downloadURL',
      (dataset) => (first(dataset, 'distribution')['downloadURL'] = '/data.csv'),
    ],
  ])('would be found out by its schema: %s (planted)', async (place, change) => {
    expect(validatorOf('3.0')(planted(await read('/dcat-us-3.json'), change))).toContain(place);
  });
});
