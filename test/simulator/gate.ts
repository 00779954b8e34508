/** Holds answers until a test lets them go. */
export class Gate {
  private release: () => void = () => {};
  private readonly opened: Promise<void>;
  private arrive: () => void = () => {};
  /** Settles when the first request has arrived. */
  readonly reached: Promise<void>;

  constructor() {
    this.opened = new Promise((resolve) => (this.release = resolve));
    this.reached = new Promise((resolve) => (this.arrive = resolve));
  }

  open(): void {
    this.release();
  }

  wait(): Promise<void> {
    this.arrive();
    return this.opened;
  }
}
