import type { Asked } from './release-desk.js';
import type { TestApp } from './test-app.js';

export interface Fetched {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  bytes: Buffer;
}

/** One GET of whatever bytes there are. */
export async function fetched(redress: TestApp, url: string, headers: Record<string, string> = {}): Promise<Fetched> {
  const { statusCode, headers: said, rawPayload } = await redress.app.inject({ method: 'GET', url, headers });
  return { status: statusCode, headers: said, bytes: rawPayload };
}

/** The public address of a release's directory, or of a file in it. */
export const shelfAddress = ({ dataset, version }: Asked, file = ''): string =>
  `/releases/riverton/${dataset}/${version}${file && `/${file}`}`;

/** As far as readers of its list need it. */
export interface ShelfManifest {
  columns: { name: string; type: string }[];
  files: { name: string; sha256: string; bytes: number }[];
}

export const shelfManifest = (bytes: Buffer): ShelfManifest => JSON.parse(bytes.toString()) as ShelfManifest;
