import type { Cell, RowSource } from './row-source.js';

/** How far a build is. Told by who builds, read by who waits. */
export class BuildWatch {
  stage = 'snapshot';
  /** Of this stage */
  rows = 0;
  private cancelled = false;

  readonly onStage = (stage: string): void => {
    this.stop();
    this.stage = stage;
    this.rows = 0;
  };

  /** @throws BuildCancelled when it was called off: whoever builds stops between two rows */
  readonly onRows = (rows: number): void => {
    this.rows += rows;
    this.stop();
  };

  cancel(): void {
    this.cancelled = true;
  }

  /** The same rows, counted as they are read; a second reading counts anew. */
  over(source: RowSource): RowSource {
    return {
      each: (columns, onRow) => {
        this.rows = 0;
        return source.each(columns, (cells: readonly Cell[]) => {
          this.onRows(1);
          onRow(cells);
        });
      },
    };
  }

  private stop(): void {
    if (this.cancelled) throw new BuildCancelled();
  }
}

/** Somebody has called the release off. It is no failure, and nothing is recorded of it but who did it. */
export class BuildCancelled extends Error {}
