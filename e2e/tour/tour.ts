import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, shanghaiDate } from '../../domain/values/iso-date.ts';
import { buildIfStale } from '../../tools/start/build-if-stale.mjs';
import { password } from '../walk/process/staff.ts';
import { WalkWorld } from '../walk/process/walk-world.ts';
import { roles } from './roles.ts';
import { StationWindow } from './station-window.ts';
import { departmentsKnow, liveTo } from './town-life.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const { values, positionals } = parseArgs({
  options: { out: { type: 'string' } },
  allowPositionals: true,
});
const outDir = path.resolve(values.out ?? path.join(root, 'docs', 'images'));

/** Real time, as the station in its own process goes by. */
const clockTime = (): string =>
  new Date(Date.now() + 8 * 3_600_000).toISOString().slice('yyyy-mm-ddT'.length, -1);

/** Pictures of what each role sees, at a station of its own: `tools/run.mjs e2e/tour/tour.ts [--out DIR] [ROLE...]`. */
async function tour(): Promise<void> {
  await mkdir(outDir, { recursive: true });
  buildIfStale(root, process.execPath);
  const today = shanghaiDate(new Date().toISOString());
  const world = await WalkWorld.open(addDays(today, -75), departmentsKnow());
  await gridAccount(world);
  const life = await liveTo(today, world);
  // The walk's stations have done their part; only the server goes on, by real time.
  for (const station of await world.joined()) await station.close();
  const follow = setInterval(() => world.clock.moveTo(today, clockTime()), 200);
  try {
    for (const [places, walks] of roles) {
      const wanted = walks.filter(({ role }) => positionals.length === 0 || positionals.includes(role));
      if (wanted.length === 0) continue;
      const window = await StationWindow.open(world.district.url, outDir);
      try {
        await places(window);
        for (const { role, show } of wanted) {
          console.log(`— ${role}`);
          await show(window, life);
        }
      } finally {
        await window.close();
      }
    }
  } finally {
    clearInterval(follow);
    await world.district.close();
  }
}

/** The walk has no 网格员. */
async function gridAccount({ district }: WalkWorld): Promise<void> {
  const device = { deviceId: crypto.randomUUID(), deviceName: '演示' };
  const login = await district.post('/v1/accounts/login', { username: 'demo.admin', password, ...device });
  const { token } = login as { token: string };
  const account = { username: 'demo.grid', password, displayName: '韩示范', role: 'grid' };
  const place = { areaCode: '500107001001', areaName: '西郊二村社区' };
  await district.post('/v1/accounts', { ...account, ...place }, { authorization: `Bearer ${token}` });
}

await tour();
// The contract's clients keep looking for their stations.
process.exit(0);
