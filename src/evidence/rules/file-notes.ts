/** What is noted of a file that is taken all the same: evidence is kept as it came, and whoever opens it is told. */
export const FILE_NOTES = [
  /** What it was called was not fit to be kept as it was: control or direction characters, a path */
  'name-cleaned',
  /** Called as another kind of picture, film or document than it is */
  'name-differs',
  /** It ends before its end */
  'cut-short',
  /** Something follows the picture: telephones add a film, a second picture or data of their own */
  'more-after-the-end',
  /** More points than we decode: there is no copy */
  'many-points',
  /** Markup that a browser would run, further down in a text */
  'markup-inside',
  /** A PDF that runs scripts or starts programs */
  'active-content',
  /** A PDF or a document with files in it */
  'holds-files',
  /** Macros in a document */
  'holds-macros',
  /** A document that loads something from elsewhere when it is opened */
  'calls-outside',
  /** Encrypted: no scanner sees into it */
  'locked',
  /** Bytes in a document that its list of contents does not name */
  'unlisted-bytes',
] as const;

export type FileNote = (typeof FILE_NOTES)[number];
