import { JsonWriter } from './json-writer.js';

/** Places are released by name, never as points: every feature is without a geometry, as GeoJSON allows (RFC 7946, 3.2). */
export class GeoJsonWriter extends JsonWriter {
  override readonly type = 'application/vnd.geo+json';

  override end(): string {
    const features = this.rows.map((properties) => ({ type: 'Feature', geometry: null, properties }));
    return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
  }
}
