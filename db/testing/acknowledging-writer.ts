import { writeSync } from 'node:fs';
import { openVault } from '../vault.ts';
import { demoDraft, demoEvent } from './demo-records.ts';

/** Run as a process of its own and killed: writes without end and prints each id once its write is acknowledged. */
const [, , dataDir, key, stream] = process.argv;
if (!dataDir || !key || !stream) throw new Error('usage: DIR KEY STREAM');

const vault = openVault({ dataDir });
await vault.openWithKey(Buffer.from(key, 'hex'));
const { store, files } = vault.opened();

async function lane(streamId: string): Promise<never> {
  for (;;) {
    const draft = demoDraft();
    const { digest } = await files.put(Buffer.from(`page of ${draft.id}`));
    await store.write(async (tx) => {
      const counter = await tx.nextCounter(1);
      await tx.appendEvents([demoEvent(streamId, counter)]);
      await tx.saveDraft(draft);
      await tx.setSetting(draft.id, digest);
    });
    // One call, one line: a kill never leaves half of it in the pipe.
    writeSync(1, `${draft.id} ${digest}\n`);
  }
}

await Promise.all([lane(stream), lane(stream), lane(stream)]);
