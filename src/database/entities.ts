import { complaintEntities } from '../complaint/index.js';

/** Every entity, by hand: globs fail under native ES modules, and a list shows what there is. */
export const entities = [...complaintEntities];
