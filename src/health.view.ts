export class HealthView {
  ok!: boolean;
}
