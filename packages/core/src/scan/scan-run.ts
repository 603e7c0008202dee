/** How and when a scan was run: what its predicates say of the run. */
export interface ScanRun {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Texts that do not apply are empty (on the command line there is no builder); cosign's type has no null for them. */
  readonly invocation: {
    /** The workflow run, or another address of what called the scanner. */
    readonly uri: string;
    readonly eventId: string;
    readonly builderId: string;
    /** The arguments that the scanner was run with; none for a report that was given. */
    readonly parameters: readonly string[];
  };
}
