import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { LoginReply } from '../../contract/sync/accounts.ts';
import { PullReply, PushReply, type PushItem } from '../../contract/sync/push.ts';
import type { Actor, Role } from '../../domain/log/event-envelope.ts';
import type { DistrictConfig } from '../config.ts';
import { createDistrictServer, type DistrictServer } from '../create-server.ts';
import type { DistrictLog } from '../http/log.ts';

/** Quick on purpose: what is tested is not how slow a guess is. */
export const testCost = { memoryKiB: 64, iterations: 1, parallelism: 1 };
export const testPassword = 'fictional-password';
const adminName = 'test.admin';

export interface TestServer {
  url: string;
  dataDir: string;
  post(path: string, body: unknown, token?: string, headers?: Record<string, string>): Promise<TestAnswer>;
  get(path: string, token?: string): Promise<TestAnswer>;
  /** Makes the account on its first call, then logs in on `deviceId`. */
  signIn(username: string, role: Role, areaCode: string, deviceId?: string): Promise<SignedIn>;
  /** Ends the server and starts one on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}
export interface TestAnswer {
  status: number;
  json: unknown;
}
export interface SignedIn {
  actor: Actor;
  token: string;
  deviceId: string;
  push(items: unknown[]): Promise<z.infer<typeof PushReply>>;
  /** A body as text, for what no `JSON.stringify` would write. */
  pushText(body: string): Promise<z.infer<typeof PushReply>>;
  pull(after?: number, confidential?: boolean): Promise<PullReply>;
}

export interface TestServerOptions {
  databaseUrl?: string | null;
  config?: Partial<DistrictConfig>;
  log?: DistrictLog;
  now?: () => Date;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nuanchuang-district-'));
  const { databaseUrl = null, config = {}, ...parts } = options;
  const start = (): Promise<DistrictServer> =>
    createDistrictServer({ dataDir, databaseUrl, passwordCost: testCost, ...config }, parts);
  let server = await start();

  const answer = async (path: string, init: RequestInit): Promise<TestAnswer> => {
    const response = await fetch(server.url + path, init);
    const text = await response.text();
    return { status: response.status, json: text ? (JSON.parse(text) as unknown) : null };
  };
  const bearer = (token?: string): Record<string, string> =>
    token ? { authorization: `Bearer ${token}` } : {};
  const postText = (path: string, body: string, headers: Record<string, string>): Promise<TestAnswer> =>
    answer(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const post: TestServer['post'] = (path, body, token, headers = {}) =>
    postText(path, JSON.stringify(body), { ...bearer(token), ...headers });
  const get: TestServer['get'] = (path, token) => answer(path, { headers: bearer(token) });
  const login = async (username: string, deviceId: string): Promise<LoginReply> => {
    const body = { username, password: testPassword, deviceId, deviceName: '测试设备' };
    return LoginReply.parse((await post('/v1/accounts/login', body)).json);
  };

  return {
    dataDir,
    get url() {
      return server.url;
    },
    post,
    get,
    signIn: async (username, role, areaCode, deviceId = randomUUID()) => {
      const place = { areaCode, areaName: '测试辖区' };
      const person = { username, password: testPassword, displayName: '演示人员', role, ...place };
      const admin = { ...person, username: adminName, areaCode: '500107', role: undefined };
      await post('/v1/setup/admin', admin);
      const { token: adminToken } = await login(adminName, randomUUID());
      await post('/v1/accounts', person, adminToken);
      const reply = await login(username, deviceId);
      const actor = { accountId: reply.account.id, role, areaCode };
      const { token } = reply;
      const pushText = async (body: string) =>
        PushReply.parse((await postText('/v1/sync/push', body, bearer(token))).json);
      const push = (items: unknown[]) => pushText(JSON.stringify({ deviceId, items }));
      const pull = async (after = 0, confidential = false) => {
        const query = `after=${after}${confidential ? '&confidential=1' : ''}`;
        return PullReply.parse((await get(`/v1/sync/pull?${query}`, token)).json);
      };
      return { actor, token, deviceId, push, pushText, pull };
    },
    restart: async () => {
      await server.close();
      server = await start();
    },
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const only = <T>(list: readonly T[]): T => {
  if (list.length !== 1) throw new Error(`expected one, got ${list.length}`);
  return list[0] as T;
};
export type { PushItem };
