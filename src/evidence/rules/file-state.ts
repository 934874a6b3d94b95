export const FILE_STATES = ['unscanned', 'quarantined', 'clean', 'infected'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Where a file stands: what came while a scanner was set waits until the scanner has spoken. */
export function fileState(quarantined: boolean, scan: 'clean' | 'infected' | null): FileState {
  return scan ?? (quarantined ? 'quarantined' : 'unscanned');
}

/** Whether its bytes may be given to anybody. */
export function mayBeRead(state: FileState): boolean {
  return state === 'unscanned' || state === 'clean';
}
