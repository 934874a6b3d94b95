export type RefusalCode =
  'series-not-comparable' | 'series-demands-broken' | 'series-malformed' | 'series-moved-on' | 'series-key-destroyed';

/**
 * The next release of a series may not be published. The message names releases and class numbers, never a value: it may
 * be kept with the release.
 */
export class SeriesRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}
