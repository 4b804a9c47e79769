import { randomUUID } from 'node:crypto';
import type { DistrictLink } from '../../core/ports/district.ts';
import type { Role } from '../../domain/log/event-envelope.ts';
import { fail, type Result } from '../../domain/values/result.ts';
import { createDistrictLink } from '../district-link/create-district-link.ts';
import { CoreFixture } from './core-fixture.ts';

const password = 'fictional-password';
const admin = { username: 'test.admin', password, displayName: '演示管理员' };
const district = { areaCode: '500107', areaName: '测试辖区' };

/** Makes fictional accounts on a real, still empty server, named after themselves. */
export async function makeAccounts(
  url: string,
  accounts: Readonly<Record<string, { role: Role; areaCode: string }>>,
): Promise<void> {
  const post = async (path: string, body: object, token?: string): Promise<unknown> => {
    const authorization = token ? { authorization: `Bearer ${token}` } : {};
    const headers = { 'content-type': 'application/json', ...authorization };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  await post('/v1/setup/admin', { ...admin, ...district });
  const login = { username: admin.username, password, deviceId: randomUUID(), deviceName: '测试设备' };
  const { token } = (await post('/v1/accounts/login', login)) as { token: string };
  for (const [username, place] of Object.entries(accounts))
    await post(
      '/v1/accounts',
      { username, password, displayName: `演示${username}`, areaName: '测试辖区', ...place },
      token,
    );
}

/** A core linked to a real server by a wire that can be cut. */
export interface RealStation {
  fixture: CoreFixture;
  cut(): void;
  join(): void;
  login(username: string): Promise<unknown>;
}

export async function openRealStation(url: string): Promise<RealStation> {
  const link = createDistrictLink({ baseUrl: url });
  let off = false;
  // Also for a pass under way: whatever is decided after the cut goes nowhere.
  const on = async <T>(call: () => Promise<Result<T>>): Promise<Result<T>> =>
    off ? fail('district.unreachable') : call();
  const named: DistrictLink = {
    ...link,
    status: () => on(link.status),
    push: (...given) => on(() => link.push(...given)),
    pull: (...given) => on(() => link.pull(...given)),
    login: (name, word, id) => link.login(name, word, id, '测试设备'),
  };
  const at = '2026-03-10T02:00:00.000Z';
  const fixture = await CoreFixture.open((ports) => ({ ...ports, district: named }), at, randomUUID());
  fixture.core.start();
  return {
    fixture,
    cut: () => void (off = true),
    join: () => void (off = false),
    login: (username) => fixture.must(username, 'session.login', { username, password }),
  };
}
