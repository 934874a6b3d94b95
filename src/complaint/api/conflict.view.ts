import type { ConflictSign } from '../rules/conflicts-found.js';

export class ConflictDeclaredView {
  declarationId!: string;
  /** The charter bars this relation: the case is hidden from you from now on */
  recused!: boolean;
}

export class ConflictDeclarationView {
  declarationId!: string;
  staffId!: string;
  displayName!: string;
  /** A code of the charter; null: declared that there is none */
  relation!: string | null;
  barring!: boolean;
  declaredAt!: Date;
  decision!: 'recuse' | 'clear' | null;
  decidedBy!: string | null;
  decidedAt!: Date | null;
}

export class ConflictDeclarationsView {
  items!: ConflictDeclarationView[];
}

export class ConflictsFoundView {
  /** They refuse the assignment until a supervisor has decided */
  refusing!: ConflictSign[];
  /** They are told, and do not refuse */
  warnings!: ConflictSign[];
}
