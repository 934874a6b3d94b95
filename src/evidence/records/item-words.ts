import type { CaseKey } from '../../vault/index.js';

/** What is said of a piece of evidence. */
export interface ItemWords {
  title: string;
  /** Not a copy */
  original: boolean;
  /** ISO date */
  collectedOn?: string | undefined;
  collectedBy?: string | undefined;
  collectedFrom?: string | undefined;
  collectedAt?: string | undefined;
  /** Of a thing: what there is of it, and where it lies */
  quantity?: string | undefined;
  storedAt?: string | undefined;
}

const place = (column: string, rowId: string) => ({ table: 'evidence_item', column, rowId });

/** The words as they are stored: what may name a person is sealed. */
export function sealedWords(key: CaseKey, itemId: string, { title, original, collectedOn, ...details }: ItemWords) {
  return {
    original,
    collectedOn: collectedOn ?? null,
    titleCipher: key.seal(place('title_cipher', itemId), title),
    detailsCipher: key.seal(place('details_cipher', itemId), JSON.stringify(details)),
  };
}

export interface SealedWords {
  id: string;
  original: boolean;
  collectedOn: string | null;
  titleCipher: Buffer;
  detailsCipher: Buffer;
}

export function openedWords(key: CaseKey, item: SealedWords): ItemWords {
  const details = JSON.parse(key.open(place('details_cipher', item.id), item.detailsCipher)) as Partial<ItemWords>;
  return {
    ...details,
    title: key.open(place('title_cipher', item.id), item.titleCipher),
    original: item.original,
    collectedOn: item.collectedOn ?? undefined,
  };
}
