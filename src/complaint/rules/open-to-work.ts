import type { ComplaintStatus } from './complaint-status.js';

/** While people, officers and allegations may still be added: once findings are drafted they cover all there is. */
export const OPEN_TO_WORK: readonly ComplaintStatus[] = ['filed', 'accepted', 'investigating'];

/** A case changes its class until it is decided on. */
export const CLASSIFIABLE: readonly ComplaintStatus[] = [...OPEN_TO_WORK, 'findings_drafted'];
