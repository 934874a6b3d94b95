/** As far as our tests use it; the package has no types of its own. */
declare module 'datapackage' {
  export class Package {
    static load(descriptor: object, options: { basePath: string }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    getResource(name: string): { read(options: { keyed: true }): Promise<object[]> };
  }
}
