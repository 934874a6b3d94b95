/**
 * Under which address the public finds us. It stands in documents that are read elsewhere, so it is the operator's to say
 * and never taken from a request: whoever sends a false Host header would otherwise put their address into our catalogue.
 */
export class PublicAddress {
  private port = 3000;

  /** @param given e.g. `https://oversight.example.gov`; null: this machine, at the port that is listened on */
  constructor(private readonly given: string | null) {}

  /** Without a slash at its end. */
  get origin(): string {
    return this.given ?? `http://localhost:${this.port}`;
  }

  listensOn(port: number): void {
    this.port = port;
  }
}
