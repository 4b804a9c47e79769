/** The little of node-webcam 0.8 that we use; the package has no types of its own. */
declare module 'node-webcam' {
  interface Camera {
    /** The program that is run, by a shell. */
    bin: string;
    capture(location: string, done: (error: (Error & { code?: number }) | null) => void): void;
  }
  const api: { create(options: Record<string, unknown>): Camera };
  export { api as default };
}
