import type { Output } from '../soql/typed.js';
import type { Row } from './answer-writer.js';
import { JsonWriter } from './json-writer.js';

/** Places are released by name, never as points: every feature is without a geometry, as GeoJSON allows (RFC 7946, 3.2). */
export class GeoJsonWriter extends JsonWriter {
  override readonly type = 'application/vnd.geo+json';
  override readonly end = ']}\n';

  override begin(outputs: readonly Output[]): string {
    return `{"type":"FeatureCollection","features":${super.begin(outputs)}`;
  }

  override row(row: Row, first: boolean): string {
    return `${first ? '' : '\n,'}{"type":"Feature","geometry":null,"properties":${this.object(row)}}`;
  }
}
