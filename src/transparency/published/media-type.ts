const TYPES: readonly (readonly [ending: string, type: string])[] = [
  ['.csv-metadata.json', 'application/csvm+json; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.jsonl', 'application/jsonl; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.cff', 'application/yaml; charset=utf-8'],
  ['.gz', 'application/gzip'],
  ['.parquet', 'application/vnd.apache.parquet'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['SHA256SUMS', 'text/plain; charset=utf-8'],
];

/** By the name's ending; bytes where it says nothing. */
export function mediaType(name: string): string {
  return TYPES.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/octet-stream';
}
