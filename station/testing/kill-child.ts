import { startStation } from '../start-station.ts';
import { fillDraft } from './demo-household.ts';
import { HostClient, testStation } from './host-client.ts';

/**
 * A station in a process of its own, to be killed: `save` types on and on and prints each acknowledged revision, `submit`
 * submits applications and prints each case.
 */
const [mode, dataDir = '', districtUrl = '', password = ''] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const host = await startStation(testStation(dataDir, districtUrl));
const { must } = new HostClient(host);
await must('session.login', { username: 'demo.clerk1', password });
const day = (await must('system.status', {})).today;

if (mode === 'save') {
  const { draft } = await must('draft.create', { kind: 'dibao' });
  say({ draftId: draft.id });
  for (let revision = 0; ; revision += 1) {
    const change = { section: 'villageCode' as const, value: String(revision + 1) };
    await must('draft.save', { draftId: draft.id, revision, change });
    say({ revision: revision + 1 });
  }
}
for (let order = 1; ; order += 1) {
  const draftId = await fillDraft(must, day, order);
  say(await must('application.submit', { draftId }));
}
