import type { CharterDocument } from '../rules/charter-document.js';

export interface JurisdictionView {
  slug: string;
  name: string;
  timeZone: string;
  charterId: string;
  charterVersion: number;
  charter: CharterDocument;
}
