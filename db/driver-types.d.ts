/** The package's own declarations are not reachable through its export map; this is what is used of it. */
declare module 'better-sqlite3-multiple-ciphers' {
  class Database {
    constructor(file: string, options?: { timeout: number });
    exec(sql: string): void;
    pragma(text: string, options?: { simple: boolean }): unknown;
    close(): void;
  }
  export { Database as default };
}
