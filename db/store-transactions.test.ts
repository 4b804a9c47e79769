import { expect, it } from 'vitest';
import type { Store } from '../core/ports/store.ts';
import { demoDraft, demoEvent, newId } from './testing/demo-records.ts';
import { inFolder, openTestStore } from './testing/station-fixture.ts';

const withStore = (work: (store: Store) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    const store = await openTestStore(folder);
    try {
      await work(store);
    } finally {
      await store.close();
    }
  });

it('keeps every acknowledged and no failed one of 600 writes at once', () =>
  withStore(async (store) => {
    const told = new Set<string>();
    const ids = Array.from({ length: 600 }, newId);
    await Promise.all(
      ids.map((id, i) =>
        store
          .write(async (tx) => {
            await tx.appendEvents([demoEvent(id, 1)]);
            if (i % 5 === 0) throw new Error('rolled back on purpose');
          })
          .then(
            () => told.add(id),
            () => undefined,
          ),
      ),
    );
    expect(told.size).toBe(480);
    for (const id of ids) expect(await store.read.stream(id)).toHaveLength(told.has(id) ? 1 : 0);
  }));

it('shows nothing uncommitted outside, everything inside', () =>
  withStore(async (store) => {
    const draft = demoDraft();
    await store.write(async (tx) => {
      await tx.saveDraft(draft);
      expect(await tx.draft(draft.id)).toEqual(draft);
      expect(await store.read.draft(draft.id)).toBeNull();
      expect(await store.read.openDrafts(draft.ownerId)).toEqual([]);
    });
    expect(await store.read.draft(draft.id)).toEqual(draft);
  }));

it('joins a nested write: both or neither, even when the outer one swallows the failure', () =>
  withStore(async (store) => {
    const [outer, inner] = [demoDraft(), demoDraft()];
    await store.write(async (tx) => {
      await tx.saveDraft(outer);
      await store.write((same) => same.saveDraft(inner));
    });
    expect(await store.read.draft(inner.id)).toEqual(inner);
    const lost = demoDraft();
    const swallowing = store.write(async (tx) => {
      await tx.saveDraft(lost);
      await store.write(async () => Promise.reject(new Error('inner failed'))).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('inner failed');
    expect(await store.read.draft(lost.id)).toBeNull();
  }));

it('refuses a call that was not awaited, or that comes after the end', () =>
  withStore(async (store) => {
    const late = demoDraft();
    const stream = newId();
    const manyStatements = Array.from({ length: 900 }, (_, i) => demoEvent(stream, i + 1));
    let forgotten: Promise<unknown> = Promise.resolve();
    let leaked: (() => Promise<unknown>) | undefined;
    const write = store.write(async (tx) => {
      leaked = () => tx.saveDraft(late);
      forgotten = tx.appendEvents(manyStatements);
    });
    await expect(write).rejects.toThrow('not awaited');
    await Promise.allSettled([forgotten]);
    await expect(leaked?.()).rejects.toThrow('over');
    expect(await store.read.stream(stream)).toEqual([]);
    expect(await store.read.draft(late.id)).toBeNull();
  }));

it('waits for the calls beside a failed one before it rolls back', () =>
  withStore(async (store) => {
    const stream = newId();
    const drafts = Array.from({ length: 20 }, () => demoDraft());
    await store.write((tx) => tx.appendEvents([demoEvent(stream, 1)]));
    const write = store.write((tx) =>
      Promise.all([tx.appendEvents([demoEvent(stream, 1)]), ...drafts.map((draft) => tx.saveDraft(draft))]),
    );
    await expect(write).rejects.toThrow();
    for (const draft of drafts) expect(await store.read.draft(draft.id)).toBeNull();
  }));

it('queues a write that was started inside another and goes on after its end', () =>
  withStore(async (store) => {
    const draft = demoDraft();
    let detached: Promise<unknown> = Promise.resolve();
    let go = (): void => undefined;
    const ended = new Promise<void>((resolve) => (go = resolve));
    await store.write(async () => {
      detached = ended.then(() => store.write((tx) => tx.saveDraft(draft)));
    });
    go();
    await detached;
    expect(await store.read.draft(draft.id)).toEqual(draft);
  }));

it('closes after the writes under way, and refuses later ones', () =>
  inFolder(async (folder) => {
    const store = await openTestStore(folder);
    const draft = demoDraft();
    const write = store.write((tx) => tx.saveDraft(draft));
    await store.close();
    await write;
    await expect(store.write((tx) => tx.saveDraft(draft))).rejects.toThrow('closed');
    const again = await openTestStore(folder);
    expect(await again.read.draft(draft.id)).toEqual(draft);
    await again.close();
  }));

it('tells a failure without the values of the statement', () =>
  withStore(async (store) => {
    const bad = demoDraft({ townCode: null as unknown as string });
    const error: unknown = await store.write((tx) => tx.saveDraft(bad)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'StoreFault', code: 'SQLITE_CONSTRAINT_NOTNULL' });
    expect(error).not.toHaveProperty('parameters');
    expect(error).not.toHaveProperty('query');
  }));
