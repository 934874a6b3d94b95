/** What can be answered about the keys that cases are sealed under: by the command line alone. */
export const keyCodes: Readonly<Record<string, string>> = {
  'organization-key-in-use': 'Something is still wrapped under an older version: run `redress keys rotate` once more.',
  'rotation-unfinished': 'A rotation is under way: run `redress keys rotate` to its end, then retire.',
};
