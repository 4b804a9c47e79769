/** The package's own declarations are not reachable through its export map; this is what `driver.ts` uses. */
declare module 'better-sqlite3-multiple-ciphers' {
  class Database {
    pragma(text: string, options?: { simple: boolean }): unknown;
    close(): void;
  }
  export { Database as default };
}
