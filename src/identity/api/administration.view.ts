export class RegisteredView {
  id!: string;
}

export class DepartmentKeyView {
  id!: string;
  /** Told once: send it as `Authorization: Bearer …` */
  key!: string;
  endsAt!: Date;
}
