import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildShellForTests } from './build-shell.ts';
import { launchOnStandin, type LaunchOptions, type StandinApp } from './launch.ts';

export interface ShellBed {
  dist: string;
  /** Starts an app with a data folder of its own, or with the one given. */
  launch(options?: Partial<LaunchOptions>): Promise<StandinApp>;
  freshUserData(): string;
  close(): Promise<void>;
}

/** Builds the shell once for a file of tests and closes whatever they started. */
export async function shellBed(core: 'echo' | 'real' = 'echo'): Promise<ShellBed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shell-test-'));
  const dist = path.join(folder, 'dist');
  await buildShellForTests(dist, core);
  const apps: StandinApp[] = [];
  let count = 0;
  const freshUserData = (): string => path.join(folder, `user-${++count}`);
  return {
    dist,
    freshUserData,
    async launch(options = {}) {
      const env = { NUANCHUANG_DISTRICT: 'http://127.0.0.1:9', ...options.env };
      const app = await launchOnStandin({ dist, userData: freshUserData(), ...options, env });
      apps.push(app);
      await app.waitFor('globalThis.ready === true');
      return app;
    },
    async close() {
      await Promise.all(apps.map((app) => app.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A site that is not ours: what a page must never be brought to, and must get nothing from us when it is. */
export async function foreignSite(): Promise<{ url: string; hits: string[]; close(): void }> {
  const hits: string[] = [];
  const server: Server = createServer((incoming, response) => {
    hits.push(incoming.url ?? '');
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>foreign</title><script>globalThis.ready = true</script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, hits, close: () => server.close() };
}

/** A request with a path that no browser would leave as it is. */
export function rawGet(
  port: number,
  rawPath: string,
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host: 'window.app.localhost' };
    const asked = request({ host: '127.0.0.1', port, path: rawPath, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject).end();
  });
}
